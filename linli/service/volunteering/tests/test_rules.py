"""Who fits, what a call must say, how hours are counted: the day before, the day, the day after."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from linli.lib.calendar import SHANGHAI
from linli.service.volunteering.rules import calls, fitness, hours, rounds
from linli.service.volunteering.rules.fitness import Candidate, Wanted

ON = date(2027, 3, 10)


def wanted(starts=10, minutes=120, **more):
    begins = datetime(2027, 3, 10, starts, tzinfo=SHANGHAI)
    return Wanted(begins, begins + timedelta(minutes=minutes), **more)


def unmet(asked, candidate):
    return [each.rule for each in fitness.fits(asked, candidate) if not each]


def test_age_is_counted_with_both_ends_on_the_day_of_the_shift():
    for age, fits in ((15, False), (16, True), (70, True), (71, False)):
        assert bool(fitness.age_fits(age, 16, 70)) is fits, age
    assert unmet(wanted(age_from=18), Candidate(age=None)) == ["volunteering.age_known"]
    # Open to minors, too: whether a guardian is asked depends on it.
    assert unmet(wanted(minors=True), Candidate(age=None)) == ["volunteering.age_known"]


def test_under_eighteen_a_guardian_agrees_and_from_the_birthday_nobody_is_asked():
    asked = wanted(minors=True)
    assert unmet(asked, Candidate(age=17)) == ["volunteering.guardian_agrees"]
    assert unmet(asked, Candidate(age=17, guardian=True)) == []
    assert unmet(asked, Candidate(age=18)) == []


def test_minors_serve_in_no_danger_and_not_after_the_last_hour():
    child = Candidate(age=15, guardian=True, covered=[(ON, ON)])
    rule = ["volunteering.suits_minors"]
    assert unmet(wanted(starts=20, minutes=120, minors=True), child) == []
    assert unmet(wanted(starts=20, minutes=121, minors=True), child) == rule
    assert unmet(wanted(starts=6, minors=True), child) == []
    assert unmet(wanted(starts=5, minors=True), child) == rule
    assert unmet(wanted(starts=23, minutes=120, minors=True), child) == rule
    assert unmet(wanted(), child) == rule
    assert unmet(wanted(minors=True, dangerous=True), child) == rule
    assert unmet(wanted(starts=23, minutes=120), Candidate(age=40)) == []


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (1, True)])
def test_training_and_insurance_hold_on_their_last_day(days, holds):
    last = ON + timedelta(days=days)
    term = (ON - timedelta(days=300), last)
    asked = wanted(training="patrol", dangerous=True)
    found = unmet(asked, Candidate(age=40, trained=[("patrol", term)], covered=[term]))
    assert found == ([] if holds else ["volunteering.is_trained", "volunteering.is_covered"])


def test_insurance_is_in_force_before_dangerous_work_and_not_a_day_later():
    cover = [(ON + timedelta(days=1), ON + timedelta(days=30))]
    assert unmet(wanted(dangerous=True), Candidate(age=40, covered=cover))
    assert not unmet(wanted(dangerous=True), Candidate(age=40, covered=[(ON, ON)]))
    assert not unmet(wanted(), Candidate(age=40))
    assert unmet(wanted(insured=True), Candidate(age=40)) == ["volunteering.is_covered"]
    other = [("fire", (ON, None))]
    assert unmet(wanted(training="care"), Candidate(age=40, trained=other))


def test_skill_and_registration():
    assert unmet(wanted(skill="care"), Candidate(age=30)) == ["volunteering.has_skill"]
    assert unmet(wanted(skill="care"), Candidate(age=30, skills=["care"])) == []
    assert unmet(wanted(), Candidate(age=30, active=False)) == ["volunteering.is_registered"]


def test_the_part_of_the_week_a_shift_begins_in():
    for hour, slot in ((11, "am"), (12, "pm"), (17, "pm"), (18, "eve")):
        begins = datetime(2027, 3, 10, hour, tzinfo=SHANGHAI)
        assert fitness.slot_of(begins) == f"weekday_{slot}"
    assert fitness.slot_of(datetime(2027, 3, 13, 9, tzinfo=SHANGHAI)) == "weekend_am"
    assert fitness.has_time([], begins)
    assert not fitness.has_time(["weekend_am"], begins)


def said(**more):
    whole = {
        "content": "中午把饭送到走不动的老人家里", "venue": "食堂", "when_told": "中午",
        "served": "elders", "hazard": "要爬楼梯", "contact": "服务岗", "contact_phone": "021-0",
        "dangerous": False, "insured": False, "training": "", "minors": False,
    }  # fmt: skip
    found = calls.may_publish(calls.Said(**{**whole, **more}))
    return [each.rule.removeprefix("volunteering.") for each in found if not each]


def test_a_call_is_published_complete_or_not_at_all():
    assert said() == []
    assert said(hazard=" ") == ["risk_said"]
    assert said(content="送饭") == ["content_said"]
    assert said(venue="") == said(when_told="") == said(served="") == ["where_and_when"]
    assert said(contact="") == said(contact_phone="") == ["who_answers"]
    dangerous = {"dangerous": True}
    assert said(**dangerous) == ["training_before_danger", "insured_before_danger"]
    assert said(**dangerous, insured=True, training="patrol") == []
    minors = said(**dangerous, insured=True, training="patrol", minors=True)
    assert minors == ["no_minors_in_danger"]


def test_nobody_is_counted_off_or_made_to_come():
    assert calls.asks_nobody_by_quota("愿意来的报名")
    for words in ("每户一人轮值", "必须 参加", "这是硬性任务"):
        assert not calls.asks_nobody_by_quota(words), words


def test_hours_are_whole_and_half_and_a_begun_one_counts_from_its_minutes():
    for minutes, halves in ((0, 0), (14, 0), (15, 1), (30, 1), (44, 1), (45, 2), (120, 4)):
        assert hours.half_hours_of(minutes, begun_from=15) == halves, minutes
    assert hours.half_hours_of(59, begun_from=30) == 1


@given(st.integers(0, 1440), st.integers(1, 30))
def test_counted_hours_are_never_a_half_hour_away_from_what_was_served(minutes, begun_from):
    counted = hours.half_hours_of(minutes, begun_from=begun_from) * 30
    assert abs(counted - minutes) < 30
    assert counted <= minutes + 30 - begun_from


def test_hours_are_confirmed_from_the_end_on():
    end = datetime(2027, 3, 10, 12, tzinfo=SHANGHAI)
    assert not hours.is_over(end, end - timedelta(seconds=1))
    assert hours.is_over(end, end)
    assert hours.not_longer(120, 120)
    assert not hours.not_longer(121, 120)
    assert hours.correction_holds(4, 0, "记错了")
    assert not hours.correction_holds(4, 4, "记错了")
    assert not hours.correction_holds(4, 3, " ")
    assert not hours.correction_holds(4, -1, "记错了")


def test_homes_of_a_round_are_seen_on_its_day_until_an_hour_after_its_end():
    starts = datetime(2027, 3, 10, 10, tzinfo=SHANGHAI)
    ends = starts + timedelta(hours=2)

    def seen(at, carries=True):
        return bool(rounds.sees_stops(carries, starts, ends, at, after_hours=1))

    assert not seen(datetime(2027, 3, 9, 23, 59, tzinfo=SHANGHAI))
    assert seen(datetime(2027, 3, 10, 0, 0, tzinfo=SHANGHAI))
    assert seen(ends + timedelta(hours=1))
    assert not seen(ends + timedelta(hours=1, seconds=1))
    assert not seen(starts, carries=False)
    assert not rounds.may_raise(starts, starts + timedelta(minutes=59), after_hours=1)
    assert rounds.may_raise(starts, starts + timedelta(hours=1), after_hours=1)
