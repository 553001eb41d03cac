"""The whole outcome of a vote: what the winner, the loser and the street may rely on."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from linli.core.pages.sentences import known_rules, sentence
from linli.governance.elections.rules import (
    Count,
    Office,
    OfficeCount,
    count_papers,
    declare,
    election_law,
)
from linli.lib.law import NotInForce, Packs, shipped

ON = date(2026, 6, 1)
LAW = election_law(ON)
SICHUAN = election_law(ON, ("cn-51",))


def count(votes, seats=1, cast=600, **more):
    office = OfficeCount(votes, seats, candidates=more.pop("candidates", ()))
    return Count("electors", more.pop("electors", 1000), cast, (office,), **more)


@st.composite
def counts(draw):
    cast = draw(st.integers(1, 2000))
    names = draw(st.lists(st.sampled_from("甲乙丙丁戊己庚辛壬癸"), unique=True, max_size=10))
    seats = draw(st.integers(1, 9))
    most = seats * cast
    votes = {}
    for name in names:
        votes[name] = draw(st.integers(0, min(cast, most)))
        most -= votes[name]
    return count(
        votes,
        seats,
        cast,
        electors=cast + draw(st.integers(0, cast)),
        runoff=draw(st.booleans()),
        issued=draw(st.none() | st.integers(cast - 1, cast + 5)),
        women=draw(st.none() | st.frozensets(st.sampled_from("甲乙丙丁戊"))),
        kin=draw(st.sampled_from([(), (("甲", "乙"),), (("甲", "乙"), ("乙", "丙"))])),
    )


@given(counts(), st.sampled_from([LAW, SICHUAN]))
def test_nobody_is_elected_who_should_not_be(given_count, law):
    outcome = declare(given_count, law=law)
    office, votes = outcome.offices[0], given_count.offices[0].votes
    assert len(office.elected) <= office.seats
    assert office.seats_left == office.seats - len(office.elected)
    if not outcome.valid:
        assert office.elected == office.next_field == ()
        assert not all(outcome.findings)
        return
    for name in office.elected:
        enough = 3 * votes[name] >= given_count.cast
        assert enough if given_count.runoff else 2 * votes[name] > given_count.cast
    assert not set(office.elected) & set(office.next_field)
    assert [votes[name] for name in office.elected] == sorted(
        (votes[name] for name in office.elected), reverse=True
    )


@given(counts())
def test_of_two_candidates_the_one_with_more_votes_is_never_passed_over(given_count):
    # Where only votes count: no relatives, no seat kept for a woman.
    given_count = replace(given_count, kin=(), women=None)
    office = declare(given_count, law=LAW).offices[0]
    votes = given_count.offices[0].votes
    for name in office.elected:
        for other in votes.keys() - set(office.elected):
            assert votes[other] < votes[name]
    if office.revote:
        assert len({votes[name] for name in office.revote.tied}) == 1
        assert len(office.revote.tied) > office.revote.seats


@given(counts(), st.randoms(use_true_random=False))
def test_the_order_in_which_names_are_entered_changes_nothing(given_count, chance):
    office = given_count.offices[0]
    names = list(office.votes)
    chance.shuffle(names)
    shuffled = replace(office, votes={name: office.votes[name] for name in names})
    again = replace(given_count, offices=(shuffled,))
    assert declare(given_count, law=SICHUAN) == declare(again, law=SICHUAN)


@given(counts(), st.sampled_from([LAW, SICHUAN]))
def test_every_step_can_be_told_to_a_person(given_count, law):
    for step in declare(given_count, law=law).findings:
        assert step.rule in known_rules()
        assert step.cites
        assert sentence(step).text


def test_the_derivation_prints_each_step_with_its_articles_and_numbers():
    told = str(declare(count({"甲": 301}, cast=601), law=LAW))
    assert "✓ elections.has_majority [rcl2025.19?] name=甲 votes=301 voted=601 share=1/2" in told


@pytest.mark.parametrize(
    "wrong",
    [
        count({"甲": 601}),
        count({"甲": -1}),
        count({"甲": 400, "乙": 201}),
        count({}, cast=-1),
        count({}, seats=0),
    ],
)
def test_counts_that_no_vote_can_give_are_refused(wrong):
    with pytest.raises(ValueError):
        declare(wrong, law=LAW)


def test_more_papers_than_names_on_the_list_make_the_vote_void():
    outcome = declare(count({"甲": 500}, cast=600, electors=599), law=LAW)
    assert not outcome.valid
    assert outcome.findings[0].rule == "elections.no_more_than_electors"


def test_of_two_relatives_the_one_with_more_votes_stays_in_sichuan():
    given_count = count({"甲": 400, "乙": 390, "丙": 380}, seats=3, kin=(("乙", "甲"),))
    office = declare(given_count, law=SICHUAN).offices[0]
    assert office.elected == ("甲", "丙")
    assert "乙" not in office.next_field
    assert declare(given_count, law=LAW).offices[0].elected == ("甲", "乙", "丙")


def test_a_relative_in_a_higher_office_stays_whatever_the_votes():
    offices = (
        OfficeCount({"甲": 310}, 1, "director"),
        OfficeCount({"乙": 500, "丙": 320}, 2, "member"),
    )
    given_count = Count("electors", 1000, 600, offices, kin=(("甲", "乙"),))
    assert declare(given_count, law=SICHUAN).elected == ("甲", "丙")


def test_relatives_with_equal_votes_are_voted_on_again():
    given_count = count({"甲": 400, "乙": 400, "丙": 380}, seats=3, kin=(("甲", "乙"),))
    office = declare(given_count, law=SICHUAN).offices[0]
    assert office.elected == ("丙",)
    assert set(office.revote.tied) == {"甲", "乙"}
    assert office.revote.seats == 1


def test_three_relatives_with_equal_votes_are_all_voted_on_again():
    kin = (("甲", "乙"), ("乙", "丙"), ("甲", "丙"))
    given_count = count({"甲": 400, "乙": 400, "丙": 400}, seats=3, kin=kin)
    office = declare(given_count, law=SICHUAN).offices[0]
    assert office.elected == ()
    assert set(office.revote.tied) == {"甲", "乙", "丙"}


def test_everybody_with_as_many_votes_as_the_last_stands_in_the_run_off():
    office = declare(count({"甲": 200, "乙": 180, "丙": 180, "丁": 40}), law=LAW).offices[0]
    assert set(office.runoff_field) == {"甲", "乙", "丙"}


def test_in_a_run_off_only_those_who_stand_can_be_elected():
    given_count = count({"甲": 250, "乙": 240}, runoff=True, candidates=("乙", "丙"))
    assert declare(given_count, law=LAW).elected == ("乙",)


def test_seats_may_stay_vacant_from_five_members_in_sichuan():
    given_count = count({"甲": 100}, runoff=True, elected_before=5)
    last = declare(given_count, law=SICHUAN).findings[-1]
    assert (last.rule, last.holds) == ("elections.may_stay_vacant", True)
    last = declare(replace(given_count, elected_before=4), law=SICHUAN).findings[-1]
    assert (last.rule, last.holds) == ("elections.may_stay_vacant", False)


def test_too_many_marks_void_that_column_only_or_the_paper_where_the_place_says_so():
    offices = (Office("director", 1), Office("member", 2))
    patterns = [((("甲", "乙"), ("丙", "丁")), 3), ((("甲",), None), 2), (((), ()), 1)]
    national = count_papers(patterns, offices, law=LAW)
    assert national.cast == 6
    assert national.void == 0
    assert [office.void for office in national.offices] == [3, 2]
    assert national.offices[0].votes == {"甲": 2}
    assert national.offices[1].votes == {"丙": 3, "丁": 3}
    assert [office.blank for office in national.offices] == [1, 1]
    sichuan = count_papers(patterns, offices, law=SICHUAN)
    assert sichuan.void == 3
    assert sichuan.offices[1].votes == {}


def test_void_papers_count_among_those_who_voted():
    office = OfficeCount({"甲": 290}, void=30)
    assert declare(Count("electors", 1000, 600, (office,)), law=LAW).elected == ()
    lenient = replace(LAW, void_papers_count=False)
    assert declare(Count("electors", 1000, 600, (office,)), law=lenient).elected == ("甲",)


def test_an_election_is_judged_by_the_law_of_its_day():
    rows = [row for row in shipped().rows if row.rule != "elections.nominators_least"]
    old = next(row for row in shipped().rows if row.rule == "elections.nominators_least")
    changed = Packs(
        [
            *rows,
            replace(old, in_force_to=date(2027, 12, 31)),
            replace(old, value=20, in_force_from=date(2028, 1, 1)),
        ]
    )
    assert election_law(date(2027, 12, 31), packs=changed).nominators_least == 10
    assert election_law(date(2028, 1, 1), packs=changed).nominators_least == 20
    assert election_law(ON, packs=changed) == LAW


def test_before_the_law_of_2025_there_is_nothing_to_judge_by():
    with pytest.raises(NotInForce):
        election_law(date(2025, 12, 31), ("cn-51",))


def test_what_a_place_lays_down_is_cited_with_its_own_article():
    step = declare(count({"甲": 200, "乙": 190, "丙": 100}), law=SICHUAN).findings[-1]
    assert step.rule == "elections.runoff_field"
    assert "sichuan2026.35" in step.cites
