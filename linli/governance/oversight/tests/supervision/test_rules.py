"""What the law asks of supervision, on the boundary. No database."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from linli.governance.oversight.rules import acts_seen, appraisal, audits, committee, inspections
from linli.governance.oversight.rules.supervision_law import supervision_law
from linli.lib.law import NotInForce

LAW = supervision_law(date(2026, 6, 1))
BAD, BASIC, GOOD, BEST = "not_competent", "basic", "competent", "excellent"


def test_the_law_of_supervision_begins_with_the_law_of_2025():
    assert LAW.extra_items_of_representatives == Fraction(1, 3)
    assert LAW.extra_items_of_residents == Fraction(1, 10)
    with pytest.raises(NotInForce):
        supervision_law(date(2025, 12, 31))


@pytest.mark.parametrize(
    ("by", "signed", "base", "enough"),
    [
        ("representatives", 14, 42, True),
        ("representatives", 13, 42, False),
        ("representatives", 14, 40, True),  # a third of forty is more than thirteen
        ("representatives", 13, 40, False),
        ("residents", 261, 2610, True),
        ("residents", 260, 2610, False),
        ("residents", 262, 2611, True),
        ("residents", 261, 2611, False),
        ("residents", 11, 10, False),  # more than there are
        ("residents", 0, 0, False),
    ],
)
def test_a_third_of_representatives_or_a_tenth_of_residents_add_items(by, signed, base, enough):
    found = audits.may_add_items(by, signed, base, law=LAW)
    assert found.holds is enough
    assert "rcl2025.38" in found.cites


@pytest.mark.parametrize(
    ("results", "stays"),
    [
        ((BAD, BAD), False),  # 2026 and 2027
        ((BAD, GOOD, BAD), True),  # 2026 and 2028, competent between
        ((BAD, BASIC, BAD), True),
        ((GOOD, BAD, BAD), False),
        ((BAD,), True),
        ((), True),
    ],
)
def test_two_findings_of_incompetence_in_a_row_end_a_post(results, stays):
    assert appraisal.appraised_competent(results).holds is stays


@pytest.mark.parametrize(
    ("counts", "grade"),
    [
        ({BAD: 16, GOOD: 15}, BAD),
        ({BAD: 15, GOOD: 15}, BASIC),  # half is not more than half
        ({BEST: 16, GOOD: 15}, BEST),
        ({BEST: 15, GOOD: 15}, GOOD),
        ({BEST: 8, GOOD: 8, BASIC: 15}, GOOD),
        ({BEST: 5, GOOD: 10, BASIC: 15}, BASIC),
        ({BASIC: 1}, BASIC),
        ({}, ""),
    ],
)
def test_a_grade_takes_more_than_half_of_the_valid_papers(counts, grade):
    assert appraisal.grade_of(counts, law=LAW) == grade


def test_the_result_is_told_and_the_counts_only_from_ten_papers_up():
    counts = {BEST: 9, GOOD: 0, BASIC: 0, BAD: 0}
    assert appraisal.shown_counts(9, counts).counts is None
    assert appraisal.shown_counts(10, counts).counts == counts


def test_two_thirds_of_the_representatives_are_enough_to_appraise():
    assert appraisal.enough_judges(28, 42, law=LAW)
    assert not appraisal.enough_judges(27, 42, law=LAW)
    assert not appraisal.enough_judges(43, 42, law=LAW)


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(0, 7), min_size=4, max_size=4), min_size=1, max_size=5))
def test_papers_made_from_what_was_read_out_come_to_what_was_read_out(counts):
    returned = max(sum(each) for each in counts)
    papers = appraisal.papers_of(counts, returned)
    assert sum(number for _marks, number in papers) == returned
    for position, each in enumerate(counts, 1):
        for place, number in enumerate(each, 1):
            marked = sum(
                str(place) in marks.get(str(position), {}).get("marks", {}) for marks, _n in papers
            )
            assert marked == number


def test_more_read_out_than_returned_is_refused():
    assert appraisal.counts_fit([[3, 0, 0, 0], [1, 1, 1, 0]], 3)
    assert not appraisal.counts_fit([[3, 1, 0, 0]], 3)


@pytest.mark.parametrize("relation", ["spouse", "parent", "child", "sibling", "grandparent"])
def test_near_relatives_of_members_do_not_supervise(relation):
    found = committee.no_near_relative(relation)
    assert not found
    assert set(found.cites) == {"rcl2025.36", "civil_code.1045"}
    assert committee.no_near_relative("cousin")
    assert committee.no_near_relative("")


def test_supervisors_are_chosen_by_more_than_half_of_those_present():
    assert committee.chosen("assembly", 21, 40)
    assert not committee.chosen("assembly", 20, 40)
    assert not committee.chosen("committee", 40, 40)
    assert not committee.chosen("assembly", 41, 40)


def test_supervisors_serve_for_the_committee_s_own_term():
    begins, ends = date(2026, 3, 1), date(2031, 2, 28)
    assert committee.term_of_committee(begins, ends, ends)
    assert committee.term_of_committee(begins, ends, None)
    assert not committee.term_of_committee(begins, date(2030, 2, 28), ends)


def test_two_sheets_differ_only_where_they_say_something_else():
    web = {"title": "三月收支", "total": 120_00, "rows": [{"what": "灯 泡", "fen": 50}], "note": ""}
    board = {"title": " 三月收支 ", "total": "12000", "rows": [{"what": "灯  泡", "fen": "50"}]}
    assert inspections.differences(web, board) == []
    board["total"] = "12500"
    board["rows"] = [{"what": "灯 泡", "fen": "55"}]
    assert [each.key for each in inspections.differences(web, board)] == ["total", "rows"]
    assert inspections.sheet_digest(web) != inspections.sheet_digest(board)
    assert len(inspections.sheet_digest(web)) == 64


def test_what_is_about_anybody_s_case_is_no_act_a_supervisor_sees():
    seen = acts_seen.acts_of()
    assert len(seen) == len(set(seen))
    cases = ("people.", "catalogue.", "chains.", "roster.", "messages.", "ballot.", "paperwork.")
    assert not [act for act in seen if act.startswith(cases)]
    of_matters = {"matters.save_routing", "matters.save_kind"}
    assert {act for act in seen if act.startswith("matters.")} == of_matters
    shared = {act for act in seen if act.startswith(("party.", "organisations."))}
    assert {"organisations.decide_round", "organisations.sign_contract"} <= shared
    assert {"organisations.begin_term", "organisations.file_social"} <= shared
    of_persons = (
        "checkin", "check_in", "leave", "stay", "claim", "service_answered", "tell_total", "file_",
        "staff", "look_at", "open_social", "proposal",
    )  # fmt: skip
    ours = {act for act in shared if act != "organisations.file_social"}
    assert not [act for act in ours if any(part in act for part in of_persons)]
    assert acts_seen.acts_of("posts") == acts_seen.SEEN["posts"]
