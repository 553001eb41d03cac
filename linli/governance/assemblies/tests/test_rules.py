"""The rules of residents' meetings, without a database."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given, strategies as st

from linli.core.pages.sentences import known_rules, sentence
from linli.governance.assemblies import rules
from linli.governance.assemblies.rules import ASSEMBLY, COMMITTEE, MEETING, assembly_law

LAW = assembly_law(date(2026, 6, 1))
WHOLES = st.integers(0, 10**6)


def boundary(whole, share):
    count = whole * share.numerator // share.denominator
    return count, count * share.denominator == whole * share.numerator


@given(base=WHOLES)
@example(0)
@example(1)
@example(2)
def test_half_of_the_residents_are_no_assembly_and_one_more_are(base):
    count, _exact = boundary(base, Fraction(1, 2))
    assert not rules.quorum(ASSEMBLY, count, base, law=LAW)
    assert rules.quorum(ASSEMBLY, count + 1, base, law=LAW).holds is (base > 0)


@given(base=WHOLES)
@example(0)
@example(1)
@example(3)
def test_two_thirds_of_the_members_are_a_representatives_meeting(base):
    count, exact = boundary(base, Fraction(2, 3))
    found = rules.quorum(MEETING, count, base, law=LAW)
    assert found.holds is (exact and base > 0)
    assert rules.quorum(MEETING, count + 1, base, law=LAW).holds is (base > 0)
    assert found.holds is (found.numbers["short"] == 0)


@given(present=WHOLES)
@example(0)
@example(2)
def test_half_of_those_present_decide_nothing(present):
    count, _exact = boundary(present, Fraction(1, 2))
    for body in (ASSEMBLY, MEETING):
        assert not rules.carried(body, present, count, law=LAW)
        if present:
            assert rules.carried(body, present, count + 1, law=LAW)


@given(committee=st.integers(0, 1000), representatives=st.integers(0, 5000))
@example(committee=7, representatives=28)
@example(committee=8, representatives=28)
def test_representatives_are_four_fifths_or_more(committee, representatives):
    found = rules.meeting_composed(representatives, committee, law=LAW)
    members = committee + representatives
    assert found.holds is (members > 0 and 5 * representatives >= 4 * members)
    if committee:
        assert found.holds is (representatives >= found.numbers["needed"])


@pytest.mark.parametrize(
    ("body", "by", "base", "least"),
    [
        (ASSEMBLY, "residents", 1000, 100),
        (ASSEMBLY, "residents", 1001, 101),
        (ASSEMBLY, "households", 600, 60),
        (ASSEMBLY, "representatives", 60, 20),
        (ASSEMBLY, "representatives", 61, 21),
        (MEETING, "representatives", 60, 12),
        (MEETING, "representatives", 61, 13),
    ],
)
def test_how_many_signatures_have_a_meeting_called(body, by, base, least):
    assert rules.petition_enough(body, by, least, base, law=LAW)
    short = rules.petition_enough(body, by, least - 1, base, law=LAW)
    assert not short
    assert short.numbers["needed"] == least


def test_residents_cannot_have_the_representatives_meeting_called():
    with pytest.raises(ValueError):
        rules.petition_enough(MEETING, "residents", 500, 1000, law=LAW)


def test_forty_of_sixty_are_a_meeting_though_they_would_be_no_election():
    assert rules.quorum(MEETING, 40, 60, law=LAW)


def test_without_a_quorum_nothing_is_decided():
    decision = rules.decide(ASSEMBLY, 500, 1000, 500, law=LAW)
    assert (decision.quorate, decision.carried) == (False, False)
    assert decision.findings[1].holds


def test_notice_is_ten_days_or_a_special_case():
    meeting = date(2026, 6, 21)
    assert rules.notice_given(date(2026, 6, 11), meeting, law=LAW)
    assert not rules.notice_given(date(2026, 6, 12), meeting, law=LAW)
    assert rules.notice_given(date(2026, 6, 20), meeting, special=True, law=LAW)
    assert not rules.notice_given(date(2026, 6, 22), meeting, special=True, law=LAW)


def test_the_representatives_meet_in_each_half_of_the_year():
    assert rules.half_year(date(2026, 6, 30), law=LAW) == (date(2026, 1, 1), date(2026, 6, 30))
    assert rules.half_year(date(2026, 7, 1), law=LAW) == (date(2026, 7, 1), date(2026, 12, 31))
    meetings = [date(2026, 6, 30)]
    assert rules.meeting_held(meetings, date(2026, 6, 30), law=LAW)
    found = rules.meeting_held(meetings, date(2026, 7, 1), law=LAW)
    assert not found
    assert found.numbers["days_left"] == 183


@pytest.mark.parametrize(
    ("households", "least", "most"), [(1260, 26, 63), (10, 1, 1), (20, 1, 1), (101, 3, 5)]
)
def test_how_many_representatives_are_usual(households, least, most):
    assert rules.representatives_bounds(households, law=LAW) == (least, most)
    assert rules.representatives_usual(least, households, law=LAW)
    assert not rules.representatives_usual(most + 1, households, law=LAW)


def test_who_decides_a_reserved_matter():
    assert rules.may_decide(ASSEMBLY, "charter")
    assert not rules.may_decide(MEETING, "charter")
    assert rules.may_decide(MEETING, "charter", authorised=True)
    assert not rules.may_decide(COMMITTEE, "charter", authorised=True)
    assert rules.may_decide(COMMITTEE, "stair_light")


def test_a_higher_body_may_change_what_a_lower_one_decided_and_never_the_reverse():
    assert rules.may_change(ASSEMBLY, MEETING)
    assert rules.may_change(MEETING, COMMITTEE)
    assert not rules.may_change(COMMITTEE, MEETING)


def test_the_study_comes_first_and_is_a_step_of_its_own():
    meeting = date(2026, 6, 21)
    assert rules.studied_first("covenant", meeting - timedelta(days=3), meeting)
    assert not rules.studied_first("covenant", None, meeting)
    assert rules.studied_first("stair_light", None, meeting)


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("楼道堆物的，每次罚款五十元。", "fine"),
        ("不参加值班的家庭，不出具证明。", "service_denied"),
        ("欠费住户停水、停电。", "supply_cut"),
        ("违反公约的列入黑名单。", "shaming"),
        ("不守约定的，取消选举权。", "vote_taken"),
    ],
)
def test_a_clause_that_may_infringe_rights_raises_the_article(clause, kind):
    found = rules.look_at_clause(clause)
    assert kind in [finding.numbers["kind"] for finding in found]
    assert all("rcl2025.31" in finding.cites for finding in found)


@pytest.mark.parametrize(
    "clause", ["晚上十点以后小声说话。", "居委会不得罚款。", "文明养犬，出门牵绳。"]
)
def test_an_everyday_clause_raises_nothing(clause):
    assert rules.look_at_clause(clause) == ()


def test_the_clauses_of_a_draft_are_numbered():
    clauses = rules.look_at_text("一、不大声喧哗。\n\n二、乱停车罚款。")
    assert [(clause.number, len(clause.findings)) for clause in clauses] == [(1, 0), (2, 1)]


def test_charter_and_covenant_are_filed():
    assert not rules.filed("covenant", date(2026, 6, 21), None)
    assert rules.filed("covenant", date(2026, 6, 21), date(2026, 6, 25))
    assert rules.filed("stair_light", date(2026, 6, 21), None)


def test_every_finding_can_be_told():
    findings = [
        rules.petition_enough(ASSEMBLY, "residents", 1, 1000, law=LAW),
        rules.may_call(ASSEMBLY, by_committee=False),
        rules.called_in_time(date(2026, 6, 1), None, date(2026, 8, 1), law=LAW),
        rules.notice_given(date(2026, 6, 20), date(2026, 6, 21), law=LAW),
        rules.quorum(ASSEMBLY, 1, 10, law=LAW),
        rules.quorum(MEETING, 1, 10, law=LAW),
        rules.carried(ASSEMBLY, 10, 1, law=LAW),
        rules.meeting_composed(1, 7, law=LAW),
        rules.representatives_usual(1, 1000, law=LAW),
        rules.meeting_held([], date(2026, 6, 1), law=LAW),
        rules.may_decide(COMMITTEE, "charter"),
        rules.may_change(COMMITTEE, ASSEMBLY),
        rules.studied_first("charter", None, date(2026, 6, 1)),
        *rules.look_at_clause("罚款"),
        rules.filed("charter", date(2026, 6, 1), None),
        rules.carried_out_in_time(date(2026, 6, 1), None, date(2026, 6, 2)),
        rules.may_be_challenged(),
    ]
    for finding in findings:
        assert finding.rule in known_rules()
        told = sentence(finding)
        assert told.text
        assert told.way_on or finding.holds
