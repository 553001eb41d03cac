"""The rights and their paper forms, read from the data beside this file."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.bilingual import for_reader, in_both
from linli.lib.law import Citation, cite

GROUPS: list[tuple[str, Any]] = [
    ("know", pgettext_lazy("right", "知情")),
    ("elect", pgettext_lazy("right", "选举")),
    ("propose", pgettext_lazy("right", "提议")),
    ("attend", pgettext_lazy("right", "参加")),
    ("vote", pgettext_lazy("right", "表决")),
    ("supervise", pgettext_lazy("right", "监督")),
    ("appeal", pgettext_lazy("right", "申诉")),
]

CAPACITIES: list[tuple[str, Any]] = [
    ("voter", _("本地户籍的成年居民")),
    ("usual", _("户籍不在这里的常住居民")),
    ("representative", _("居民代表")),
    ("minor", _("未满 18 周岁")),
    ("other", _("暂时住在这里的人")),
]

OFFICES: dict[str, Any] = {
    "committee": _("居民委员会"),
    "election_committee": _("居民选举委员会"),
    "street": _("街道办事处"),
}


@dataclass(frozen=True, slots=True)
class Right:
    """One right: whose, on what article, which page does it and which paper form stands in for
    it. `said`: what it says to each capacity, `""` for all others."""

    key: str
    group: str
    titles: dict[str, str]
    said: dict[str, dict[str, str]]
    who: tuple[str, ...]
    cites: tuple[str, ...]
    way: str
    form: str
    given: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """In the reader's language."""
        return for_reader(self.titles)

    def says_to(self, capacity: str) -> str:
        """Under what condition, for who reads it."""
        return for_reader(self.said.get(capacity) or self.said[""])

    @property
    def citations(self) -> list[Citation]:
        """The articles it stands on."""
        return [cite(key) for key in self.cites]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a paper form asks for, and the lines there are to write on."""

    words: dict[str, str]
    lines: int

    @property
    def label(self) -> str:
        """In the reader's language."""
        return for_reader(self.words)

    @property
    def each_line(self) -> range:
        """One for each line, for the page."""
        return range(self.lines)


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A form to print: to whom, what is asked, what is declared, how many may sign together."""

    key: str
    titles: dict[str, str]
    to: str
    asks: tuple[Asked, ...]
    declared: dict[str, str]
    signers: int

    @property
    def title(self) -> str:
        """In the reader's language."""
        return for_reader(self.titles)

    @property
    def declares(self) -> str:
        """What who signs declares, or nothing."""
        return for_reader(self.declared) if self.declared else ""

    @property
    def office(self) -> str:
        """To whom it goes."""
        return str(OFFICES[self.to])

    @property
    def each_signer(self) -> range:
        """One for each who may sign, for the page."""
        return range(1, self.signers + 1)


@cache
def rights() -> tuple[Right, ...]:
    """Every right, in the order of the data."""
    return tuple(_right(each) for each in _read("rights.toml")["right"])


def rights_of(capacity: str) -> list[Right]:
    """The rights of one capacity."""
    return [each for each in rights() if capacity in each.who]


@cache
def paper_forms() -> dict[str, PaperForm]:
    """Every paper form by its key."""
    return {each["key"]: _form(each) for each in _read("forms.toml")["form"]}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(
        resources.files("linli.web.portal.rights").joinpath(name).read_text("utf-8")
    )


def _right(said: dict[str, Any]) -> Right:
    told = {"": in_both(said["says"], said["says_en"])}
    for capacity, _title in CAPACITIES:
        words = said.get(f"says_{capacity}")
        if words:
            told[capacity] = in_both(words, said[f"says_{capacity}_en"])
    return Right(
        key=said["key"],
        group=said["group"],
        titles=in_both(said["title"], said["title_en"]),
        said=told,
        who=tuple(said["who"]),
        cites=tuple(said["cites"]),
        way=said["way"],
        form=said["form"],
        given=said.get("with", {}),
    )


def _form(said: dict[str, Any]) -> PaperForm:
    declare = said.get("declare", "")
    return PaperForm(
        key=said["key"],
        titles=in_both(said["title"], said["title_en"]),
        to=said["to"],
        asks=tuple(Asked(in_both(zh, en), lines) for zh, en, lines in said["ask"]),
        declared=in_both(declare, said.get("declare_en", "")) if declare else {},
        signers=said.get("signers", 0),
    )
