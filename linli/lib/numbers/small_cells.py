"""Counts of people too small to be shown, and those hidden with them."""

from collections.abc import Sequence

FLOOR = 10
"""The product's own floor; a place may raise it (parameter `publication.small_cell`)."""


def suppressed(n: int, floor: int = FLOOR) -> bool:
    """Whether a count of people is too small to be shown: from 1 up to, not with, the floor.

    Nine are hidden, ten are shown. A nought names nobody and is shown. Keeps PIPL 25 (no
    publishing of personal information) where a figure would point at a person.
    Raises ValueError for negative numbers.
    """
    if n < 0 or floor < 0:
        raise ValueError("a count of people is not negative")
    return 0 < n < floor


def conceal(cells: Sequence[int | None], floor: int = FLOOR) -> tuple[bool, ...]:
    """Which cells of a row or column are to be hidden when its total is shown.

    A single hidden cell could be had back by subtraction, so the smallest others go with it
    until at least two are hidden and together they reach the floor; a nought goes last, since
    it shelters nobody. Missing cells (None) are left alone. The total itself is shown only
    where it is not `suppressed`. Raises ValueError for negative numbers.
    """
    hidden = [cell is not None and suppressed(cell, floor) for cell in cells]
    if not any(hidden):
        return tuple(hidden)
    counts = [0 if cell is None else cell for cell in cells]
    shelters = sorted(
        (index for index, cell in enumerate(cells) if cell is not None and not hidden[index]),
        key=lambda index: (counts[index] == 0, counts[index], index),
    )
    for index in shelters:
        together = sum(count for count, gone in zip(counts, hidden, strict=True) if gone)
        if sum(hidden) >= 2 and together >= floor:
            break
        hidden[index] = True
    return tuple(hidden)


def share_told(part: int, whole: int, floor: int = FLOOR) -> bool:
    """Whether a share may be told at all: there is something it is of, and neither this, nor the
    part, nor what is left of it is a count of a few. Raises ValueError for negative numbers."""
    return whole > 0 and not any(suppressed(count, floor) for count in (whole, part, whole - part))
