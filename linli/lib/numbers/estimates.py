"""What a sample tells about a whole: the middle, and how sure a share is."""

from collections.abc import Iterable
from fractions import Fraction
from math import sqrt

NINETY_FIVE = 1.959963984540054
"""The normal quantile of a two-sided 95% interval, usually written 1.96."""


def median(values: Iterable[int]) -> Fraction | None:
    """The middle of whole numbers, in their unit and exact; None of nothing.

    Raises TypeError for anything but whole numbers.
    """
    ordered = sorted(values)
    if any(not isinstance(value, int) for value in ordered):
        raise TypeError("the median is taken of whole numbers")
    if not ordered:
        return None
    half, odd = divmod(len(ordered), 2)
    return Fraction(ordered[half]) if odd else Fraction(ordered[half - 1] + ordered[half], 2)


def wilson(
    part: int,
    n: int,
    z: float | Fraction = NINETY_FIVE,
    *,
    population: int | None = None,
) -> tuple[float, float]:
    """Wilson's score interval for `part` of `n` asked, as shares between 0 and 1.

    With `population`, the number there are to ask, the interval narrows as the sample nears
    the whole (Wilson with n(N-1)/(N-n) in the place of n). With nobody asked nothing is known:
    (0.0, 1.0). Raises ValueError where the numbers do not fit into each other.
    """
    if not 0 <= part <= n:
        raise ValueError(f"{part} of {n} asked is not possible")
    if population is not None and population < n:
        raise ValueError(f"{n} asked out of {population} is not possible")
    if n == 0:
        return (0.0, 1.0)
    p = part / n
    if population == n:
        return (p, p)
    size = n if population is None else n * (population - 1) / (population - n)
    low, high = wilson_of(p, size, z)
    # At the ends the formula gives 0 and 1 exactly; floats miss them by a hair.
    return (0.0 if part == 0 else low, 1.0 if part == n else high)


def wilson_of(
    share: float | Fraction, size: float, z: float | Fraction = NINETY_FIVE
) -> tuple[float, float]:
    """Wilson's score interval for a share whose sample is worth `size` answers, whole or not.

    `wilson` counts heads; here a weighted sample may be worth 240.4 of them. Raises ValueError
    for a share outside 0 to 1 and for a size of nothing.
    """
    p = float(share)
    if not 0 <= p <= 1 or not size > 0:
        raise ValueError(f"no interval for a share of {p} among {size}")
    square = float(z) ** 2
    scale = 1 + square / size
    centre = (p + square / (2 * size)) / scale
    reach = float(z) * sqrt(p * (1 - p) / size + square / (4 * size**2)) / scale
    return (max(0.0, centre - reach), min(1.0, centre + reach))
