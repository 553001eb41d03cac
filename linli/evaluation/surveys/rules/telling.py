"""What of a result may be told, and whether it differs from the last wave's."""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from linli.lib.law import Finding
from linli.lib.numbers import NINETY_FIVE, over

THIN = Fraction(1, 20)
"""Of those asked, the share that must be exceeded for a result to stand without a warning."""


def enough_answers(answered: int, asked: int) -> Finding:
    """Whether more than one in twenty of those asked answered."""
    return Finding(
        asked > 0 and over(answered, asked, THIN),
        "evaluation.enough_answers",
        numbers={"answered": answered, "asked": asked},
    )


def distinguishable(
    now: Fraction, se_now: float | None, before: Fraction, se_before: float | None
) -> bool:
    """Whether two independent estimates differ by more than chance would in 19 of 20 pairs:
    |a − b| > z·√(se_a² + se_b²). Without both errors nothing can be said."""
    if se_now is None or se_before is None:
        return False
    return abs(float(now - before)) > NINETY_FIVE * sqrt(se_now**2 + se_before**2)


def hide(table: Sequence[Sequence[int]], floor: int) -> list[list[int | None]]:
    """A table of counts (groups by answers) as it may be shown. Every sum of a row or a column is
    taken as known, since figures and other tables tell it: small cells are hidden, and so many
    others that none can be had back. Where nothing helps, all of it is hidden."""
    from linli.evaluation.statistics.suppression import NotSafe, Table, complete, primary

    if not table:
        return []
    crossed = Table.crossed(table)
    small = primary(crossed, floor) - crossed.fixed
    try:
        gone = complete(crossed, small, floor) if small else frozenset()
    except NotSafe:
        return [[None] * len(row) for row in table]
    return [
        [None if (y, x) in gone else n for x, n in enumerate(row)] for y, row in enumerate(table)
    ]
