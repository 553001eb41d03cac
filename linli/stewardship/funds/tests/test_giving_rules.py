"""Gifts, appeals, stock, grants and matching: what holds and what does not, at the boundaries."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from linli.stewardship.funds.rules import appeals, giving, grants, matching, stock

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("给活动室添一台空调，自愿捐款，多少不限", True),
        ("捐款自愿，不摊派，不公布数额", True),
        ("严禁摊派", True),
        ("每户捐 50 元", False),
        ("建议每户不低于一百", False),
        ("人人都要献爱心", False),
        ("按户摊派", False),
        ("把捐款指标分到楼栋", False),
        ("不捐就不能用活动室", False),
        ("每户送一袋 10 公斤的米", True),
    ],
)
def test_words_that_ask_a_sum_of_everybody_are_refused(words, holds):
    found = giving.not_apportioned(words)
    assert found.holds is holds
    assert found.cites == ("charity.32", "rcl2025.42")


@pytest.mark.parametrize(
    ("amounts", "holds"),
    [
        ([5000] * 9, True),  # too few to say
        ([5000] * 8 + [100, 200], False),  # eight of ten are four fifths
        ([5000] * 7 + [100, 200, 300], True),
    ],
)
def test_gifts_nearly_all_of_one_amount_are_a_sign(amounts, holds):
    assert giving.amounts_differ(amounts, least=10).holds is holds


def test_a_name_is_shown_with_the_donors_tick_and_not_without():
    assert giving.shown_as("张三", consents=False) == ""
    assert giving.shown_as(" 张三 ", consents=True) == "张三"
    assert not giving.name_for_consent(True, " ")
    assert not giving.takes_gifts("operating")


def whole(**changed):
    given = {
        "name": "示范慈善会", "qualification": "53330000", "qualified_until": None,
        "agreement": "合〔2026〕1号", "agreed_since": DAY, "agreed_until": DAY + timedelta(days=9),
        "account_holder": "示范慈善会",
    }  # fmt: skip
    return appeals.Cooperation(**{**given, **changed})


@pytest.mark.parametrize(
    ("changed", "filing", "day", "unmet"),
    [
        ({}, "F1", 0, None),
        ({}, "F1", 8, None),
        ({}, "F1", 9, "funds.charity_agreed"),
        ({}, "F1", -1, "funds.charity_agreed"),
        ({}, " ", 0, "funds.appeal_filed"),
        ({"qualification": ""}, "F1", 0, "funds.charity_qualified"),
        ({"qualified_until": DAY}, "F1", 0, "funds.charity_qualified"),
        ({"agreement": ""}, "F1", 0, "funds.charity_agreed"),
        ({"account_holder": "示范居委会"}, "F1", 0, "funds.charity_account"),
    ],
)
def test_a_public_appeal_needs_a_qualified_charity_and_its_filing(changed, filing, day, unmet):
    on = DAY + timedelta(days=day)
    found = appeals.may_appeal(whole(**changed), filing=filing, link="", on=on).first_unmet
    assert (found.rule if found is not None else None) == unmet


def test_without_a_charity_there_is_no_appeal_whatever_else_there_is():
    found = appeals.may_appeal(None, filing="F1", link="", on=DAY)
    assert found.first_unmet.rule == "funds.own_appeal"
    assert "charity.22" in found.first_unmet.cites
    link = appeals.may_appeal(whole(), filing="F1", link="http://x", on=DAY)
    assert link.first_unmet.rule == "funds.appeal_leads_out"


def test_stock_needs_two_hands_enough_goods_and_a_word_on_every_difference():
    one, two = UUID(int=1), UUID(int=2)
    assert stock.second_hand(one, two)
    assert not stock.second_hand(one, one)
    assert not stock.second_hand(one, None)
    assert [stock.enough_in_stock(5, wanted).holds for wanted in (0, 5, 6)] == [False, True, False]
    assert stock.explained(5, 5, "")
    assert not stock.explained(5, 4, " ")
    assert stock.explained(5, 4, "一袋受潮").numbers["difference"] == -1


def bid(number, fen, *sums, minute=0):
    at = datetime(2026, 3, 2, 9, minute, tzinfo=UTC)
    return grants.Scored(UUID(int=number), fen, at, sums)


def test_grants_go_by_the_mean_and_pass_over_what_no_longer_fits():
    bids = [
        bid(1, 300_000, 80, 81), bid(2, 500_000, 90, 90), bid(3, 200_000, 70, 70),
        bid(4, 100_000, 59, 60), bid(5, 100_000), bid(6, 150_000, 70, 70),
    ]  # fmt: skip
    ranked = grants.rank(bids, fen=1_000_000, pass_mark=60)
    assert [(each.bid.id.int, each.place, each.why) for each in ranked] == [
        (2, 1, "funded"), (1, 2, "funded"), (6, 3, "funded"), (3, 3, "no_money"),
        (4, 5, "below"), (5, 6, "unjudged"),
    ]  # fmt: skip
    assert ranked[1].bid.mean == Fraction(161, 2)
    assert grants.rank(reversed(bids), fen=1_000_000, pass_mark=60) == ranked


def test_calls_bids_and_stages_at_their_boundaries():
    closes = DAY + timedelta(days=10)
    assert grants.open_long_enough(DAY, closes, least=10)
    assert not grants.open_long_enough(DAY, closes, least=11)
    days = [DAY + timedelta(days=after) for after in (-1, 0, 10, 11)]
    assert [grants.in_time(day, DAY, closes).holds for day in days] == [False, True, True, False]
    assert [grants.criteria_said(each).holds for each in ([60, 40], [100], [60, 41])] == [
        True, False, False,
    ]  # fmt: skip
    assert [grants.asks_within(fen, 100).holds for fen in (0, 100, 101)] == [False, True, False]
    assert grants.points_within({"a": 0, "b": 40}, {"a": 60, "b": 40})
    assert not grants.points_within({"a": 61, "b": 0}, {"a": 60, "b": 40})
    assert not grants.points_within({"a": 1}, {"a": 60, "b": 40})
    assert [grants.stages_whole(each, 100).holds for each in ([60, 40], [60], [])] == [
        True, False, False,
    ]  # fmt: skip
    assert grants.stage_due(1, 0)
    assert not grants.stage_due(2, 0)
    assert grants.stage_due(2, 1)


def test_lines_meet_entries_of_the_same_amount_near_in_days_and_words():
    lines = [
        matching.Moved(UUID(int=1), DAY, 20_000, "捐款 给活动室"),
        matching.Moved(UUID(int=2), DAY, -9_990, "手续费"),
        matching.Moved(UUID(int=3), DAY, 20_001, "捐款"),
    ]
    entries = [
        matching.Booked(UUID(int=11), DAY - timedelta(days=5), 20_000, "拨款"),
        matching.Booked(UUID(int=12), DAY, 20_000, "拨款"),
        matching.Booked(UUID(int=13), DAY, 20_000, "活动室捐款"),
        matching.Booked(UUID(int=14), DAY - timedelta(days=6), 20_000, "活动室捐款"),
        matching.Booked(UUID(int=15), DAY, -9_990, ""),
    ]
    found = matching.propose(lines, entries, days=5)
    assert [(each.line.int, each.entry.int, each.alone) for each in found] == [
        (1, 13, False), (1, 12, False), (1, 11, False), (2, 15, True),
    ]  # fmt: skip
    assert not matching.amounts_equal(20_001, 20_000)
    assert not matching.of_this_account(["6200000156"], "0157")
    assert not matching.own_wallet(True)


def test_interests_reasons_and_the_rest_to_the_fen():
    assert grants.declared(False, "")
    assert not grants.declared(True, " ")
    assert grants.declared(True, "组长和一位评审人是亲属")
    assert grants.for_registered(False, False)
    assert not grants.for_registered(True, False)
    assert grants.for_registered(True, True)
    assert grants.reasons_said(2, 2)
    assert not grants.reasons_said(2, 1)
    assert grants.unused(150_050, [100_000, 50_000]) == 50
    assert grants.unused(100, [101]) == 0
    assert grants.rest_whole(50, 50)
    assert not grants.rest_whole(50, 49)
    assert not grants.rest_whole(50, 51)
    assert not grants.rest_whole(0, 0)
