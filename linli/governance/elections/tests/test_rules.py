"""The rules around the vote, without a database: roll, candidates, proxies, stations, posts."""

from datetime import date, timedelta
from typing import Any

import pytest

from linli.governance.elections import rules
from linli.governance.elections.rules import Claim, Proxy, election_law
from linli.lib.calendar import national

ON = date(2026, 6, 1)
LAW = election_law(ON)
SICHUAN = election_law(ON, ("cn-51-01", "cn-51"))
DAY = date(2026, 6, 23)


@pytest.fixture(scope="module")
def calendar():
    return national()


def test_a_roll_is_posted_twenty_days_before_or_earlier():
    assert rules.roll_posted_in_time(date(2026, 6, 3), DAY, law=LAW)
    late = rules.roll_posted_in_time(date(2026, 6, 4), DAY, law=LAW)
    assert not late
    assert late.numbers["last_day"] == date(2026, 6, 3)


def test_objections_are_taken_for_five_days_the_day_of_posting_not_counted(calendar):
    posted = date(2026, 6, 3)
    assert rules.objection_in_time(posted, date(2026, 6, 8), calendar, law=LAW)
    assert not rules.objection_in_time(posted, date(2026, 6, 9), calendar, law=LAW)
    assert not rules.objection_in_time(posted, date(2026, 6, 2), calendar, law=LAW)


def test_whether_a_weekend_prolongs_the_time_for_objections_is_the_places_switch(calendar):
    posted = date(2026, 6, 1)  # the fifth day is a Saturday
    assert rules.last_objection_day(posted, calendar, law=LAW) == date(2026, 6, 8)
    strict = election_law(ON, ("cn-37-example",))
    assert rules.last_objection_day(posted, calendar, law=strict) == date(2026, 6, 6)


def test_an_objection_is_decided_within_three_days_of_receipt(calendar):
    received = date(2026, 6, 8)
    assert rules.objection_decided_in_time(received, date(2026, 6, 11), calendar, law=LAW)
    assert not rules.objection_decided_in_time(received, date(2026, 6, 12), calendar, law=LAW)


def test_the_days_of_a_change_of_term_in_sichuan():
    days = rules.timetable(date(2027, 6, 20), law=SICHUAN)
    assert days.roll_posted == date(2027, 5, 31)
    assert days.nominees_posted == date(2027, 6, 5)
    assert days.candidates_posted == date(2027, 6, 15)
    assert days.runoff == date(2027, 6, 30)
    assert days.handover == date(2027, 6, 30)
    assert days.groups == date(2027, 7, 5)
    later = rules.timetable(date(2027, 6, 20), completed_on=date(2027, 6, 28), law=SICHUAN)
    assert later.handover == date(2027, 7, 8)


def test_elsewhere_the_law_names_fewer_days():
    days = rules.timetable(DAY, law=LAW)
    assert (days.nominees_posted, days.candidates_posted, days.runoff, days.groups) == (None,) * 4


def test_whoever_turns_eighteen_on_election_day_votes():
    assert rules.of_age(date(2008, 6, 23), DAY, law=LAW)
    assert not rules.of_age(date(2008, 6, 24), DAY, law=LAW)


BORN = date(1990, 1, 1)
SEEN: Any = {"paper": True, "confirmed": True}


@pytest.mark.parametrize(
    ("claim", "unmet"),
    [
        (Claim(BORN, "hukou", borne_out=True), None),
        (Claim(BORN, "resident", borne_out=True), None),
        (Claim(BORN, "resident", **SEEN), None),
        (Claim(BORN, "resident", confirmed=True), "elections.belongs_here"),
        (Claim(BORN, "resident", paper=True), "elections.belongs_here"),
        (
            Claim(BORN, "resident", borne_out=True, registered_elsewhere=True),
            "elections.registered_once",
        ),
        (Claim(BORN, "worker", worker_since=date(2025, 12, 23), **SEEN), None),
        (
            Claim(BORN, "worker", worker_since=date(2025, 12, 24), **SEEN),
            "elections.worked_long_enough",
        ),
        (
            Claim(BORN, "worker", worker_since=date(2020, 1, 1), confirmed=True),
            "elections.worked_long_enough",
        ),
        (Claim(BORN, "worker", **SEEN), "elections.worked_long_enough"),
        (
            Claim(BORN, "worker", worker_since=date(2020, 1, 1), paper=True),
            "elections.belongs_here",
        ),
    ],
)
def test_who_goes_on_the_roll(claim, unmet):
    found = rules.may_register(claim, DAY, law=LAW)
    assert bool(found) is (unmet is None)
    assert [step.rule for step in found if not step.holds][:1] == ([unmet] if unmet else [])


def test_a_worker_applies_with_six_months_and_a_paper_and_is_confirmed_later():
    applies = Claim(BORN, "worker", worker_since=date(2025, 12, 23), paper=True)
    assert rules.may_apply(applies, DAY, law=LAW)
    assert not rules.may_register(applies, DAY, law=LAW)


def test_a_member_leaves_when_a_close_relative_is_nominated():
    asked = {"willing": False, "law": LAW}
    assert not rules.may_stay_on_committee(nominated=False, kin_nominated=True, **asked)
    assert not rules.may_stay_on_committee(nominated=True, kin_nominated=False, **asked)
    assert rules.may_stay_on_committee(nominated=False, kin_nominated=False, **asked)


