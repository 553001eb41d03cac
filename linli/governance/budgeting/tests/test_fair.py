"""What must hold of every count, whatever the papers say."""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings, strategies as st

from linli.governance.budgeting.pabulib import tell_rules
from linli.governance.budgeting.pabulib.recount_pb import Count
from linli.governance.budgeting.rules.count import (
    Completion,
    CountRules,
    Method,
    Profile,
    Stop,
    Tie,
    count,
)
from linli.governance.budgeting.tests.voted import votes

QUICK = settings(max_examples=50, deadline=None, derandomize=True, database=None)
QUICKER = settings(QUICK, max_examples=25)
RULES = st.builds(
    CountRules,
    st.just(Method.EQUAL_SHARES),
    st.sampled_from(Completion),
    st.sampled_from(Stop),
    st.sampled_from([1, 3, 10]),
    st.permutations([Tie.COST, Tie.VOTES, Tie.LOT]).map(tuple),
    st.sampled_from(["一", "二"]),
    st.sampled_from([0, 0, 2]),
    threshold=st.booleans(),
    compared=st.booleans(),
)


@QUICK
@given(votes(), RULES)
def test_no_money_is_made_or_lost(profile, rules):
    """Each winner is paid exactly, nobody pays more than a share, and nothing that could still be
    paid is left out; all winners fit into the budget."""
    outcome = count(profile, replace(rules, compared=False))
    assert outcome.cost <= outcome.budget
    paid = Fraction()
    for winner in outcome.winners:
        assert sum(each.amount * each.voters for each in winner.payments) == winner.cost
        assert sum(each.voters for each in winner.payments) == winner.supporters
        assert all(0 <= each.amount <= outcome.share for each in winner.payments)
        paid += winner.cost
    assert paid + outcome.idle == outcome.share * outcome.voters
    for loser in outcome.losers:
        assert loser.missing is None or loser.missing > 0
        assert (
            loser.together is None
            or loser.together + sum(each.amount for each in loser.spent)
            == outcome.share * loser.supporters
        )
    assert len(outcome.won) + len(outcome.losers) == len(profile.costs)


@QUICKER
@given(votes(), RULES)
def test_the_script_that_counts_again_finds_the_same(profile, rules):
    """It raises shares step by step, asks every project and shares no line with the count."""
    for method in Method:
        asked = replace(rules, method=method)
        papers = sorted((pattern.given, pattern.number) for pattern in profile.patterns)
        kind = "cumulative" if profile.points else "approval"
        meta = {"vote_type": kind, **tell_rules(asked)}
        script = Count(profile.budget, dict(profile.costs), papers, meta)
        if method is not Method.EQUAL_SHARES:
            won = script.greedy(skip=method is Method.GREEDY)
        elif asked.completion is Completion.NONE:
            won = script.equal_shares(Fraction(profile.budget, profile.voters))
        else:
            won = script.completed(asked.step, asked.stop is Stop.OVERSHOOT)
        outcome = count(profile, replace(asked, compared=False))
        assert set(outcome.won) == set(won)
        searched = count(profile, replace(asked, compared=False), exact_up_to=0)
        assert (searched.won, searched.steps) == (outcome.won, outcome.steps)
        if asked.compared and method is Method.EQUAL_SHARES:
            assert set(count(profile, asked).won) == set(script.better_greedy(won) or won)


@QUICKER
@given(votes(), RULES, st.integers(2, 9), st.randoms(use_true_random=False))
def test_neither_order_nor_currency_changes_who_wins(profile, rules, times, chance):
    papers = [
        (dict(pattern.given), 1) for pattern in profile.patterns for _ in range(pattern.number)
    ]
    costs = list(profile.costs.items())
    chance.shuffle(papers)
    chance.shuffle(costs)
    make = Profile.of_points if profile.points else Profile.of_approvals
    assert count(make(profile.budget, dict(costs), papers), rules) == count(profile, rules)
    dearer = {key: cost * times for key, cost in costs}
    scaled = count(
        make(profile.budget * times, dearer, papers), replace(rules, step=rules.step * times)
    )
    outcome = count(profile, rules)
    assert (scaled.won, scaled.steps) == (outcome.won, outcome.steps)
    assert scaled.idle == outcome.idle * times


@QUICK
@given(votes(points=False), st.sampled_from(Completion))
def test_a_group_that_agrees_gets_what_its_money_buys_up_to_one_project(profile, completion):
    """EJR up to one project (Peters, Pierczyński, Skowron 2021), for approvals and cost as use: of
    any group that all approve T and whose share of the budget pays for T, somebody has winners of
    at least the cost of T, or would have more than that with one more project of T."""
    outcome = count(profile, CountRules(completion=completion, lot="一", stop=Stop.OVERSHOOT))
    won = set(outcome.won)
    agree: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for pattern in profile.patterns:
        named = [key for key, _points in pattern.given]
        use = sum(profile.costs[key] for key in named if key in won)
        for size in range(1, len(named) + 1):
            for wanted in combinations(named, size):
                cost = sum(profile.costs[key] for key in wanted)
                one_more = max((profile.costs[key] for key in wanted if key not in won), default=0)
                if use < cost and use + one_more <= cost:
                    agree[wanted].append((cost, pattern.number))
    for unhappy in agree.values():
        cost, group = unhappy[0][0], sum(number for _cost, number in unhappy)
        assert group * profile.budget < cost * profile.voters
