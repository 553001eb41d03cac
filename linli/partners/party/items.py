"""The list of what is published of Party affairs, as data (`items.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from linli.core.pages.bilingual import for_reader

EVERY = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list. `months`: how long a time it speaks of; `days`: by how many days after
    that time (or, `ahead`, after its beginning) it is due."""

    key: str
    titles: dict[str, str]
    words: dict[str, str]
    months: int
    days: int
    ahead: bool = False

    @property
    def title(self) -> Any:
        return for_reader(self.titles)

    @property
    def says(self) -> Any:
        return for_reader(self.words)


@cache
def items() -> dict[str, Item]:
    """The list by key, in its order. KeyError for a line that lacks something."""
    text = resources.files("linli.partners.party").joinpath("items.toml").read_text("utf-8")
    return {
        row["key"]: Item(
            row["key"],
            {"zh-hans": row["title"], "en": row["title_en"]},
            {"zh-hans": row["says"], "en": row["says_en"]},
            EVERY[row["every"]],
            row["days"],
            row.get("ahead", False),
        )
        for row in tomllib.loads(text)["item"]
    }
