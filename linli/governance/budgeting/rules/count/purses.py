"""What voters still hold, and what a project would cost each of its supporters.

Exact: everybody's money as whole numbers over one denominator, which grows with each purchase.
Searched: the same in float64, for so many different papers that whole numbers take too long.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Any, Protocol

from linli.governance.budgeting.rules.count.profile import Profile

Rank = Any
"""A Fraction, or a float where the count is searched."""
GUARD = 1e-9


@dataclass(frozen=True, slots=True)
class Paid:
    """What one pattern's voters paid each for a project (fen); `whole`: the full price."""

    pattern: int
    amount: Fraction
    whole: bool


class Purses(Protocol):
    """Every voter's money during one count.

    `rank`: the price of a unit of use (a yuan of what one named, or a point) if the project were
    bought now: the lower, the sooner its turn; None where its supporters have too little together.
    It never falls while others are bought. `pay` takes the money. `guard`: ranks nearer than
    this share of themselves are alike.
    """

    guard: float

    def rank(self, key: str) -> Rank | None: ...

    def pay(self, key: str) -> None: ...


@dataclass(frozen=True)
class Named:
    """Who names each project: (pattern, points) in the order of patterns."""

    profile: Profile
    by: Mapping[str, tuple[tuple[int, int], ...]]

    @classmethod
    def of(cls, profile: Profile) -> "Named":
        found: dict[str, list[tuple[int, int]]] = {key: [] for key in profile.costs}
        for index, pattern in enumerate(profile.patterns):
            for key, points in pattern.given:
                found[key].append((index, points))
        return cls(profile, {key: tuple(each) for key, each in found.items()})

    def use(self, key: str) -> int:
        """What a winner is worth to who names it: its cost; with points, one for each point."""
        return 1 if self.profile.points else self.profile.costs[key]


class ExactPurses:
    """Money in fractions: `held[pattern] / unit` fen for each voter of the pattern."""

    guard = 0.0

    def __init__(self, named: Named, share: Fraction) -> None:
        self.named, self.unit = named, share.denominator
        self.held = [share.numerator] * len(named.profile.patterns)
        self.numbers = [pattern.number for pattern in named.profile.patterns]

    def together(self, key: str) -> Fraction:
        """What a project's supporters still hold together."""
        held, numbers = self.held, self.numbers
        whole = sum(held[index] * numbers[index] for index, _points in self.named.by[key])
        return Fraction(whole, self.unit)

    def rank(self, key: str) -> Fraction | None:
        split = self._split(key)
        if split is None:
            return None
        rest, weight = split
        return Fraction(rest, weight * self.unit * self.named.use(key))

    def price(self, key: str) -> Fraction:
        """What a supporter who has enough pays (for each point), in fen. It must be affordable."""
        split = self._split(key)
        assert split is not None
        return Fraction(split[0], split[1] * self.unit)

    def pay(self, key: str) -> None:
        self.take(key)

    def take(self, key: str) -> list[Paid]:
        """Pays, and tells what each pattern's voters paid."""
        split = self._split(key)
        assert split is not None
        shared = gcd(*split)
        due, times = split[0] // shared, split[1] // shared
        self.unit *= times
        self.held = [held * times for held in self.held]
        paid = []
        for index, points in self.named.by[key]:
            full = due * points
            amount = min(self.held[index], full)
            self.held[index] -= amount
            paid.append(Paid(index, Fraction(amount, self.unit), amount == full))
        return paid

    def _split(self, key: str) -> tuple[int, int] | None:
        """What those who can pay the full price pay together, and for how many points; the others
        give all they have."""
        rest, weight = self.named.profile.costs[key] * self.unit, self.named.profile.votes[key]
        named, held, numbers = self.named.by[key], self.held, self.numbers
        if all(held[index] * weight >= rest * points for index, points in named):
            return rest, weight
        if sum(held[index] * numbers[index] for index, _points in named) < rest:
            return None
        if self.named.profile.points:
            poorest = sorted(named, key=lambda each: Fraction(held[each[0]], each[1]))
        else:
            poorest = sorted(named, key=lambda each: held[each[0]])
        for index, points in poorest:
            if held[index] * weight >= rest * points:
                break
            rest -= held[index] * numbers[index]
            weight -= points * numbers[index]
        return rest, weight


class SearchedPurses:
    """Money in float64, by numpy."""

    guard = GUARD

    def __init__(self, named: Named, share: Fraction, kept: dict[str, Any]) -> None:
        """`kept`: a store of arrays, the same for all shares of one count."""
        import numpy

        self.numpy, self.named, self.kept = numpy, named, kept
        if not kept:
            numbers = numpy.array([each.number for each in named.profile.patterns], float)
            for key, each in named.by.items():
                index = numpy.array([one for one, _points in each], int)
                points = numpy.array([two for _one, two in each], float)
                kept[key] = (index, points, numbers[index])
        self.held = numpy.full(len(named.profile.patterns), float(share))
        self.prices: dict[str, float] = {}

    def rank(self, key: str) -> float | None:
        cost = float(self.named.profile.costs[key])
        index, points, numbers = self.kept[key]
        able = self.held[index] / points
        weight = float(self.named.profile.votes[key])
        price = cost / weight
        if able.min() < price:
            if self.held[index] @ numbers < cost * (1 - GUARD):
                return None
            order = self.numpy.argsort(able, kind="stable")
            able, counted = able[order], (numbers * points)[order]
            # before each supporter, poorest first: what is left to pay, and for how many points
            given = self.numpy.concatenate(([0.0], self.numpy.cumsum(able * counted)[:-1]))
            before = self.numpy.concatenate(([0.0], self.numpy.cumsum(counted)[:-1]))
            prices = (cost - given) / (weight - before)
            first = int(self.numpy.argmax(able >= prices * (1 - GUARD)))
            price = float(prices[first])
        self.prices[key] = price
        return price / self.named.use(key)

    def pay(self, key: str) -> None:
        self.rank(key)
        index, points, _numbers = self.kept[key]
        self.held[index] = self.numpy.maximum(0.0, self.held[index] - self.prices[key] * points)
