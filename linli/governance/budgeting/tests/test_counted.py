"""The count by hand: every figure of the small vote, ties, thresholds, the greedy variants."""

from dataclasses import replace
from fractions import Fraction

import pytest

from linli.governance.budgeting.rules.count import (
    Completion,
    CountRules,
    Ended,
    Method,
    Profile,
    Stop,
    Tie,
    Undecided,
    Why,
    count,
    lot_of,
    lot_order,
    prefer,
)
from linli.governance.budgeting.tests.voted import YUAN, approved, toy

BASE = CountRules(completion=Completion.NONE)


def yuan(amount):
    return Fraction(amount) * YUAN


def test_equal_shares_of_the_small_vote_agree_with_paper_and_pencil():
    outcome = count(toy(), BASE)
    assert outcome.won == ("4",)
    assert (outcome.share, outcome.left, outcome.ended) == (yuan(250), 1100 * YUAN, Ended.ONCE)
    (winner,) = outcome.winners
    # 1,400 among six: 233⅓ each, and everybody has 250
    assert winner.price == yuan(Fraction(700, 3))
    assert winner.effective == 6
    assert [(each.amount, each.voters, each.whole) for each in winner.payments] == [
        (yuan(Fraction(700, 3)), 6, True)
    ]
    # what is left: 16⅔ of each of the six, 250 of the other four
    rest = Fraction(50, 3)
    together = {loser.key: loser.together / YUAN for loser in outcome.losers}
    assert together == {
        "5": 3 * rest + 500,
        "1": 2 * rest + 500,
        "2": 3 * rest + 250,
        "7": rest + 500,
    }
    assert outcome.losers[0].missing == yuan(450)
    (spent,) = outcome.losers[0].spent
    assert (spent.key, spent.amount, spent.voters) == ("4", yuan(700), 3)
    assert outcome.idle == yuan(6 * rest + 1000)


def test_raising_the_small_vote_stops_at_267_or_goes_on_to_339():
    outcome = count(toy(), CountRules())
    assert (outcome.won, outcome.cost, outcome.ended) == (("4", "1"), 2000 * YUAN, Ended.EXHAUSTED)
    assert (outcome.share, outcome.steps) == (yuan(267), 17)
    assert [(stage.share, stage.winners) for stage in outcome.stages] == [
        (yuan(250), ("4",)),
        (yuan(267), ("4", "1")),
    ]
    # at 266 the four who want project 1 have 2 × 266 + 2 × 32⅔ = 597⅓; at 267 601⅓
    left = Fraction(267) - Fraction(700, 3)
    price = (600 - 2 * left) / 2
    assert [(each.amount / YUAN, each.voters) for each in outcome.winners[1].payments] == [
        (price, 2),
        (left, 2),
    ]
    further = count(toy(), CountRules(stop=Stop.OVERSHOOT))
    assert (further.won, further.share, further.ended) == (("4", "1"), yuan(339), Ended.OVERSHOT)
    assert further.stages[-1].cost > further.budget >= further.stages[-2].cost
    # in strides of ten yuan it passes over 267 and lands on 270
    assert count(toy(), CountRules(step=10 * YUAN)).share == yuan(270)
    everything = count(toy(budget=5000), CountRules(stop=Stop.OVERSHOOT))
    assert (everything.ended, everything.left) == (Ended.ALL, 0)


@pytest.mark.parametrize(
    ("budget", "rules", "won", "why"),
    [
        (2500, CountRules(Method.GREEDY), ("4", "5"), Why.NO_ROOM),
        (2200, CountRules(Method.GREEDY), ("4", "1"), Why.NO_ROOM),
        (2200, CountRules(Method.GREEDY_NO_SKIP), ("4",), Why.NO_ROOM),
        (2200, CountRules(Method.GREEDY, least=5), ("4",), Why.NO_ROOM),
        (5000, CountRules(Method.GREEDY), ("4", "5", "1", "2", "7"), None),
        (1000, CountRules(Method.GREEDY, ties=(Tie.COST,)), ("5",), Why.NO_ROOM),
    ],
)
def test_by_votes_what_does_not_fit_is_passed_over_or_ends_the_count(budget, rules, won, why):
    outcome = count(toy(budget), rules)
    assert outcome.won == won
    reasons = {loser.key: loser.why for loser in outcome.losers}
    assert why is None or why in reasons.values()
    if rules.method is Method.GREEDY_NO_SKIP:
        assert reasons == {
            "5": Why.NO_ROOM,
            "1": Why.AFTER_STOP,
            "2": Why.AFTER_STOP,
            "7": Why.AFTER_STOP,
        }
    if rules.least:
        assert {key for key, each in reasons.items() if each is Why.BELOW_LEAST} == {"1", "2", "7"}


