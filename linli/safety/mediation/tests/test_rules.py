"""What the People's Mediation Law asks, without a database: boundaries first."""

from datetime import date

import pytest

from linli.lib.calendar import national
from linli.safety.mediation.rules import agreeing, committee, papers, starting
from linli.safety.mediation.rules.papers import Course, Standing
from linli.safety.mediation.rules.starting import Side

TITLES = {name: name for name in (*papers.PAPERS, "paper", "signature", "seal")}
WHOLE = [
    Standing(paper, True, paper in papers.BY_HAND, paper in papers.WITH_SEAL)
    for paper in papers.PAPERS
]
READY = Side("甲方", True, True, True)


def until(in_force, rolls=True):
    return agreeing.confirm_until(in_force, days=30, weekend_rolls=rolls, calendar=national())


@pytest.mark.parametrize(
    ("in_force", "last"),
    [
        (date(2026, 3, 1), date(2026, 3, 31)),  # vector 8
        (date(2026, 9, 1), date(2026, 10, 8)),  # 1 October is a holiday: the next working day
        (date(2026, 5, 29), date(2026, 6, 29)),  # the last day is a Sunday
        (date(2026, 1, 30), date(2026, 3, 2)),  # 1 March is a Sunday
    ],
)
def test_the_last_day_of_joint_confirmation(in_force, last):
    assert until(in_force) == last


def test_the_last_day_counts_and_the_next_is_late():
    last = until(date(2026, 3, 1))
    assert agreeing.asked_in_time(date(2026, 3, 31), last)
    assert not agreeing.asked_in_time(date(2026, 4, 1), last)


def test_an_agreement_is_in_force_on_the_day_of_the_last_signature_or_the_seal():
    a, b, c, d = (date(2026, 3, day) for day in (1, 4, 2, 3))
    assert agreeing.in_force_on([a, b], c, d) == b
    assert agreeing.in_force_on([a, a], a, d) == d
    for missing in (([a, None], c, d), ([a, b], None, d), ([a, b], c, None), ([], c, d)):
        assert agreeing.in_force_on(*missing) is None


def test_a_part_of_a_written_agreement_that_is_missing_is_named_and_a_spoken_one_needs_two():
    given = dict.fromkeys(agreeing.PARTS, True)
    assert agreeing.parts_given(given, {}, oral=False)
    for part in agreeing.PARTS:
        found = agreeing.parts_given({**given, part: False}, {part: "这一项"}, oral=False)
        assert found.numbers["missing"] == ("这一项",)
    assert agreeing.parts_given({"parties": True, "content": True}, {}, oral=True)
    assert not agreeing.parts_given({"parties": True}, {}, oral=True)


def test_no_court_confirms_what_settles_status_and_the_inviting_court_comes_first():
    assert not agreeing.may_be_confirmed(True)
    assert agreeing.may_be_confirmed(False)
    assert agreeing.courts_for("court") == ("inviting",)
    assert agreeing.courts_for("application") == ("domicile", "object", "body")


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"willing": False}, "mediation.all_willing"),
        ({"told": False}, "mediation.rights_told"),
        ({"accepts_mediator": False}, "mediation.mediator_accepted"),
    ],
)
def test_talks_begin_when_all_are_willing_told_and_content_with_the_mediator(changed, rule):
    assert starting.may_begin([READY, READY])
    other = Side(
        **{"label": "乙方", "willing": True, "told": True, "accepts_mediator": True} | changed
    )
    unmet = starting.may_begin([READY, other]).first_unmet
    assert unmet.rule == rule
    assert unmet.numbers["who"] == ("乙方",)


def test_one_side_is_no_quarrel():
    assert not starting.enough_parties(1)
    assert starting.enough_parties(2)
    assert starting.may_begin([READY]).first_unmet.rule == "mediation.two_parties"


def test_a_mediator_stands_apart():
    assert starting.stands_apart(is_party=False, shares_home=False, declared=True)
    for tie in ({"is_party": True}, {"shares_home": True}, {"declared": False}):
        given = {"is_party": False, "shares_home": False, "declared": True, **tie}
        assert not starting.stands_apart(**given)


def test_others_come_only_where_every_party_agrees():
    assert starting.others_may_come([True, True])
    assert not starting.others_may_come([True, False])
    assert not starting.others_may_come([])


@pytest.mark.parametrize(
    ("members", "women", "holds"),
    [(2, 1, False), (3, 1, True), (9, 1, True), (10, 1, False), (5, 0, False), (3, 4, False)],
)
def test_a_committee_has_three_to_nine_members_and_a_woman_among_them(members, women, holds):
    numbers = {"least": 3, "most": 9, "women_least": 1}
    assert bool(committee.composed(members, women, **numbers, chair_mediates=True)) is holds
    assert not committee.composed(5, 2, **numbers, chair_mediates=False)


def test_a_term_is_three_years():
    assert committee.term_ends(date(2026, 3, 1), 3) == date(2029, 3, 1)


def test_a_complete_file_passes_and_has_thirteen_papers_in_order():
    assert len(papers.PAPERS) == 13
    assert papers.check(WHOLE, Course(), TITLES)
    assert papers.file_whole(papers.check(WHOLE, Course(), TITLES))


@pytest.mark.parametrize("paper", sorted(papers.ALWAYS))
def test_removing_any_must_is_reported_before_print(paper):
    rest = [each for each in WHOLE if each.paper != paper]
    found = papers.file_whole(papers.check(rest, Course(), TITLES))
    assert not found
    assert found.numbers["missing"] == (f"{papers.number_of(paper)} {paper}",)


@pytest.mark.parametrize("paper", sorted(papers.BY_HAND & papers.ALWAYS))
def test_a_missing_signature_or_seal_is_reported(paper):
    rest = [each if each.paper != paper else Standing(paper, True) for each in WHOLE]
    unmet = papers.check(rest, Course(), TITLES).first_unmet
    assert unmet.numbers["lacks"][0] == "signature"
    assert ("seal" in unmet.numbers["lacks"]) is (paper == papers.AGREEMENT)
    assert papers.lacks(Standing(papers.AGREEMENT, True, True), oral=True) == ()


def test_which_papers_are_musts_follows_the_course_of_the_case():
    assert papers.musts(Course()) == papers.ALWAYS
    assert papers.AGREEMENT not in papers.musts(Course(agreed=False))
    assert papers.musts(Course(agreed=False, talked=False)) == {papers.APPLICATION, papers.BACK}
    assert papers.MANDATE in papers.musts(Course(by_agent=True))


def test_the_copy_of_a_card_is_kept_only_where_a_rule_asks_for_it():
    assert not papers.copy_kept("  ")
    assert papers.copy_kept("示范市调解卷宗规定第五条")
