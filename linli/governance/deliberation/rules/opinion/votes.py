"""Votes on statements: who said what, the last vote only, as numbers that know no name."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

AGREE, PASS, DISAGREE = 1, 0, -1
VALUES = (AGREE, PASS, DISAGREE)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What each person said of each statement: `rows[voter][statement]` is a value, and a
    statement the person never saw is not there. `statements` in their published order."""

    statements: tuple[Any, ...]
    rows: Mapping[Any, Mapping[Any, int]]

    @property
    def votes(self) -> int:
        """How many votes there are."""
        return sum(len(row) for row in self.rows.values())


def last_votes(
    cast: Iterable[tuple[Any, Hashable, Hashable, int]],
) -> dict[tuple[Hashable, Hashable], int]:
    """Of (moment, voter, statement, value) each voter's last word on each statement; of two of
    the same moment the later in the list."""
    latest: dict[tuple[Hashable, Hashable], tuple[Any, int]] = {}
    for moment, voter, statement, value in cast:
        before = latest.get((voter, statement))
        if before is None or moment >= before[0]:
            latest[voter, statement] = (moment, value)
    return {key: value for key, (_moment, value) in latest.items()}


def sheets(
    statements: Iterable[Hashable], cast: Iterable[tuple[Hashable, Hashable, int]]
) -> Sheets:
    """The sheets of (voter, statement, value); votes on other statements do not count, and
    neither does a person who voted on none of these."""
    order = tuple(statements)
    shown = set(order)
    rows: dict[Hashable, dict[Hashable, int]] = {}
    for voter, statement, value in cast:
        if statement in shown:
            rows.setdefault(voter, {})[statement] = value
    return Sheets(order, rows)
