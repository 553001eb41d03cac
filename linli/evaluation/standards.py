"""The six standards of a harmonious community, each sentence of their definition a criterion.

They are the fixed top of everything that is counted: kinds of fact, indicators and the yearly
report bear these codes. Evidence is linked records; nobody types a mark.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from linli.evaluation.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Criterion:
    """One sentence of a standard: `S3.2`."""

    code: str
    title: Words
    says: Words


@dataclass(frozen=True, slots=True)
class Standard:
    """One of the six: `S3`."""

    code: str
    title: Words
    says: Words
    criteria: tuple[Criterion, ...]


def read_standards(text: str) -> tuple[Standard, ...]:
    """The standards of a table. Raises ValueError, naming the code, for a text that is missing
    and for codes out of their order."""
    read = tuple(
        Standard(
            code=entry["code"],
            title=_words(entry, "title"),
            says=_words(entry, "says"),
            criteria=tuple(
                Criterion(each["code"], _words(each, "title"), _words(each, "says"))
                for each in entry["criterion"]
            ),
        )
        for entry in tomllib.loads(text)["standard"]
    )
    for number, standard in enumerate(read, 1):
        codes = [standard.code, *(criterion.code for criterion in standard.criteria)]
        due = [f"S{number}", *(f"S{number}.{place}" for place in range(1, len(codes)))]
        if codes != due:
            raise ValueError(f"{standard.code}: its codes are {codes}, they should be {due}")
    return read


def _words(entry: dict[str, str], key: str) -> Words:
    try:
        return read_words(entry, key)
    except ValueError as why:
        raise ValueError(f"{entry.get('code', '?')}: {why}") from why


@cache
def standards() -> tuple[Standard, ...]:
    """The six, in the book's order."""
    file = resources.files("linli.evaluation").joinpath("standards.toml")
    return read_standards(file.read_text("utf-8"))


@cache
def criteria() -> dict[str, Criterion]:
    """Every criterion by its code, in order."""
    return {each.code: each for standard in standards() for each in standard.criteria}


def standard_of(code: str) -> Standard:
    """The standard a criterion belongs to. KeyError for an unknown one."""
    for standard in standards():
        if code in (standard.code, *(each.code for each in standard.criteria)):
            return standard
    raise KeyError(code)
