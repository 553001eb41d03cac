"""Every limit, on the day before, on the day, and on the day after; every share at its edge."""

from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from linli.governance.property.rules import contracts, founding, meeting, money, scopes
from linli.lib.law import NotInForce, parameter

NOTICE, ENDS = date(2026, 3, 1), date(2026, 12, 31)


@pytest.mark.parametrize(("days", "holds"), [(59, False), (60, True), (61, True)])
def test_owners_dismiss_with_sixty_days(days, holds):
    found = contracts.notice_in_time(
        "owners", notice_on=NOTICE, leaves_on=NOTICE + timedelta(days=days), ends_on=ENDS, days=60
    )
    assert bool(found) is holds
    assert found.cites == ("civil_code_property.946",)


@pytest.mark.parametrize(("before", "holds"), [(89, False), (90, True), (91, True)])
def test_a_firm_that_will_not_renew_says_so_ninety_days_before_the_end(before, holds):
    found = contracts.notice_in_time(
        "provider", notice_on=ENDS - timedelta(days=before), leaves_on=ENDS + timedelta(days=1),
        ends_on=ENDS, days=90,
    )  # fmt: skip
    assert bool(found) is holds


def test_a_firm_does_not_leave_before_its_contract_ends():
    assert not contracts.notice_in_time(
        "provider", notice_on=date(2026, 1, 1), leaves_on=ENDS, ends_on=ENDS, days=90
    )


@pytest.mark.parametrize("side", ["owners", "provider"])
def test_without_an_end_either_side_gives_sixty_days(side):
    leaves = NOTICE + timedelta(days=60)
    assert contracts.notice_in_time(side, notice_on=NOTICE, leaves_on=leaves, ends_on=None, days=60)
    assert not contracts.notice_in_time(
        side, notice_on=NOTICE, leaves_on=leaves - timedelta(days=1), ends_on=None, days=60
    )


def test_a_firm_goes_when_all_is_handed_over_and_somebody_serves():
    assert not contracts.handed_over_whole(0, 0)
    assert not contracts.handed_over_whole(1, 8)
    assert contracts.handed_over_whole(0, 8)
    assert not contracts.somebody_takes_over(False)
    assert not contracts.no_cutting()


def test_who_may_ask_is_counted_by_heads_or_area_or_is_the_developer():
    share = Fraction(1, 20)
    given = {"owners": 300, "area_all": 3_000_000, "by_developer": False, "share": share}
    assert not founding.may_ask(asked=14, area_asked=149_999, **given)
    assert founding.may_ask(asked=15, area_asked=0, **given)
    assert founding.may_ask(asked=0, area_asked=150_000, **given)
    assert founding.may_ask(asked=0, area_asked=0, **{**given, "by_developer": True})
    assert founding.enough_delivered(50, 100, Fraction(1, 2))
    assert not founding.enough_delivered(49, 100, Fraction(1, 2))


def test_groups_are_odd_and_led_by_the_committee():
    group = ["owner"] * 3 + ["committee", "street"]
    assert founding.group_composed(group, "committee")
    assert not founding.group_composed(group, "owner")
    assert not founding.group_composed(["owner", "committee"], "committee")
    assert not founding.group_composed(["owner", "committee", "street"], "committee")
    assert founding.committee_composed(["owner"] * 6 + ["committee"], "committee", 7)
    assert not founding.committee_composed(["owner"] * 4 + ["committee"], "committee", 7)
    assert not founding.committee_composed(["owner"] * 7 + ["committee"], "committee", 7)


def test_the_course_tells_what_is_due_and_what_no_place_has_said():
    reached = {"asked": date(2026, 5, 1)}
    course = founding.course(founding.ASSEMBLY, reached, {"property.street_answers": 30})
    by_code = {due.code: due for due in course}
    assert by_code["answered"].due == date(2026, 5, 31)
    assert not by_code["answered"].late(date(2026, 5, 31))
    assert by_code["answered"].late(date(2026, 6, 1))
    assert by_code["filed"].due is None
    assert founding.next_stage(founding.ASSEMBLY, reached) == "answered"
    assert founding.term_reported_by(date(2026, 8, 31), 6) == date(2026, 2, 28)


def test_an_assembly_is_told_fifteen_days_before_and_a_fifth_forces_one():
    meets = date(2026, 6, 16)
    assert meeting.noticed_in_time(date(2026, 6, 1), meets, days=15)
    assert not meeting.noticed_in_time(date(2026, 6, 2), meets, days=15)
    assert not meeting.committee_told(date(2026, 6, 2), meets, days=15)
    assert meeting.forces_extraordinary(60, 300, Fraction(1, 5))
    assert not meeting.forces_extraordinary(59, 300, Fraction(1, 5))
    assert meeting.forces_extraordinary(59, 300, Fraction(1, 5)).numbers["least"] == 60
    assert meeting.annulment_until(date(2026, 6, 1), 1) == date(2027, 6, 1)


def test_a_point_is_delivered_late_or_open():
    due = date(2026, 6, 1)
    assert meeting.point_kept(due, due, due) == "delivered"
    assert meeting.point_kept(due, due + timedelta(days=1), due) == "late"
    assert meeting.point_kept(due, None, due) == "open"
    assert meeting.point_kept(due, None, due + timedelta(days=1)) == "late"


def test_sums_come_out_to_the_fen():
    assert money.fund_balances(1000, 10, 5, 15, 1000)
    assert not money.fund_balances(1000, 10, 5, 15, 1001)
    assert money.fund_joins(None, 7)
    assert not money.fund_joins(8, 7)
    assert money.net_allocated(100, 30, 70)
    assert not money.net_allocated(100, 30, 69)
    assert money.net_allocated(30, 100, 0)
    assert not money.net_allocated(30, 100, 1)
    assert money.shares_make_whole(10, 4, 3, 2, 1)
    assert not money.shares_make_whole(10, 4, 3, 2)