def test_in_sichuan_only_a_willing_nominee_makes_a_member_leave():
    kin = {"nominated": False, "kin_nominated": True, "law": SICHUAN}
    assert rules.may_stay_on_committee(willing=False, **kin)
    assert not rules.may_stay_on_committee(willing=True, **kin)


def test_three_absences_end_a_seat_in_sichuan_and_none_where_no_rule_says_so():
    assert not rules.absent_too_often(2, law=SICHUAN)
    assert rules.absent_too_often(3, law=SICHUAN)
    assert not rules.absent_too_often(30, law=LAW)


def test_substitutes_follow_in_the_order_of_the_earlier_result():
    result = ("一", "二", "三", "四", "五")
    found = rules.substitutes(result, serving={"一", "三"}, unavailable={"二"}, vacancies=1)
    assert found.names == ("四",)
    short = rules.substitutes(result, serving={"一", "三"}, unavailable={"二"}, vacancies=3)
    assert short.names == ("四", "五")
    assert not short.finding


def test_ten_electors_nominate_and_nine_do_not():
    assert rules.nominated(by_party=False, nominators=10, law=LAW)
    assert not rules.nominated(by_party=False, nominators=9, law=LAW)
    assert rules.nominated(by_party=True, nominators=0, law=LAW)


def test_nobody_is_shut_out_by_a_guess():
    assert rules.may_stand(answered=True)
    assert not rules.may_stand(answered=False)
    assert not rules.may_stand(answered=True, exclusions={"penalty"})
    with pytest.raises(ValueError, match="no such exclusion"):
        rules.may_stand(answered=True, exclusions={"petitioner"})


def test_candidates_outnumber_the_seats():
    assert not rules.more_candidates_than_seats(5, 5, law=LAW)
    assert rules.more_candidates_than_seats(6, 5, law=LAW)
    assert rules.more_candidates_than_seats(20, 5, law=LAW)
    assert rules.more_candidates_than_seats(8, 5, law=SICHUAN)
    assert not rules.more_candidates_than_seats(9, 5, law=SICHUAN)
    assert not rules.more_candidates_than_seats(3, 1, office="director", law=SICHUAN)


@pytest.mark.parametrize(("members", "allowed"), [(4, False), (5, True), (9, True), (10, False)])
def test_a_committee_has_five_to_nine_members(members, allowed):
    assert bool(rules.committee_composed(members, 1, 0, law=LAW)) is allowed


def test_a_committee_needs_a_woman_and_bears_no_close_relatives():
    found = rules.committee_composed(7, 0, 1, law=LAW)
    assert [step.rule for step in found if not step.holds] == [
        "elections.has_woman",
        "elections.without_kin",
    ]


def test_close_relatives_are_those_the_civil_code_names():
    assert rules.near_relatives("sibling")
    assert not rules.near_relatives("in_law")
    assert not rules.may_supervise(on_committee=False, kin_on_committee=True)
    assert rules.may_supervise(on_committee=False, kin_on_committee=False)


GOOD = Proxy(
    mode="electors",
    in_writing=True,
    principal_registered=True,
    principal_away=True,
    holder_registered=True,
    holder_is_candidate=False,
    held=2,
)


@pytest.mark.parametrize(
    ("change", "unmet"),
    [
        ({}, None),
        ({"held": 3}, "elections.proxies_within"),
        ({"holder_is_candidate": True}, "elections.holder_no_candidate"),
        ({"mode": "representatives"}, "elections.proxies_in_mode"),
        ({"mode": "households"}, None),
        ({"in_writing": False}, "elections.proxy_in_writing"),
        ({"passed_on": True}, "elections.proxy_not_passed_on"),
        ({"principal_away": False}, "elections.principal_away"),
    ],
)
def test_which_proxies_are_taken(change, unmet):
    given = {name: getattr(GOOD, name) for name in Proxy.__slots__}
    found = rules.may_take_proxy(Proxy(**given | change), law=LAW)
    assert [step.rule for step in found if not step.holds][:1] == ([unmet] if unmet else [])


def test_a_handover_is_complete_on_the_tenth_day():
    assert rules.handed_over_in_time(DAY, DAY + timedelta(days=10), law=LAW)
    assert not rules.handed_over_in_time(DAY, DAY + timedelta(days=11), law=LAW)


def test_a_term_is_five_years():
    assert rules.term_ends(date(2024, 2, 29), law=LAW) == date(2029, 2, 28)
    assert rules.term_runs(date(2021, 6, 2), date(2026, 6, 1), law=LAW)
    assert not rules.term_runs(date(2021, 6, 1), date(2026, 6, 1), law=LAW)


def test_a_recall_that_failed_may_be_asked_again_after_half_a_year_in_sichuan():
    failed = date(2026, 3, 10)
    early, later = date(2026, 9, 9), date(2026, 9, 10)
    assert not rules.recall_may_be_asked_again(failed, early, law=SICHUAN)
    assert rules.recall_may_be_asked_again(failed, later, law=SICHUAN)
    assert rules.recall_may_be_asked_again(failed, early, same_ground=False, law=SICHUAN)
    assert rules.recall_may_be_asked_again(failed, early, law=LAW)


def test_a_resignation_works_from_the_approval():
    assert not rules.resignation_approved(None, None, ON)
    assert rules.resignation_approved("representatives_meeting", ON, ON)
    assert not rules.resignation_approved("assembly", ON + timedelta(days=1), ON)
