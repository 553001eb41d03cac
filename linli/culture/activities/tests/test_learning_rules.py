"""Boundaries of what is taught, met for, and thanked for; no database."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

import pytest

from linli.culture.activities.rules import groups, learning, recognition, screenings, teaching
from linli.lib.calendar import SHANGHAI

DAY = date(2026, 11, 29)


def hour(hours, minutes=0, on=DAY):
    return datetime.combine(on, time(hours, minutes), tzinfo=SHANGHAI)


def test_a_certificate_is_told_sixty_days_ahead_counts_on_its_last_day_and_is_expired_after():
    def stands(left):
        return teaching.standing(DAY + timedelta(days=left), DAY, soon_days=60)

    assert [stands(n) for n in (61, 60, 1, 0, -1, -4000)] == [
        "valid", "soon", "soon", "soon", "expired", "expired",
    ]  # fmt: skip
    assert teaching.standing(None, DAY, soon_days=60) == "lasting"


def test_who_taught_or_met_a_year_ago_to_the_day_is_no_longer_active():
    for active in (
        teaching.taught_lately,
        groups.active,
        lambda last, on: learning.within_year(last or date.min, on),
    ):
        assert active(DAY, DAY)
        assert active(DAY - timedelta(days=364), DAY)
        assert not active(DAY - timedelta(days=365), DAY)
        assert not active(DAY + timedelta(days=1), DAY)
        assert not active(None, DAY)


def test_dancing_needs_agreed_hours_and_keeps_to_them_to_the_minute():
    assert not groups.hours_agreed(True, None, None, "")
    assert not groups.hours_agreed(True, time(19), time(20, 30), " ")
    assert not groups.hours_agreed(True, time(20), time(20), "楼栋")
    assert groups.hours_agreed(True, time(19), time(20, 30), "楼栋和物业")
    assert groups.hours_agreed(False, None, None, "")
    within = lambda a, b: groups.within_hours(a, b, time(19), time(20, 30))  # noqa: E731
    assert within(hour(19), hour(20, 30))
    assert not within(hour(18, 59), hour(20))
    assert not within(hour(19), hour(20, 31))
    assert not within(hour(19), hour(20, on=DAY + timedelta(days=1)))
    assert groups.within_hours(hour(5), hour(23), None, None)


def test_who_is_asked_next_goes_round_and_nobody_is_asked_twice():
    order = ["a", "b", "c"]
    assert groups.next_asked(order, "a", {"a"}) == "b"
    assert groups.next_asked(order, "c", {"c"}) == "a"
    assert groups.next_asked(order, "b", {"a", "b"}) == "c"
    assert groups.next_asked(order, "b", {"a", "b", "c"}) is None
    assert groups.next_asked(["a"], "a", {"a"}) is None
    assert groups.next_asked([], "a", ()) is None


@pytest.mark.parametrize(
    ("way", "witness", "given"),
    [("", "", False), ("signed", "", True), ("online", "", True), ("spoken", " ", False),
     ("spoken", "楼长", True), ("silent", "楼长", False)],
)  # fmt: skip
def test_consent_is_signed_online_or_spoken_before_a_witness(way, witness, given):
    assert bool(groups.consent_given(way, witness)) is given
    assert bool(groups.leader_consents(way, witness)) is given


def test_a_course_is_completed_at_the_very_share_and_not_below():
    share = Fraction(2, 3)
    assert learning.completes(8, 12, share)
    assert not learning.completes(7, 12, share)
    assert learning.completes(5, 7, share)  # 5/7 is above, 4/7 below
    assert not learning.completes(4, 7, share)
    assert not learning.completes(0, 0, share)
    assert not learning.course_over(1, 11)
    assert not learning.course_over(0, 0)
    assert learning.course_over(0, 12)


def test_coverage_is_an_exact_fraction_and_hides_what_would_point_at_a_few():
    assert learning.Coverage(30, 10).share == Fraction(1, 3)
    assert learning.Coverage(0, 0).share is None
    told = {pair: learning.Coverage(*pair).may_be_told for pair in
            [(20, 10), (20, 9), (20, 11), (20, 0), (20, 20), (9, 9), (0, 0)]}  # fmt: skip
    assert told == {(20, 10): True, (20, 9): False, (20, 11): False, (20, 0): True,
                    (20, 20): True, (9, 9): False, (0, 0): False}  # fmt: skip
    assert learning.Coverage(9, 0).wishing_hidden
    assert not learning.Coverage(10, 0).wishing_hidden
    assert learning.Coverage(12, 0, places=11).proposes_course
    assert not learning.Coverage(12, 0, places=12).proposes_course
    assert not learning.Coverage(9, 0).proposes_course  # too few to be told of


@pytest.mark.parametrize(
    "words",
    ["邻里纠纷一次扣分", "得分最高的十户", "按积分排名", "前三户发奖金", "评上的优先享受救助", "不文明的取消资格",
     "评五星级家庭", "满 90 分", "第一名"],
)  # fmt: skip
def test_criteria_that_reckon_rank_or_give_a_right_are_refused(words):
    assert not recognition.positive_only(words)


def test_criteria_that_say_what_somebody_does_are_taken():
    for words in (
        "常帮邻居照看老人",
        "每周带大家读书三十分钟",
        "垃圾分得清楚，也教别人",
        "用心听邻居说话",
    ):
        assert recognition.positive_only(words)


def test_nominations_are_taken_from_the_first_day_to_the_last():
    first, last = DAY, DAY + timedelta(days=10)
    for day, taken in ((first - timedelta(days=1), False), (first, True), (last, True),
                       (last + timedelta(days=1), False)):  # fmt: skip
        assert bool(recognition.takes_nominations(first, last, False, day)) is taken
    assert not recognition.takes_nominations(first, last, True, first)


def test_nothing_is_shown_unlooked_at_and_nothing_given_before_the_days_of_objection_are_over():
    assert not recognition.agreed_first("")
    assert recognition.agreed_first("signed")
    assert not recognition.looked_at(1, 0, least=2)
    assert recognition.looked_at(2, 0, least=2)
    assert not recognition.looked_at(3, 1, least=2)
    assert not recognition.objections_heard(DAY, DAY, 0)  # the last day is still theirs
    assert recognition.objections_heard(DAY, DAY + timedelta(days=1), 0)
    assert not recognition.objections_heard(DAY, DAY + timedelta(days=1), 1)
    assert recognition.may_object(DAY, DAY, DAY)
    assert not recognition.may_object(DAY, DAY, DAY + timedelta(days=1))
    assert not recognition.may_object(None, None, DAY)
    assert recognition.expires_on(date(2026, 8, 31), 6) == date(2027, 2, 28)


def test_a_delivery_comes_on_the_day_it_was_asked_for_or_later_and_not_tomorrow():
    assert screenings.delivered_after(DAY, DAY, DAY)
    assert not screenings.delivered_after(DAY, DAY - timedelta(days=1), DAY)
    assert not screenings.delivered_after(DAY, DAY + timedelta(days=1), DAY)
    assert not screenings.told_after(True, " ")
    assert not screenings.told_after(False, "好")
    assert screenings.told_after(True, "好")
