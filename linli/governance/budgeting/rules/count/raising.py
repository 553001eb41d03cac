"""Money that equal shares leave: everybody's share raised step by step (Add1)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from linli.governance.budgeting.rules.count.asked import Completion, CountRules, Stop
from linli.governance.budgeting.rules.count.buying import Run, buy, stays
from linli.governance.budgeting.rules.count.outcome import Ended, Stage
from linli.governance.budgeting.rules.count.profile import Profile
from linli.governance.budgeting.rules.count.purses import (
    ExactPurses,
    Named,
    Purses,
    SearchedPurses,
)

EXACT_UP_TO = 3_000
"""Different papers."""


@dataclass(frozen=True, slots=True)
class Raised:
    """Where raising ended: the last run within the budget and its share."""

    run: Run
    share: Fraction
    steps: int
    ended: Ended
    stages: tuple[Stage, ...]
    exact: bool


@dataclass
class _Search:
    keys: tuple[str, ...]
    profile: Profile
    rules: CountRules
    named: Named
    purses: Callable[[Fraction], Purses]
    stages: list[Stage] = field(default_factory=list)

    def share(self, steps: int) -> Fraction:
        start = Fraction(self.profile.budget, self.profile.voters)
        return start + steps * self.rules.step

    def run(self, steps: int) -> Run:
        return buy(self.keys, self.purses(self.share(steps)), self.profile, self.rules)

    def ahead(self, run: Run, steps: int) -> Run | None:
        raised = self.purses(self.share(steps))
        return stays(run, self.keys, raised, self.profile, self.rules)

    def cost(self, run: Run) -> int:
        return sum(self.profile.costs[key] for key in run.keys)

    def note(self, run: Run, steps: int) -> None:
        """A new stage where other projects win than before."""
        if not self.stages or set(self.stages[-1].winners) != set(run.keys):
            self.stages.append(Stage(steps, self.share(steps), run.keys, self.cost(run)))


def raise_shares(
    keys: tuple[str, ...], named: Named, rules: CountRules, *, exact_up_to: int = EXACT_UP_TO
) -> Raised:
    """The runs from budget ÷ voters on until the rules say stop. Only the first where no completion
    is asked for.

    Where two runs one step apart buy the same in the same order, a longer stride is tried and only
    taken if it is certain that nothing changes in between (`stays`): the result is that of every
    single step. It ends: with shares as high as all costs together everything named is bought,
    which is all, or more than the budget. Raises Undecided.
    """
    profile = named.profile
    exact = len(profile.patterns) <= exact_up_to
    arrays: dict[str, Any] = {}

    def purses(share: Fraction) -> Purses:
        return ExactPurses(named, share) if exact else SearchedPurses(named, share, arrays)

    search = _Search(keys, profile, rules, named, purses)
    steps, stride = 0, 1
    run = search.run(0)
    search.note(run, 0)
    while (ended := _ended(search, run)) is None:
        if stride > 1:
            further = search.ahead(run, steps + stride)
            if further is None:
                stride //= 2
                continue
            run, steps, stride = further, steps + stride, stride * 2
            continue
        following = search.run(steps + 1)
        if search.cost(following) > profile.budget:
            search.note(following, steps + 1)
            ended = Ended.OVERSHOT
            break
        stride = 2 if following.keys == run.keys else 1
        run, steps = following, steps + 1
        search.note(run, steps)
    return Raised(run, search.share(steps), steps, ended, tuple(search.stages), exact)


def _ended(search: _Search, run: Run) -> Ended | None:
    if search.rules.completion is Completion.NONE:
        return Ended.ONCE
    lost = set(search.keys) - set(run.keys)
    if not lost:
        return Ended.ALL
    left = search.profile.budget - search.cost(run)
    if search.rules.stop is Stop.EXHAUSTIVE and all(
        search.profile.costs[key] > left for key in lost
    ):
        return Ended.EXHAUSTED
    return None
