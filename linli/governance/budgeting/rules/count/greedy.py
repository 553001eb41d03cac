"""By votes, one after the other, as most cities do it."""

from linli.governance.budgeting.rules.count.asked import CountRules, Method
from linli.governance.budgeting.rules.count.lots import decide
from linli.governance.budgeting.rules.count.outcome import Loser, TieMet, Why, Winner
from linli.governance.budgeting.rules.count.profile import Profile


def count_greedy(
    keys: tuple[str, ...], profile: Profile, rules: CountRules
) -> tuple[tuple[Winner, ...], tuple[Loser, ...], tuple[TieMet, ...]]:
    """Winners, losers and ties among these projects: the most votes (points) first. What does not
    fit is passed over, or ends the count (GREEDY_NO_SKIP). Ties are told where the order among the
    tied decided who wins. Raises Undecided."""
    winners: list[Winner] = []
    losers: list[Loser] = []
    ties: list[TieMet] = []
    waiting, left, stopped = set(keys), profile.budget, False
    while waiting:
        most = max(profile.votes[key] for key in waiting)
        alike = [key for key in waiting if profile.votes[key] == most]
        together = sum(profile.costs[key] for key in alike)
        taken, tie = min(alike, key=lambda key: (profile.costs[key], key)), None
        # Where all of them fit, or none, it does not matter who is first.
        if not stopped and together > left >= profile.costs[taken]:
            taken, tie = decide(alike, profile, rules)
        waiting.remove(taken)
        told = (profile.costs[taken], profile.supporters[taken], profile.votes[taken])
        if tie is not None:
            ties.append(tie)
        if not stopped and profile.costs[taken] <= left:
            left -= profile.costs[taken]
            winners.append(Winner(taken, len(winners) + 1, *told))
            continue
        why = Why.AFTER_STOP if stopped else Why.NO_ROOM
        losers.append(Loser(taken, *told, why=why, room=left))
        stopped = stopped or rules.method is Method.GREEDY_NO_SKIP
    return tuple(winners), tuple(losers), tuple(ties)
