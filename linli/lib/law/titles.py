"""What parameters, their subjects and their places are called where people read them."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

_EXAMPLE = "-example"


@dataclass(frozen=True, slots=True)
class Title:
    """One name in both languages."""

    zh: str
    en: str


def title_of(rule: str) -> Title:
    """What a parameter is called; its own name where it has not been given a title."""
    return _named("titles", rule)


def subject_of(rule: str) -> tuple[str, Title]:
    """The subject a parameter belongs to: its key, for an anchor, and its title."""
    subject = rule.partition(".")[0]
    return subject, _named("subjects", subject)


def subjects() -> tuple[str, ...]:
    """The subjects in the order in which people look for them."""
    return tuple(_tables()["subjects"])


def place_title(jurisdiction: str) -> Title:
    """Where a pack holds, by name."""
    return _named("places", jurisdiction)


def is_example(jurisdiction: str) -> bool:
    """Whether a pack only shows what a pack looks like, and lays down nothing anywhere."""
    return jurisdiction.endswith(_EXAMPLE)


def untitled(rules: set[str]) -> set[str]:
    """The parameters that have no title, and the titles that belong to none."""
    return rules ^ set(_tables()["titles"])


def _named(table: str, key: str) -> Title:
    return Title(*_tables()[table].get(key, (key, key)))


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    text = resources.files("linli.lib.law").joinpath("titles.toml").read_text("utf-8")
    return tomllib.loads(text)