def test_a_tie_goes_by_cost_then_votes_then_the_lot_and_is_told():
    # 3 votes for 300 and 3 for 200 are alike in effective votes: 3 each
    costs = {"dear": 300, "cheap": 200}
    outcome = count(approved(300, costs, ("dear cheap", 3)), BASE)
    (tie,) = outcome.ties
    assert (tie.keys, tie.taken, tie.by) == (("cheap", "dear"), "cheap", Tie.COST)
    # with points 1 each for 100 is as good as 2 each for 200: more points go first
    points = Profile.of_points(300, {"a": 100, "b": 200}, [({"a": 1, "b": 2}, 2)])
    rules = replace(BASE, ties=(Tie.VOTES, Tie.COST))
    assert count(points, rules).ties[0].by is Tie.VOTES
    alike = approved(200, {"east": 200, "west": 200}, ("east west", 5))
    with pytest.raises(Undecided) as open_tie:
        count(alike, BASE)
    assert open_tie.value.keys == ("east", "west")
    winners = {seed: count(alike, replace(BASE, lot=seed)).won[0] for seed in ("一", "二", "三四")}
    assert winners == {seed: lot_order(seed, ["west", "east"])[0] for seed in winners}
    assert set(winners.values()) == {"east", "west"}
    # printf '2026-11-28\neast' | sha256sum
    assert lot_of("2026-11-28", "east").startswith("e760090e4c1a0ab3")
    # by votes a tie is told only where the order among the tied decided
    greedy = CountRules(Method.GREEDY, lot="一")
    assert count(alike, greedy).ties[0].by is Tie.LOT
    assert not count(replace(alike, budget=400), greedy).ties


def test_the_threshold_includes_exactly_its_share():
    # 3 of 30 voters, a budget of 1,000: up to 300 it takes part (3/30 = 300/3,000), 301 does not
    for cost, why in ((300, Why.SHORT), (301, Why.BELOW_THRESHOLD)):
        profile = approved(1000, {"a": cost, "b": 900}, ("a", 3), ("b", 27))
        outcome = count(profile, replace(BASE, threshold=True))
        assert {loser.key: loser.why for loser in outcome.losers}["a"] is why
    blank = approved(1000, {"a": 100, "b": 50}, ("a", 1), ("", 3))
    outcome = count(blank, BASE)
    assert outcome.share == 250
    assert outcome.losers[0].why is Why.UNNAMED
    with pytest.raises(ValueError, match="nobody voted"):
        count(approved(1000, {"a": 100}), BASE)


def test_the_greedy_winners_take_the_place_only_where_more_are_better_off():
    # 15 shares of 80: the one who wants the small one can pay it, the twelve together have 960
    profile = approved(1200, {"big": 1200, "small": 80}, ("big", 12), ("small", 1), ("", 2))
    alone = count(profile, replace(BASE, compared=True))
    told = alone.compared
    assert (told.equal_shares, told.greedy, told.replaced) == (("small",), ("big",), True)
    assert (told.prefer_greedy, told.prefer_equal_shares, told.indifferent) == (12, 1, 2)
    assert (alone.won, alone.share) == (("big",), None)
    assert {loser.key: loser.why for loser in alone.losers} == {"small": Why.REPLACED}
    told = count(toy(), CountRules(compared=True)).compared
    assert (told.equal_shares, told.greedy, told.replaced) == (("4", "1"), ("4", "5"), True)
    level = count(
        approved(1000, {"a": 600, "b": 400}, ("a", 6), ("b", 4)), CountRules(compared=True)
    )
    assert (level.compared.indifferent, level.compared.replaced) == (10, False)
    assert level.winners[0].price == 100
    assert prefer(toy(), ("4", "1"), ("4", "5")) == (4, 5, 1)


def test_points_are_paid_in_proportion():
    # six shares of 300
    profile = Profile.of_points(
        1800, {"a": 700, "b": 600}, [({"a": 2}, 3), ({"a": 1, "b": 5}, 1), ({"b": 1}, 2)]
    )
    outcome = count(profile, BASE)
    assert outcome.won == ("a", "b")
    first, second = outcome.winners
    # a: seven points for 700, 100 a point; b would be 150, since five points are more than 300
    assert (first.price, first.effective) == (100, 7)
    assert [(each.amount, each.voters, each.whole) for each in first.payments] == [
        (200, 3, True),
        (100, 1, True),
    ]
    # b: the five points have 200 left and give it; the other 400 fall on two points
    assert second.price == 200
    assert [(each.amount, each.voters, each.whole) for each in second.payments] == [
        (200, 2, True),
        (200, 1, False),
    ]
    assert outcome.idle == 3 * 100 + 2 * 100
