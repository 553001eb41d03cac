"""When a sum may be shown above cells that are hidden.

The communities under an office publish on pages of their own what is not small there. To hide a
neighbour's cell, as tables printed once are protected, would shelter nobody; so it is always the
sum that is left out, level by level upward: the street's, the district's, the city's.

Three things make a sum safe. It is itself no small count. The counts hidden below it that no
smaller sum shelters already are two or more, reach the floor together, and are not all as large as
a hidden count can be (their sum would then say each of them). And of a part of a year, whose months
the year gives back in the other direction, nothing at all is hidden. So every hidden cell stands in
one sum only, which leaves it at least as free as that sum does; `tests/test_sheltering.py` holds
this against linear programming on every table of rows, columns, levels and months it can think of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linli.evaluation.rules import sheltered
from linli.lib.numbers import suppressed


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one cell by measure: the part; the whole, where it is a count; those left
    over, where they are people; those in each wider count and not in this; of what was asked of
    samples, the answers. `open`: the hidden counts below that nothing shelters yet. `told` of
    `asked`: how many communities have told a value."""

    counts: Mapping[str, int] | None
    hidden: bool
    open: Mapping[str, tuple[int, ...]]
    told: int
    asked: int
    top: int = 0
    base: int = 0
    """The value is `top` over `base`, also where these are no counts of anybody."""


def add_up(parts: Sequence[Counts], floor: int, *, within_year: bool) -> Counts:
    """The sum over cells. Cells hidden elsewhere, whose counts nobody here knows, are not in it,
    which `told` and `asked` say. `within_year`: it is a part of a year that adds up."""
    told, asked = sum(part.told for part in parts), sum(part.asked for part in parts)
    known = [part for part in parts if part.counts is not None]
    if not known:
        return Counts(None, any(part.hidden for part in parts), {}, told, asked)
    names = [
        name for name in known[0].counts or () if all(name in (part.counts or ()) for part in known)
    ]
    counts = {name: sum((part.counts or {})[name] for part in known) for name in names}
    open_: dict[str, tuple[int, ...]] = {
        name: tuple(each for part in known for each in part.open.get(name, ())) for name in names
    }
    stands = all(
        not suppressed(counts[name], floor)
        and (not open_[name] or (not within_year and sheltered(open_[name], floor)))
        for name in names
    )
    top, base = sum(part.top for part in known), sum(part.base for part in known)
    return Counts(counts, not stands, {} if stands else open_, told, asked, top, base)
