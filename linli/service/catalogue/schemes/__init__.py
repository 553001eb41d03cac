"""The kinds of help that come with the house: schemes, questions, papers, everyday situations.

Data in TOML beside this file, one file a scheme, checked when it is loaded: whatever it speaks of
must exist. Numbers stand in the law packs and are only named here.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from linli.lib.eligibility import Paper, Scheme, Vocabulary, Words
from linli.lib.eligibility.reading import Known, read_papers, read_scheme, read_vocabulary
from linli.lib.law import shipped

NO_SCHEME = frozenset({"facts.toml", "papers.toml", "situations.toml", "vectors.toml"})
TOLD_WHERE_KNOWN = frozenset(
    {
        "assistance.decide_within",
        "assistance.decide_within_special",
        "assistance.refusal_within",
        "assistance.notice_outside_count",
    }
)
"""Limits that a scheme tells where the packs have them."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What somebody begins with, in everyday words. `urgent`: numbers to call come first."""

    key: str
    title: Words
    icon: str
    urgent: bool = False


@dataclass(frozen=True)
class Shelf:
    """Everything together, as it was loaded."""

    schemes: Mapping[str, Scheme]
    """In the order in which they are told."""
    vocabulary: Vocabulary
    papers: Mapping[str, Paper]
    situations: Mapping[str, Situation]

    def about(self, situation: str) -> tuple[Scheme, ...]:
        """The schemes of a situation; all of them where none is named."""
        return tuple(
            each for each in self.schemes.values() if not situation or situation in each.situations
        )


@cache
def shelf() -> Shelf:
    """What is shipped. Raises `Flawed`, with file and line, for anything that does not fit."""
    vocabulary = read_vocabulary("facts.toml", _text("facts.toml"))
    papers = read_papers("papers.toml", _text("papers.toml"))
    situations = {
        each["key"]: Situation(
            each["key"],
            Words(each["title"], each["title_en"]),
            each["icon"],
            each.get("urgent", False),
        )
        for each in _table("situations.toml")["situation"]
    }
    known = Known(
        vocabulary,
        papers,
        frozenset(situations),
        shipped().unit_of,
        TOLD_WHERE_KNOWN,
    )
    schemes = [
        read_scheme(file.name, file.read_text("utf-8"), known)
        for file in resources.files(__package__).iterdir()
        if file.name.endswith(".toml") and file.name not in NO_SCHEME
    ]
    numbers = [each.number for each in schemes]
    if len(set(numbers)) != len(numbers):
        raise ValueError("two schemes bear one number")
    ordered = sorted(schemes, key=lambda each: each.order)
    return Shelf({each.key: each for each in ordered}, vocabulary, papers, situations)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")
