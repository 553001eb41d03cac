"""The book's yardsticks over a list of deliveries, in plain words of Python.

The engine counts the same from facts, for a country; this says what it has to come to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from linli.lib.numbers import share

REGULAR_MONTHS = 3
"""In so many different months or more, a benefit is regular."""


@dataclass(frozen=True)
class Delivery:
    """Somebody of a household benefited: of what kind, in which month, for which of the fields
    `basic` (基本生活需要) and `development` (全面发展)."""

    resident: str
    household: str
    field: str
    month: int
    kind: str


@dataclass(frozen=True)
class Yardsticks:
    """受益率 (residents reached), 受益面 (households; kinds for each who benefited), 是否经常受益
    (in three months or more, of those who benefited), and residents reached for development.
    None where there is nothing to measure against."""

    residents: Fraction | None
    households: Fraction | None
    kinds: Fraction | None
    regular: Fraction | None
    development: Fraction | None


def yardsticks(deliveries: Iterable[Delivery], residents: int, households: int) -> Yardsticks:
    """The yardsticks of a year. `residents` and `households`: how many there are."""
    months, kinds, homes, developed = defaultdict(set), defaultdict(set), set(), set()
    for delivery in deliveries:
        months[delivery.resident].add(delivery.month)
        kinds[delivery.resident].add(delivery.kind)
        homes.add(delivery.household)
        if delivery.field == "development":
            developed.add(delivery.resident)
    regular = sum(len(each) >= REGULAR_MONTHS for each in months.values())
    return Yardsticks(
        share(len(months), residents),
        share(len(homes), households),
        share(sum(len(each) for each in kinds.values()), len(months)),
        share(regular, len(months)),
        share(len(developed), residents),
    )


def ratio_of_sums(pairs: Iterable[tuple[int, int]]) -> Fraction | None:
    """The rate of several places together: numerators over denominators, each added up.

    The mean of their rates is another figure, and the wrong one. None without a denominator.
    """
    counted = list(pairs)
    return share(sum(part for part, _ in counted), sum(whole for _, whole in counted))
