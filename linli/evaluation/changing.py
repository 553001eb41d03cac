"""Why a figure changed, taken apart exactly: nothing is left over and nothing is told twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Change:
    """A quotient then and now, in whole numbers.

    The quotient's change is the sum of what the numerator did (over today's denominator) and what
    the denominator did (with the former numerator). The numerator's own change is the sum of the
    volume (more or fewer cases, at the former rate) and the rate (how today's cases went).
    """

    before: tuple[int, int]
    now: tuple[int, int]

    @property
    def value(self) -> Fraction:
        """How much the quotient changed, in parts of one."""
        return Fraction(*self.now) - Fraction(*self.before)

    @property
    def by_numerator(self) -> Fraction:
        """What of it the numerator did."""
        return Fraction(self.now[0] - self.before[0], self.now[1])

    @property
    def by_denominator(self) -> Fraction:
        """What of it the denominator did."""
        return Fraction(self.before[0], self.now[1]) - Fraction(*self.before)

    @property
    def counted(self) -> int:
        """How much the numerator changed."""
        return self.now[0] - self.before[0]

    @property
    def by_volume(self) -> Fraction:
        """What of that follows from more or fewer cases alone."""
        return Fraction(*self.before) * (self.now[1] - self.before[1])

    @property
    def by_rate(self) -> Fraction:
        """What of that follows from how the cases went."""
        return self.value * self.now[1]


@dataclass(frozen=True, slots=True)
class Moved:
    """A score then and now, of one indicator by one version of its definition."""

    name: str
    before: Fraction
    now: Fraction

    @property
    def by(self) -> Fraction:
        """How many points it went up, or (below nought) down."""
        return self.now - self.before


Versioned = Mapping[str, tuple[int, Fraction | None]]
"""An indicator's version and score, by its id."""


def moved(before: Versioned, now: Versioned) -> tuple[Moved, ...]:
    """The scores that are there in both years by the same version, the largest fall first. What
    is defined otherwise than it was cannot be told from what went otherwise, and is left out."""
    found = []
    for name, (version, score) in now.items():
        former, scored = before.get(name, (0, None))
        if score is not None and scored is not None and former == version:
            found.append(Moved(name, scored, score))
    return tuple(sorted(found, key=lambda each: (each.by, each.name)))
