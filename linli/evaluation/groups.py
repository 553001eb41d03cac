"""The groups of indicators: nine that are scored, and three that never are."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from linli.evaluation.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Group:
    """One group. `scored`: its indicators may be set against goalposts; context, data quality
    and working figures never are."""

    code: str
    title: Words
    scored: bool


def read_groups(text: str) -> tuple[Group, ...]:
    """The groups of a table. Raises ValueError for a text missing or a code that comes twice."""
    read = tuple(
        Group(entry["code"], read_words(entry, "title"), entry["scored"])
        for entry in tomllib.loads(text)["group"]
    )
    if len({group.code for group in read}) != len(read):
        raise ValueError("a group comes twice")
    return read


@cache
def groups() -> dict[str, Group]:
    """Every group by its code, in the order they are shown."""
    file = resources.files("linli.evaluation").joinpath("groups.toml")
    return {group.code: group for group in read_groups(file.read_text("utf-8"))}
