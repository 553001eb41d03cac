"""What leaves the house of a table, and which cuts must not leave it side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum

from linli.evaluation.statistics.suppression.auditing import audit
from linli.evaluation.statistics.suppression.tables import Key, Table
from linli.lib.numbers import suppressed


class Hidden(Enum):
    """In the place of a hidden count: neither 0 nor missing, and never in a rank."""

    HIDDEN = "hidden"


HIDDEN = Hidden.HIDDEN


def publish(table: Table, hidden: Collection[Key], floor: int) -> dict[Key, int | Hidden]:
    """The table as it may be shown. Raises ValueError where `audit` finds a cell."""
    if found := audit(table, hidden, floor):
        raise ValueError(f"{len(found)} hidden cells could be had back")
    return {key: HIDDEN if key in hidden else value for key, value in table.values.items()}


def narrow_cuts(
    cuts: Mapping[str, frozenset[str]], counts: Mapping[str, int], floor: int
) -> list[tuple[str, str]]:
    """Pairs of published cuts that differ by a small group, so that one taken from the other
    would show it. `cuts`: of which units each is the sum."""
    return [
        (narrow, wide)
        for narrow in cuts
        for wide in cuts
        if cuts[narrow] < cuts[wide]
        and suppressed(sum(counts[unit] for unit in cuts[wide] - cuts[narrow]), floor)
    ]
