"""The hand-worked cases of the law: elections."""

from datetime import date

import pytest

from linli.governance.elections.rules import (
    Count,
    OfficeCount,
    RecallVote,
    declare,
    election_law,
    recall_petitioned,
    recalled,
    seat_woman_first,
)
from linli.governance.elections.tests.vectors import law_cases

LAW = election_law(date(2026, 6, 1))
SICHUAN = election_law(date(2026, 6, 1), ("cn-51",))
MODES = {"all": "electors", "household": "households", "reps": "representatives"}
REASONS = {
    "参加投票人数不足(法19)": "elections.enough_took_part",
    "投票数多于发出票数(川30)": "elections.no_more_than_issued",
}


@pytest.mark.parametrize("law", [LAW, SICHUAN], ids=["national", "Sichuan"])
def test_whether_an_election_is_valid(law):
    for case in law_cases("election_valid"):
        given, (valid, reason) = case["args"], case["expect"]
        count = Count(
            mode=MODES[given["mode"]],
            electors=given["roll"],
            cast=given["cast"],
            issued=given["issued"],
            offices=(OfficeCount({}, 5),),
        )
        outcome = declare(count, law=law)
        assert outcome.valid is valid, case["note"]
        unmet = [step.rule for step in outcome.findings if not step.holds]
        if not valid:
            assert REASONS[reason] in unmet, case["note"]
            assert outcome.elected == ()


def test_who_is_elected_to_an_office():
    for case in law_cases("count_office"):
        given, expected = case["args"], case["expect"]
        office = OfficeCount(given["votes"], given["seats"])
        count = Count("electors", given["cast"] + 100, given["cast"], (office,))
        found = declare(count, law=LAW).offices[0]
        assert list(found.elected) == expected["elected"], case["note"]
        tied = expected["revote"]
        assert (found.revote is None) == (tied is None), case["note"]
        if tied:
            assert (list(found.revote.tied), found.revote.seats) == (tied["tied"], tied["seats"])
            assert list(found.next_field) == tied["tied"]
        again = expected["runoff"]
        assert list(found.runoff_field) == (again["candidates"] if again else []), case["note"]
        assert found.seats_left == (again["seats"] if again else tied["seats"] if tied else 0)


def test_who_is_elected_in_a_run_off():
    for case in law_cases("count_runoff"):
        given, expected = case["args"], case["expect"]
        office = OfficeCount(given["votes"], given["seats"], candidates=tuple(given["votes"]))
        count = Count("electors", given["cast"] + 100, given["cast"], (office,), runoff=True)
        found = declare(count, law=LAW).offices[0]
        assert list(found.elected) == expected["elected"], case["note"]
        tied = expected["revote"]
        waiting = tied["seats"] if tied else 0
        assert found.seats_left - waiting == expected["vacant"], case["note"]
        assert (list(found.revote.tied) if found.revote else None) == (tied and tied["tied"])


def test_a_woman_takes_a_seat_first_where_the_place_says_so():
    for case in law_cases("women_rule"):
        given, expected = case["args"], case["expect"]
        names = given["majority_sorted"]
        standing = tuple((name, 400 - place) for place, name in enumerate(names))
        women = frozenset(name for name in names if given["gender"][name] == "F")
        seats = given["member_seats"]
        if not given["leaders_have_woman"]:
            elected, reserved, revote = seat_woman_first(standing, seats, women)
            assert (list(elected), reserved) == (
                expected["elected"],
                expected["reserved_for_woman"],
            ), case["note"]
            assert revote is None
        count = Count(
            "electors",
            900,
            600,
            (OfficeCount(dict(standing), seats),),
            women=women,
            woman_leads=given["leaders_have_woman"],
        )
        office = declare(count, law=SICHUAN).offices[0]
        assert set(office.elected) == set(expected["elected"]), case["note"]
        assert office.reserved_for_woman == expected["reserved_for_woman"], case["note"]


def test_who_can_ask_for_a_recall():
    kinds = {"voters": "electors", "reps": "representatives"}
    for case in law_cases("recall_petition"):
        given = case["args"]
        found = recall_petitioned(kinds[given["kind"]], given["signers"], given["base"], law=LAW)
        assert found.holds is case["expect"], case["note"]


def test_whether_a_recall_passes():
    for case in law_cases("recall"):
        given = case["args"]
        vote = RecallVote(MODES[given["mode"]], given["roll"], given["cast"], given["yes"])
        assert bool(recalled(vote, law=LAW)) is case["expect"], case["note"]
