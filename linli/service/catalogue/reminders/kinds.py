"""The kinds of reminder as data: what is asked, by which rules of the law packs it is reckoned,
what to bring, where to go. The numbers themselves stand in the packs, by place and day."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from linli.core.pages.bilingual import TitledInBoth, for_reader, in_both, in_language
from linli.core.places.laid_down import laid_down, number_laid_down
from linli.lib.law import Parameter
from linli.lib.law.citations import cite
from linli.service.catalogue.reminders.rules import ASKED, RENEWS, Rhythm
from linli.service.catalogue.schemes import shelf

RULES = (
    "reminders.permit_every",
    "reminders.permit_ahead",
    "reminders.rental_ask_before",
    "reminders.pension_every",
    "reminders.insurance_every",
    "reminders.doctor_every",
    "reminders.ahead",
)
"""The rules a kind may be reckoned by."""


@dataclass(frozen=True)
class Kind(TitledInBoth):
    """One kind. `day`: what is asked in words; `every`, `before`, `ahead`: rules of the packs, in
    months; `late`: what follows where it was missed."""

    key: str
    title: str
    title_en: str
    guide: str
    asks: str
    day: str
    day_en: str
    ahead: str
    renews: str
    papers: tuple[str, ...]
    where: str
    where_en: str
    late: str
    late_en: str
    every: str = ""
    before: str = ""
    source: str = ""
    source_en: str = ""
    also: tuple[str, ...] = ()
    also_en: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        rules = [rule for rule in (self.every, self.before, self.ahead) if rule]
        known = shelf().papers
        sound = (
            self.asks in ASKED
            and self.renews in RENEWS
            and set(rules) <= set(RULES)
            and set(self.papers) <= set(known)
            and bool(self.cites or self.every or self.source)
            and len(self.also) == len(self.also_en)
        )
        if not sound:
            raise ValueError(f"kinds.toml: {self.key}: a rule, paper or source is not known")
        for article in self.cites:
            cite(article)

    def said(self, what: str) -> str:
        """`day`, `where`, `late` or `source` in the reader's language."""
        return for_reader(in_both(getattr(self, what), getattr(self, f"{what}_en")))

    @property
    def asks_for(self) -> str:
        """Which day is asked."""
        return self.said("day")

    @property
    def goes_to(self) -> str:
        """Where it is done."""
        return self.said("where")

    @property
    def if_late(self) -> str:
        """What follows where it was missed."""
        return self.said("late")

    @property
    def stands_on(self) -> str:
        """What it stands on, where no rule or article says it all; or nothing."""
        return self.said("source") if self.source else ""

    @property
    def bring(self) -> list[str]:
        """What to bring, as the schemes name it, in the reader's language."""
        known = shelf().papers
        also = [for_reader(in_both(zh, en)) for zh, en in zip(self.also, self.also_en, strict=True)]
        return [*(in_language(known[key].title) for key in self.papers), *also]

    @property
    def asks_anew(self) -> bool:
        """Whether the next day must be told when it was done."""
        return self.renews == "new_day"

    def rhythm(self, place: Any, on: date) -> Rhythm:
        """Its months as they are laid down at the place that day."""

        def months(rule: str) -> int:
            return number_laid_down(rule, place, on) if rule else 0

        return Rhythm(
            self.asks, self.renews, months(self.every), months(self.before), months(self.ahead)
        )

    def numbers(self, place: Any, on: date) -> list[Parameter]:
        """The rows those months come from, with their sources."""
        rules = (self.every, self.before, self.ahead)
        return [laid_down(rule, place, on) for rule in rules if rule]


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind by its key. ValueError for one that speaks of what is not there."""
    text = resources.files(__package__).joinpath("kinds.toml").read_text("utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["kind"]
    return {row["key"]: Kind(**{key: _fixed(value) for key, value in row.items()}) for row in rows}


def kinds_of_guide(guide: str) -> list[Kind]:
    """The kinds that belong to a guide."""
    return [kind for kind in kinds().values() if guide and kind.guide == guide]


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def kinds_to_choose() -> list[tuple[str, str]]:
    """Their keys. A function, so that a further kind asks for no migration."""
    return [(key, key) for key in kinds()]
