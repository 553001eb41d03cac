"""What may be shown of a figure, and when a figure is one at all."""

from collections.abc import Sequence
from datetime import date

from linli.lib.law import Finding
from linli.lib.numbers import suppressed

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
    parts: Sequence[tuple[int, int | None] | None],
    hidden: Sequence[bool],
    floor: int,
    *,
    people: bool = False,
) -> tuple[bool, ...]:
    """Which figures of the months of a year are to be hidden when the year's own is shown.

    `parts`: numerator and denominator of each month, or nothing where there is none. A single
    hidden month could be had back by subtraction, so the smallest others go with it, in the
    numerators and in the denominators alike; of people (`people`), also in those left over.
    """
    measures = [
        [None if part is None else part[0] for part in parts],
        [None if part is None else part[1] for part in parts],
    ]
    if people:
        measures.append(
            [
                None if part is None or part[1] is None else max(0, part[1] - part[0])
                for part in parts
            ]
        )
    away = [
        part is not None and (gone or any(suppressed(each[place] or 0, floor) for each in measures))
        for place, (part, gone) in enumerate(zip(parts, hidden, strict=True))
    ]
    others = sorted(
        (place for place, part in enumerate(parts) if part is not None and not away[place]),
        key=lambda place: (not measures[0][place], measures[0][place] or 0, place),
    )
    for place in others:
        if all(_shelter_each_other(each, away, floor) for each in measures):
            break
        away[place] = True
    return tuple(away)


def _shelter_each_other(cells: Sequence[int | None], away: Sequence[bool], floor: int) -> bool:
    """Whether the small ones among the hidden cannot be had back from the sum of all hidden."""
    gone = [cell for cell, hidden in zip(cells, away, strict=True) if hidden and cell is not None]
    return not any(suppressed(cell, floor) for cell in gone) or sheltered(gone, floor)


def sheltered(hidden: Sequence[int], floor: int) -> bool:
    """Whether hidden counts shelter each other while their sum is known: they are two or more,
    reach the floor together, and are not all as large as a hidden count can be, since their sum
    would then say each of them."""
    if len(hidden) < 2 or sum(hidden) < floor:
        return False
    return sum(hidden) != len(hidden) * (floor - 1) or max(hidden) >= floor


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


def differs_by_few(one: tuple[int, int], other: tuple[int, int], floor: int) -> bool:
    """Whether two cuts of the same, shown beside each other, would tell of a few by their
    difference: in the numerators, the denominators, or what is left over."""
    tops, wholes = (one[0], other[0]), (one[1], other[1])
    left = (one[1] - one[0], other[1] - other[0])
    return any(suppressed(abs(a - b), floor) for a, b in (tops, wholes, left))


def may_be_reckoned(year: int, today: date, *, reckoned: bool) -> Finding:
    """Whether figures of a year may be put in the place of others without a reason given: it goes
    on, or there are none yet."""
    return Finding(
        year >= today.year or not reckoned,
        "evaluation.past_stands",
        numbers={"year": str(year)},
    )


def may_recast(year: int, by_year: int, today: date) -> Finding:
    """Whether a year may be reckoned by the definitions of another: it is over, the other is
    later and has begun."""
    return Finding(
        2000 <= year < by_year <= today.year,
        "evaluation.recast_later",
        numbers={"year": str(year), "by_year": str(by_year)},
    )
