"""One count by equal shares with a given share, and how far the share may rise without changing it.

Each voter begins with the share. Of the projects whose supporters can still pay for it together,
the one that is cheapest for each of them, measured by its use, is bought; supporters pay the same,
and who has less gives all. Prices never fall while money is spent, so a project is only asked again
when its last price is not above the best one. Source: Peters, Pierczyński, Skowron,
"Proportional Participatory Budgeting with Additive Utilities" (2021), and equalshares.net.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush

from linli.governance.budgeting.rules.count.asked import CountRules
from linli.governance.budgeting.rules.count.lots import decide
from linli.governance.budgeting.rules.count.outcome import TieMet, Undecided
from linli.governance.budgeting.rules.count.profile import Profile
from linli.governance.budgeting.rules.count.purses import Purses, Rank


@dataclass(frozen=True, slots=True)
class Bought:
    """What was bought at which rank."""

    key: str
    rank: Rank


@dataclass(frozen=True, slots=True)
class Run:
    """What was bought, in order, and the ties on the way."""

    order: tuple[Bought, ...]
    ties: tuple[TieMet, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(bought.key for bought in self.order)


def buy(keys: Sequence[str], purses: Purses, profile: Profile, rules: CountRules) -> Run:
    """Everything that is bought from these purses. Raises Undecided."""
    order: list[Bought] = []
    ties: list[TieMet] = []
    waiting = [(_least(key, profile), key) for key in keys]
    heapify(waiting)
    while waiting:
        asked: list[tuple[Rank, str]] = []
        best: Rank | None = None
        while waiting and (best is None or not _above(waiting[0][0], best, purses.guard)):
            _last, key = heappop(waiting)
            rank = purses.rank(key)
            if rank is None:
                continue
            asked.append((rank, key))
            best = rank if best is None else min(best, rank)
        if best is None:
            break
        alike = [key for rank, key in asked if not _above(rank, best, purses.guard)]
        taken, tie = decide(alike, profile, rules)
        if tie is not None:
            ties.append(tie)
        for rank, key in asked:
            if key == taken:
                order.append(Bought(key, rank))
            else:
                heappush(waiting, (rank, key))
        purses.pay(taken)
    return Run(tuple(order), tuple(ties))


def stays(
    run: Run, keys: Sequence[str], raised: Purses, profile: Profile, rules: CountRules
) -> Run | None:
    """The run with the purses of a higher share, if it is certain that every share between buys
    the same in the same order; None where it is not certain.

    Bought in the same order, nobody has less left with a higher share, at any point: prices only
    fall, and who gave all has more. So each rank lies, for every share between, between the ranks
    at the two ends. If at each point the one bought is, at its dearest (the lower share), before
    all others at their cheapest (the higher share), and at the end nothing can be paid with the
    higher share, every share between decides the same. An equal rank is the same tie for all of
    them if the rank of the one bought is equal at both ends as well.
    """
    waiting = {key: _least(key, profile) for key in keys}
    order: list[Bought] = []
    for bought in run.order:
        rank = raised.rank(bought.key)
        assert rank is not None
        del waiting[bought.key]
        for key, least in list(waiting.items()):
            if _above(least, bought.rank, raised.guard):
                continue
            now = raised.rank(key)
            if now is None:
                del waiting[key]
                continue
            waiting[key] = now
            if _above(now, bought.rank, raised.guard):
                continue
            level = not _above(bought.rank, now, raised.guard)
            level = level and not _above(bought.rank, rank, raised.guard)
            if not (level and _is_before(bought.key, key, profile, rules)):
                return None
        order.append(Bought(bought.key, rank))
        raised.pay(bought.key)
    if any(raised.rank(key) is not None for key in waiting):
        return None
    return Run(tuple(order))


def _is_before(key: str, other: str, profile: Profile, rules: CountRules) -> bool:
    try:
        return decide((key, other), profile, rules)[0] == key
    except Undecided:
        return False


def _least(key: str, profile: Profile) -> Fraction:
    """No rank is ever below this: everybody who names it pays the same."""
    use = 1 if profile.points else profile.costs[key]
    return Fraction(profile.costs[key], profile.votes[key] * use)


def _above(rank: Rank, other: Rank, guard: float) -> bool:
    return bool(rank > other) if guard == 0 else float(rank) > float(other) * (1 + guard)
