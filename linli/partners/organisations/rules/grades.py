"""The local table of posts and levels (三岗十八级) as data, and which level it proposes.

A table proposes; a person with the power to do so fixes a level, by a paper. Pay is nowhere here.
"""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.lib.law import Finding

LEVELS_MOST = 40
KNOWN = frozenset({"level", "post", "years", "certificate"})


@dataclass(frozen=True, slots=True)
class Line:
    """A level: of which post, after how many full years, with which certificate at the least."""

    level: int
    post: str
    years: int
    certificate: str = ""


class FlawedTable(ValueError):
    """What is wrong with a table, by a short name the room has a sentence for."""


def read_table(text: str, certificates: Sequence[str]) -> tuple[Line, ...]:
    """The lines of a table written as TOML. Raises FlawedTable."""
    try:
        rows = tomllib.loads(text).get("line", [])
    except tomllib.TOMLDecodeError as error:
        raise FlawedTable("unreadable") from error
    return lines_of(rows, certificates)


def lines_of(rows: Any, certificates: Sequence[str]) -> tuple[Line, ...]:
    """The lines of a table as plain data. Raises FlawedTable."""
    if not isinstance(rows, list) or not rows or len(rows) > LEVELS_MOST:
        raise FlawedTable("no_lines")
    found = tuple(_line(row, certificates) for row in rows)
    if [each.level for each in found] != sorted({each.level for each in found}):
        raise FlawedTable("levels")
    return found


def _line(row: Any, certificates: Sequence[str]) -> Line:
    if not isinstance(row, Mapping) or set(row) - KNOWN or not {"level", "post"} <= set(row):
        raise FlawedTable("line")
    level, years, post = row["level"], row.get("years", 0), row["post"]
    numbers = all(isinstance(each, int) and 0 <= each <= 60 for each in (level, years))
    if not numbers or not isinstance(post, str) or not 0 < len(post) <= 30:
        raise FlawedTable("line")
    certificate = row.get("certificate", "")
    if certificate and certificate not in certificates:
        raise FlawedTable("certificate")
    return Line(level, post, years, certificate)


def as_data(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The lines as plain data, as `lines_of` reads them."""
    return [{name: getattr(line, name) for name in sorted(KNOWN)} for line in lines]


def full_years(since: date, on: date) -> int:
    """Years that are full on the day; the day itself counts (满)."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def propose(
    lines: Sequence[Line],
    *,
    post: str,
    worked_since: date,
    certificates: Collection[str],
    ranks: Sequence[str],
    on: date,
) -> Line | None:
    """The highest line of the post whose years and certificate are met; None where there is none.
    `ranks`: the certificates that count for one another, the lowest first."""
    years = full_years(worked_since, on)
    highest = max((ranks.index(each) for each in certificates if each in ranks), default=-1)
    met = [
        line
        for line in lines
        if line.post == post
        and years >= line.years
        and (not line.certificate or highest >= ranks.index(line.certificate))
    ]
    return max(met, key=lambda line: line.level, default=None)


def level_in_table(lines: Sequence[Line], level: int, post: str) -> Finding:
    """The level fixed is a line of the table in force."""
    found = any(line.level == level and line.post == post for line in lines)
    return Finding(found, "organisations.level_in_table", numbers={"level": level, "post": post})