def test_a_period_is_overdue_the_day_after_its_last_day():
    began = date(2026, 1, 1)
    due = date(2026, 6, 30) + timedelta(days=30)
    found = money.periods_due(began, [], due, months=6, days=30)
    assert found == []
    found = money.periods_due(began, [], due + timedelta(days=1), months=6, days=30)
    assert found == [(date(2026, 1, 1), date(2026, 6, 30), due)]
    later = money.periods_due(date(2026, 1, 2), [], date(2027, 2, 1), months=6, days=30)
    assert [first for first, _last, _due in later] == [date(2026, 7, 1)]
    told = [(date(2026, 1, 1), date(2026, 6, 30))]
    assert money.periods_due(began, told, due + timedelta(days=1), months=6, days=30) == []


def test_shorter_reports_cover_a_period_together_and_none_overlap():
    first, last = date(2026, 1, 1), date(2026, 6, 30)
    quarters = [(date(2026, 4, 1), last), (first, date(2026, 3, 31))]
    today = date(2026, 8, 1)
    assert money.periods_due(first, quarters, today, months=6, days=30) == []
    assert money.covered(first, last, [(first, date(2026, 5, 1)), (date(2026, 4, 1), last)])
    assert not money.covered(first, last, [(first, date(2026, 3, 30)), quarters[0]])
    assert money.periods_due(first, quarters[:1], today, months=6, days=30)
    assert money.told_apart(date(2026, 7, 1), today, quarters)
    assert not money.told_apart(last, today, quarters)
    assert not money.told_apart(date(2025, 1, 1), date(2027, 1, 1), quarters)


def test_a_balance_fits_the_one_after_and_a_torn_one_is_found():
    assert money.joins_next(5, None)
    assert money.joins_next(5, 5)
    assert not money.joins_next(5, 6)
    first, last = date(2026, 1, 1), date(2026, 3, 31)
    follows, ends = last + timedelta(days=1), date(2026, 6, 30)
    assert money.torn([(first, last, 0, 5), (follows, ends, 5, 9)]) == set()
    assert money.torn([(first, last, 0, 5), (follows, ends, 6, 9)]) == {follows}
    assert money.torn([(first, last, 0, 5), (follows + timedelta(days=1), ends, 6, 9)]) == set()


def test_figures_are_told_where_nobody_is_asked_any_more_and_neither_are_a_few():
    many = scopes.count(asked(*["agree"] * 10, *["object"] * 10))
    few = scopes.count(asked(*["agree"] * 10, *["object"] * 9))
    assert scopes.figures_told(many, False, 10)
    assert not scopes.figures_told(many, True, 10)
    assert not scopes.figures_told(few, False, 10)
    assert scopes.enough([scopes.unanimous(scopes.count(asked("agree")))])
    assert not scopes.enough([])


def asked(*answers, area=100):
    return [scopes.Asked(UUID(int=n), area, answer) for n, answer in enumerate(answers)]


def test_two_thirds_take_part_and_three_quarters_of_them_agree():
    part, agree = Fraction(2, 3), Fraction(3, 4)
    edge = scopes.count(asked(*["agree"] * 6, *["object"] * 2, *[""] * 4))
    assert scopes.takes_part(edge, part)
    assert scopes.agrees(edge, agree)
    below = scopes.count(asked(*["agree"] * 6, "object", *[""] * 5))
    assert not scopes.takes_part(below, part)
    fewer = scopes.count(asked(*["agree"] * 5, *["object"] * 3, *[""] * 4))
    assert not scopes.agrees(fewer, agree)


def test_area_alone_or_heads_alone_is_not_enough():
    large = [scopes.Asked(UUID(int=1), 900, "agree"), *asked("object", area=1)]
    assert not scopes.agrees(scopes.count(large), Fraction(3, 4))


def test_units_of_one_owner_are_one_head_and_a_torn_owner_does_not_agree():
    one = UUID(int=9)
    counted = scopes.count([scopes.Asked(one, 10, "agree"), scopes.Asked(one, 10, "object")])
    assert (counted.heads, counted.heads_in, counted.heads_for, counted.area_for) == (1, 1, 0, 10)


def test_business_in_a_home_needs_everybody_and_silence_is_no_consent():
    assert scopes.unanimous(scopes.count(asked("agree", "agree")))
    assert not scopes.unanimous(scopes.count(asked("agree", "")))
    assert not scopes.unanimous(scopes.count(asked("agree", "object")))
    assert not scopes.unanimous(scopes.count([]))


def test_stages_are_taken_one_by_one():
    assert scopes.follows("consulting", "posted")
    assert not scopes.follows("consulting", "agreed")
    assert scopes.follows("building", "dropped")
    assert not scopes.follows("accepted", "dropped")
    assert not scopes.follows("dropped", "posted")
    assert not scopes.objections_talked(1, 0)
    assert scopes.objections_talked(1, 1)


def test_the_example_of_beijing_says_what_the_country_leaves_open():
    here, on = ("cn-11-example", "cn"), date(2026, 6, 1)
    said = {
        "street_answers": 30, "group_posted": 7, "matters_posted": 15, "first_assembly": 60,
        "decisions_posted": 3, "street_files": 5, "management_least": 7, "committee_files": 30,
        "ask_share": Fraction(1, 20), "delivered_share": Fraction(1, 2),
    }  # fmt: skip
    for name, value in said.items():
        assert parameter(f"property.{name}", on, here).value == value, name
    with pytest.raises(NotInForce):
        parameter("property.street_answers", on, ("cn",))
    assert parameter("property.lift_agrees", on, ("cn",)).value == Fraction(3, 4)
