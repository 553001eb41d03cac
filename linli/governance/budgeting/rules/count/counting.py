"""A vote counted: winners, losers and the reasons, under the rules fixed before it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from linli.governance.budgeting.rules.count.asked import CountRules, Method
from linli.governance.budgeting.rules.count.buying import Run, buy
from linli.governance.budgeting.rules.count.greedy import count_greedy
from linli.governance.budgeting.rules.count.outcome import (
    Compared,
    Ended,
    Loser,
    Outcome,
    Payment,
    Spent,
    Why,
    Winner,
)
from linli.governance.budgeting.rules.count.profile import Profile
from linli.governance.budgeting.rules.count.purses import ExactPurses, Named, Paid
from linli.governance.budgeting.rules.count.raising import EXACT_UP_TO, Raised, raise_shares


def count(profile: Profile, rules: CountRules, *, exact_up_to: int = EXACT_UP_TO) -> Outcome:
    """The outcome of a vote; the same for papers and projects in any order.

    `exact_up_to`: with more different papers than that the steps are searched in float64 and the
    last share is counted again in fractions (see `Outcome.exact`). Raises ValueError where nobody
    voted, Undecided where the rules leave a tie open.
    """
    if not profile.voters:
        raise ValueError("nobody voted")
    keys, shut = _admit(profile, rules)
    if rules.method is not Method.EQUAL_SHARES:
        return _greedy_outcome(keys, shut, profile, rules)
    named = Named.of(profile)
    raised = raise_shares(keys, named, rules, exact_up_to=exact_up_to)
    outcome = _equal_outcome(raised, keys, shut, named, rules)
    return _compare(outcome, keys, shut, profile, rules) if rules.compared else outcome


def _admit(profile: Profile, rules: CountRules) -> tuple[tuple[str, ...], tuple[Loser, ...]]:
    """Which projects can win, and those that cannot with the reason."""
    keys, shut = [], []
    for key, cost in profile.costs.items():
        supporters, votes = profile.supporters[key], profile.votes[key]
        why = None
        if not votes:
            why = Why.UNNAMED
        elif votes < rules.least:
            why = Why.BELOW_LEAST
        elif rules.threshold and 3 * profile.budget * supporters < cost * profile.voters:
            why = Why.BELOW_THRESHOLD
        if why is None:
            keys.append(key)
        else:
            shut.append(Loser(key, cost, supporters, votes, why))
    return tuple(keys), tuple(shut)


def _greedy_outcome(
    keys: tuple[str, ...], shut: tuple[Loser, ...], profile: Profile, rules: CountRules
) -> Outcome:
    winners, losers, ties = count_greedy(keys, profile, rules)
    return Outcome(
        rules,
        profile.budget,
        profile.voters,
        profile.points,
        winners,
        _by_votes([*losers, *shut]),
        Ended.DONE,
        ties=ties,
    )


def _equal_outcome(
    raised: Raised,
    keys: tuple[str, ...],
    shut: tuple[Loser, ...],
    named: Named,
    rules: CountRules,
) -> Outcome:
    """The last share counted again, with who paid what."""
    profile, purses = named.profile, ExactPurses(named, raised.share)
    run = raised.run
    # A run taken in a long stride names no ties, a searched one may be wrong in the last digit.
    if not raised.exact or raised.steps:
        run = buy(keys, ExactPurses(named, raised.share), profile, rules)
    spent: list[dict[str, Fraction]] = [{} for _pattern in profile.patterns]
    winners = tuple(
        _buy_again(key, place, purses, spent) for place, key in enumerate(run.keys, start=1)
    )
    lost = [key for key in keys if key not in set(run.keys)]
    losers = [_tell_short(key, run, purses, spent) for key in lost]
    held = zip(purses.held, profile.patterns, strict=True)
    idle = Fraction(sum(each * pattern.number for each, pattern in held), purses.unit)
    return Outcome(
        rules,
        profile.budget,
        profile.voters,
        profile.points,
        winners,
        _by_votes([*losers, *shut]),
        raised.ended,
        share=raised.share,
        steps=raised.steps,
        idle=idle,
        ties=run.ties,
        stages=raised.stages,
        exact=raised.exact,
        agreed=set(run.keys) == set(raised.run.keys),
    )


def _buy_again(
    key: str, place: int, purses: ExactPurses, spent: list[dict[str, Fraction]]
) -> Winner:
    profile = purses.named.profile
    price, cost = purses.price(key), profile.costs[key]
    paid = purses.take(key)
    for each in paid:
        if each.amount:
            spent[each.pattern][key] = each.amount
    return Winner(
        key,
        place,
        cost,
        profile.supporters[key],
        profile.votes[key],
        price,
        cost / price,
        _payments(paid, profile),
    )


def _payments(paid: Iterable[Paid], profile: Profile) -> tuple[Payment, ...]:
    together: dict[tuple[Fraction, bool], int] = defaultdict(int)
    for each in paid:
        together[each.amount, each.whole] += profile.patterns[each.pattern].number
    return tuple(
        Payment(amount, voters, whole)
        for (amount, whole), voters in sorted(together.items(), reverse=True)
    )


def _tell_short(key: str, run: Run, purses: ExactPurses, spent: list[dict[str, Fraction]]) -> Loser:
    profile, together = purses.named.profile, purses.together(key)
    stood: dict[str, Fraction] = defaultdict(Fraction)
    payers: dict[str, int] = defaultdict(int)
    for index, _points in purses.named.by[key]:
        number = profile.patterns[index].number
        for winner, amount in spent[index].items():
            stood[winner] += amount * number
            payers[winner] += number
    return Loser(
        key,
        profile.costs[key],
        profile.supporters[key],
        profile.votes[key],
        Why.SHORT,
        together=together,
        missing=profile.costs[key] - together,
        spent=tuple(
            Spent(winner, stood[winner], payers[winner]) for winner in run.keys if winner in stood
        ),
    )


def _compare(
    outcome: Outcome,
    keys: tuple[str, ...],
    shut: tuple[Loser, ...],
    profile: Profile,
    rules: CountRules,
) -> Outcome:
    """Greedy beside it; its winners take the place where more voters are better off with them."""
    greedy = _greedy_outcome(keys, shut, profile, replace(rules, method=Method.GREEDY))
    more, less, level = prefer(profile, outcome.won, greedy.won)
    replaced = less > more
    compared = Compared(outcome.won, greedy.won, more, less, level, replaced)
    if not replaced:
        return replace(outcome, compared=compared)
    losers = tuple(
        replace(each, why=Why.REPLACED) if each.key in outcome.won else each
        for each in greedy.losers
    )
    return replace(greedy, rules=rules, losers=losers, compared=compared)


def prefer(profile: Profile, ones: Sequence[str], others: Sequence[str]) -> tuple[int, int, int]:
    """How many voters get more by `ones`, how many by `others`, how many the same: the number of
    winners they named; with points, their points on winners. Source: equalshares.net."""
    first, second = set(ones), set(others)
    found = [0, 0, 0]
    for pattern in profile.patterns:
        more = 0
        for key, points in pattern.given:
            more += points * ((key in first) - (key in second))
        found[0 if more > 0 else 1 if more < 0 else 2] += pattern.number
    return found[0], found[1], found[2]


def _by_votes(losers: Iterable[Loser]) -> tuple[Loser, ...]:
    return tuple(sorted(losers, key=lambda loser: (-loser.votes, loser.key)))
