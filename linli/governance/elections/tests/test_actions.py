"""An election prepared step by step, as the law would have it and as it refuses."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import the_clock, the_operator
from linli.core.people.actions import record_death, register_person
from linli.governance.elections import actions, due
from linli.governance.elections.models import CommitteeSeat, Kinship, Registration
from linli.governance.elections.tests.refusals import refused
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of

pytestmark = pytest.mark.django_db


def sitting(election):
    seats = CommitteeSeat.objects.filter(community=election.community_id, election=election)
    return [seat.person_id for seat in seats.filter(serves=True).order_by("place")]


def holds_post(village, key):
    return village.actor(key).holds("election_committee", over=village.community)


def test_from_the_plan_to_the_posted_candidates(village):
    election = village.nominated()
    posted = {posting.template for posting in postings_of(election)}
    assert posted == {
        "elections.notice", "elections.committee", "elections.roll", "elections.candidates",
    }  # fmt: skip
    assert election.state == "nominated"
    assert election.electorate.size == 26


# --- the plan


@pytest.mark.parametrize(("days", "in_time"), [(20, True), (19, False)])
def test_an_election_is_planned_while_the_roll_can_still_hang_for_twenty_days(
    village, days, in_time
):
    if in_time:
        assert village.plan(days=days).state == "planned"
    else:
        assert refused(village.plan, days=days) == "elections.plan_feasible"


@pytest.mark.parametrize(("members", "allowed"), [(2, False), (3, True), (7, True), (8, False)])
def test_a_committee_has_five_to_nine_members(village, members, allowed):
    seats = [("director", 1), ("deputy_director", 1), ("committee_member", members)]
    if allowed:
        assert village.plan(seats=seats).offices.count() == 3
    else:
        assert refused(village.plan, seats=seats) == "elections.size_allowed"


def test_a_second_election_waits_until_the_first_is_over(village):
    first = village.plan()
    assert refused(village.plan) == "elections.one_at_a_time"
    actions.cancel(first, reason="推迟", **village.by("director"))
    assert village.plan().state == "planned"


def test_who_planned_it_puts_it_off_until_the_committee_runs_it(village):
    election = village.plan()
    later = election.day + timedelta(days=5)
    actions.postpone(election, day=later, reason="会场维修", **village.by("director"))
    assert election.day == later
    organised = village.organised if election.state != "planned" else None
    assert organised is None
    actions.cancel(election, reason="重排", **village.by("director"))
    other = village.organised()
    later = other.day + timedelta(days=5)
    assert refused(
        actions.postpone, other, day=later, reason="会场维修", **village.by("director")
    ) in ("access.permitted", "flow.move_theirs")
    actions.postpone(other, day=later, reason="会场维修", **village.by("elder"))
    notices = Posting.objects.filter(community=village.community, template="elections.notice")
    assert any("改期" in posting.fields["title"] for posting in notices)


# --- the election committee


def test_the_committee_gets_its_post_and_the_staff_no_longer_run_it(village):
    election = village.organised()
    assert holds_post(village, "elder")
    assert refused(actions.open_registration, election, **village.by("worker")) in (
        "access.permitted",
        "flow.move_theirs",
    )


def test_a_nominated_member_leaves_and_the_first_substitute_follows(village):
    election = village.listed()
    office = election.offices.first()
    actions.nominate(
        election, office=office, person=village.people[0], proposed_by="party",
        **village.by("worker"),
    )  # fmt: skip
    assert sitting(election) == [village.person("elder").pk, *(p.pk for p in village.people[1:3])]


def test_near_kin_of_a_nominee_leave_also_where_the_kinship_is_told_later(village):
    election = village.listed()
    nominee, member = village.people[8], village.people[1]
    actions.nominate(
        election, office=election.offices.first(), person=nominee, proposed_by="party",
        **village.by("worker"),
    )  # fmt: skip
    assert member.pk in sitting(election)
    actions.declare_kinship(
        election, one=nominee, other=member, relation="sibling", **village.by("elder")
    )
    assert member.pk not in sitting(election)
    seat = CommitteeSeat.objects.get(community=village.community, person=member)
    assert seat.left_for == "kin_nominated"


def test_a_substitute_who_is_kin_to_a_nominee_is_passed_over(village):
    election = village.listed()
    nominee = village.people[0]
    actions.declare_kinship(
        election, one=nominee, other=village.people[2], relation="spouse", **village.by("elder")
    )
    actions.nominate(
        election, office=election.offices.first(), person=nominee, proposed_by="party",
        **village.by("worker"),
    )  # fmt: skip
    assert village.people[3].pk in sitting(election)
    assert village.people[2].pk not in sitting(election)


def test_nine_electors_do_not_unseat_a_member_and_ten_do(village):
    election = village.listed()
    member, office = village.people[0], election.offices.first()
    first = village.elector(election, village.people[9])
    row = actions.nominate(
        election, office=office, person=member, proposed_by="electors", first=first,
        **village.by("worker"),
    )  # fmt: skip
    for person in village.people[10:18]:
        actions.join_nomination(
            election, nomination=row, elector=village.elector(election, person),
            **village.by("worker"),
        )  # fmt: skip
    assert not row.complete
    assert member.pk in sitting(election)
    actions.join_nomination(
        election, nomination=row, elector=village.elector(election, village.people[18]),
        **village.by("worker"),
    )  # fmt: skip
    assert row.complete
    assert member.pk not in sitting(election)


def test_a_committee_without_a_leader_is_not_posted(village):
    election = village.plan()
    actions.place_on_committee(
        election, person=village.people[0], serves=True, **village.by("director")
    )
    assert (
        refused(
            actions.form_committee,
            election,
            chosen_by="assembly",
            decision="决议",
            chosen_on=local_day(village.at),
            **village.by("director"),
        )
        == "elections.one_chair"
    )


def test_relations_are_forgotten_once_the_election_is_over(village):
    election = village.organised()
    actions.declare_kinship(
        election, one=village.people[0], other=village.people[5], relation="sibling",
        **village.by("elder"),
    )  # fmt: skip
    assert due.run(village.at) == 0
    actions.cancel(election, reason="推迟", **village.by("elder"))
    assert due.run(village.at) == 1
    assert due.run(village.at) == 0
    assert not Kinship.objects.filter(community=village.community).exists()
    assert not holds_post(village, "elder")


# --- registration


def adult_on(village, day, name="田丰"):
    return register_person(
        village.community,
        name=name,
        birth_date=day.replace(year=day.year - 18),
        by=the_operator(),
        at=village.at,
    )


@pytest.mark.parametrize(("later", "of_age"), [(0, True), (1, False)])
def test_eighteen_on_election_day_is_eighteen(village, later, of_age):
    election = village.registering()
    person = adult_on(village, election.day + timedelta(days=later))
    given = {"person": person, "ground": "resident", "way": "desk", **village.by("worker")}
    if of_age:
        assert actions.register(election, **given).state == "applied"
    else:
        assert refused(actions.register, election, **given) == "elections.of_age"


def test_what_the_roster_bears_out_is_registered_and_the_rest_waits(village):
    election = village.registering()
    tenant, owner = village.person("tenant"), village.person("representative")
    kept = actions.register(
        election, person=tenant, ground="resident", way="self", **village.by("tenant")
    )
    waits = actions.register(
        election, person=owner, ground="resident", way="self", **village.by("representative")
    )
    assert (kept.state, waits.state) == ("registered", "applied")
    assert refused(actions.prepare_roll, election, **village.by("worker")) == (
        "elections.nothing_waits"
    )
    actions.confirm_registration(
        election, registration=waits, paper="居住证", **village.by("elder")
    )
    assert waits.state == "registered"


def test_nobody_registers_somebody_else_on_the_phone(village):
    election = village.registering()
    assert (
        refused(
            actions.register,
            election,
            person=village.people[0],
            ground="hukou",
            way="self",
            **village.by("tenant"),
        )
        == "elections.own_only"
    )


def test_twice_registered_is_once_and_a_dead_neighbour_is_not(village):
    election = village.registering()
    one, dead = village.people[:2]
    given = {"ground": "hukou", "way": "desk", **village.by("worker")}
    actions.register(election, person=one, **given)
    assert refused(actions.register, election, person=one, **given) == (
        "elections.registration_once"
    )
    record_death(dead, died_on=local_day(village.at), by=the_operator(), at=village.at)
    assert refused(actions.register, election, person=dead, **given) == "elections.known_alive"


def test_nobody_stands_on_the_rolls_of_two_communities_and_is_not_told_which(village):
    election = village.registering()
    number = "110105194912310021"
    here, there = (
        register_person(
            place,
            name="双丰",
            id_kind="other",
            id_number=number,
            birth_date=adult,
            by=the_operator(),
            at=village.at,
        )
        for place, adult in (
            (village.community, election.day.replace(year=1960)),
            (village.setting.neighbour, election.day.replace(year=1960)),
        )
    )
    other = type(election).objects.create(
        community=village.setting.neighbour, kind="term", title="西湖换届", day=election.day,
        term_starts=election.day, term_ends=election.term_ends, state="registering",
        state_since=village.at, version=1,
    )  # fmt: skip
    Registration.objects.create(
        community=village.setting.neighbour, election=other, person=there, ground="hukou",
        way="desk", state="registered", registered_at=village.at,
    )  # fmt: skip
    with pytest.raises(Refused) as found:
        actions.register(
            election, person=here, ground="resident", way="desk", **village.by("worker")
        )
    assert found.value.finding.rule == "elections.registered_once"
    assert "西湖" not in str(found.value.finding.numbers)


def test_time_itself_may_forget_and_nothing_else(village):
    election = village.plan()
    assert refused(actions.cancel, election, reason="时间", by=the_clock(), at=village.at) in (
        "access.permitted",
        "flow.move_theirs",
    )
