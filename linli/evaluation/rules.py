"""What may be shown of a figure, and when a figure is one at all."""

from collections.abc import Sequence
from datetime import date

from linli.lib.law import Finding
from linli.lib.numbers import conceal, suppressed

GAPS = ("no_records", "no_register", "too_few")
"""Why a value is not there: nothing was recorded; nothing to measure against; too little to be
worth reading. None of them is a nought."""


def raise_floor(own: int, local: int) -> int:
    """The floor of an indicator where the place has set `local`; one without any keeps none."""
    return max(own, local) if own else 0


def is_small(numerator: int, denominator: int | None, floor: int, *, people: bool) -> bool:
    """Whether a figure would show a count that is too small to be public.

    Numerator, denominator and quotient are hidden together, since any two give the third. Of
    people, those left over are a count too: 95 of 100 reached points at the five who were not.
    """
    counts = [numerator] if denominator is None else [numerator, denominator]
    if people and denominator is not None and numerator <= denominator:
        counts.append(denominator - numerator)
    return any(suppressed(count, floor) for count in counts)


def hide_along(
    parts: Sequence[tuple[int, int | None] | None], hidden: Sequence[bool], floor: int
) -> tuple[bool, ...]:
    """Which figures of the months of a year are to be hidden when the year's own is shown.

    `parts`: numerator and denominator of each month, or nothing where there is none. A single
    hidden month could be had back by subtraction, so the smallest others go with it, in the
    numerators and in the denominators alike.
    """
    numerators = conceal([part[0] if part else None for part in parts], floor)
    denominators = conceal([part[1] if part else None for part in parts], floor)
    together = zip(hidden, numerators, denominators, strict=True)
    return tuple(any(each) for each in together)


def total_may_stand(cells: Sequence[int | None], hidden: Sequence[bool], floor: int) -> bool:
    """Whether the total of a column may be shown beside its cells.

    Only where no hidden cell can be had back from it: two or more are hidden and together they
    reach the floor, which is what `conceal` asks; and the total is itself no small count.
    """
    total = sum(cell for cell in cells if cell is not None)
    if suppressed(total, floor):
        return False
    gone = [cell for cell, away in zip(cells, hidden, strict=True) if away and cell is not None]
    return not gone or (len(gone) >= 2 and sum(gone) >= floor)


def has_begun(starts: date, today: date) -> Finding:
    """Whether there is anything to report of a period that begins on `starts`."""
    return Finding(
        starts <= today, "evaluation.period_begun", numbers={"starts": starts, "today": today}
    )


def is_over(ends: date, today: date, read_on: date) -> Finding:
    """Whether a report may be finished: its last day has passed, and the figures were read on a
    later one."""
    return Finding(
        ends < today and ends < read_on,
        "evaluation.period_over",
        numbers={"ends": ends, "today": today, "read_on": read_on},
    )
