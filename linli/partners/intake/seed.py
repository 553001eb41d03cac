"""The shipped list: what statutes ask a residents' committee to do, each line with its articles."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from linli.core.pages.bilingual import for_reader, in_both
from linli.lib.law import Citation, cite


@dataclass(frozen=True, slots=True)
class SeedLine:
    """One line of the shipped list; it counts for nothing until a director takes it over."""

    code: str
    nature: str
    title: str
    title_en: str
    does: str
    does_en: str
    cites: tuple[str, ...]
    frequency: str
    does_not: str = ""
    does_not_en: str = ""
    office: str = ""
    office_en: str = ""
    money: str = ""

    @property
    def name(self) -> str:
        """The title in the reader's language."""
        return for_reader(in_both(self.title, self.title_en))

    @property
    def does_told(self) -> str:
        """What the committee does in it, in the reader's language."""
        return for_reader(in_both(self.does, self.does_en))

    @property
    def office_told(self) -> str:
        """Which kind of office it is for, in the reader's language."""
        return for_reader(in_both(self.office, self.office_en)) if self.office else ""

    @property
    def citations(self) -> list[Citation]:
        """The articles it stands on."""
        return [cite(key) for key in self.cites]


@lru_cache(maxsize=1)
def seed_lines() -> tuple[SeedLine, ...]:
    """The shipped lines in their order. Raises KeyError for an article that is not there."""
    text = resources.files("linli.partners.intake").joinpath("seed.toml").read_text("utf-8")
    lines = tuple(
        SeedLine(**{**entry, "cites": tuple(entry["cites"])})
        for entry in tomllib.loads(text)["item"]
    )
    for line in lines:
        for key in line.cites:
            cite(key)
    return lines


def seed_line(code: str) -> SeedLine | None:
    """The shipped line of that code."""
    return next((line for line in seed_lines() if line.code == code), None)
