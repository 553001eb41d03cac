"""The lines of the disclosure catalogue that every community has from the first day (data)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from linli.core.pages.bilingual import for_reader, in_both
from linli.governance.oversight import words


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the catalogue as it stands on a day: what it holds, how often and on what
    ground, who prepares and who checks it, where it is to be found.

    `day`: the day of the month after the period by which it is up (0: it is no matter of
    periods). `slowest`: the least often it may be. `kind`: the template it is filled in on where
    no room speaks for it. `own`: the community added it.
    """

    key: str
    category: str
    title: str
    holds: str
    every: str
    slowest: str
    day: int
    ground: str
    source: str
    preparer: str
    checker: str
    kind: str
    title_en: str = ""
    holds_en: str = ""
    source_en: str = ""
    cites: tuple[str, ...] = ("rcl2025.34",)
    channels: tuple[str, ...] = ("board", "web")
    own: bool = False

    @property
    def titles(self) -> dict[str, str]:
        """What it is called, in both languages."""
        return in_both(self.title, self.title_en)

    @property
    def name(self) -> str:
        """What it is called, for the reader."""
        return for_reader(self.titles)

    @property
    def holds_told(self) -> str:
        """What it holds, for the reader."""
        return for_reader(in_both(self.holds, self.holds_en))

    @property
    def source_told(self) -> str:
        """Where its rhythm comes from, for the reader."""
        return for_reader(in_both(self.source, self.source_en)) if self.source else ""

    @property
    def category_told(self) -> str:
        """The category it belongs to."""
        return str(dict(words.CATEGORIES)[self.category])

    @property
    def statutory(self) -> bool:
        """Whether the law asks for it, so that it is late where missing and cannot be dropped."""
        return self.category != "local"


@cache
def shipped_lines() -> dict[str, Line]:
    """The shipped lines by key, in the order of the law."""
    text = (
        resources.files("linli.governance.oversight").joinpath("catalogue.toml").read_text("utf-8")
    )
    return {
        each["key"]: Line(**{**each, "cites": tuple(each.get("cites", ("rcl2025.34",)))})
        for each in tomllib.loads(text)["line"]
    }
