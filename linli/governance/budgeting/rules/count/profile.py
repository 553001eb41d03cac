"""What was voted: the budget, what each project costs, and the papers grouped by what they say."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

Given = tuple[tuple[str, int], ...]
Weigh = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Papers that say the same. `given`: project and points, in the order of the keys; an approval
    is one point. `number`: how many such papers, at least 1."""

    given: Given
    number: int


@dataclass(frozen=True)
class Profile:
    """A vote to be counted. `budget` and `costs` in fen; `points`: whether papers spread points,
    otherwise they approve. Made by `of_approvals` and `of_points`, which group and sort, so that
    the order of papers and of projects never matters.

    A valid paper that names no project is a pattern too: its voter has a share like everybody,
    which lies idle. Void papers are not handed in.
    """

    budget: int
    costs: Mapping[str, int]
    patterns: tuple[Pattern, ...]
    points: bool = False

    @classmethod
    def of_approvals(
        cls, budget: int, costs: Mapping[str, int], papers: Iterable[tuple[Iterable[str], int]]
    ) -> "Profile":
        """From (the projects approved, how many such papers)."""
        told = ((dict.fromkeys(approved, 1), number) for approved, number in papers)
        return cls._of(budget, costs, told, points=False)

    @classmethod
    def of_points(
        cls, budget: int, costs: Mapping[str, int], papers: Iterable[tuple[Mapping[str, int], int]]
    ) -> "Profile":
        """From (points of each project, how many such papers); nought is the same as nothing."""
        return cls._of(budget, costs, papers, points=True)

    @classmethod
    def _of(
        cls,
        budget: int,
        costs: Mapping[str, int],
        papers: Iterable[tuple[Mapping[str, int], int]],
        *,
        points: bool,
    ) -> "Profile":
        if budget <= 0:
            raise ValueError("the budget is more than nothing")
        if any(cost <= 0 for cost in costs.values()):
            raise ValueError("each project costs more than nothing")
        grouped: Counter[Given] = Counter()
        for given, number in papers:
            if number < 0 or any(amount < 0 for amount in given.values()):
                raise ValueError("no paper counts less than nothing")
            if strangers := given.keys() - costs.keys():
                raise ValueError(f"projects that are not on the paper: {sorted(strangers)}")
            grouped[tuple(sorted((key, amount) for key, amount in given.items() if amount))] += (
                number
            )
        patterns = tuple(Pattern(given, grouped[given]) for given in sorted(grouped))
        kept = tuple(pattern for pattern in patterns if pattern.number)
        return cls(budget, MappingProxyType(dict(sorted(costs.items()))), kept, points)

    @cached_property
    def voters(self) -> int:
        """How many papers are counted, those that name nothing included."""
        return sum(pattern.number for pattern in self.patterns)

    @cached_property
    def supporters(self) -> Mapping[str, int]:
        """How many papers name each project."""
        return self._summed(lambda _amount: 1)

    @cached_property
    def votes(self) -> Mapping[str, int]:
        """The points of each project; its supporters where papers approve."""
        return self._summed(lambda amount: amount)

    def _summed(self, weigh: Weigh) -> Mapping[str, int]:
        found = dict.fromkeys(self.costs, 0)
        for pattern in self.patterns:
            for key, amount in pattern.given:
                found[key] += weigh(amount) * pattern.number
        return MappingProxyType(found)
