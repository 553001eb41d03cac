"""Rules that are asked at the moment they are about: the community worker's six months, absences
from the election committee, how many a nominator may name, who may supervise."""

from datetime import timedelta

import pytest

from linli.core.access.actions import appoint, invite
from linli.core.audit.actor import the_operator
from linli.governance.elections import actions
from linli.governance.elections.actions.sitting import enter_member
from linli.governance.elections.models import Kinship, Registration
from linli.governance.elections.tests.refusals import refused
from linli.lib.calendar import corresponding_day, local_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(village):
    """Somebody with hukou elsewhere whom the roster ties to nothing here."""
    from linli.core.people.actions import register_person

    return register_person(
        village.community, name="外来", birth_date=village.people[0].birth_date,
        by=the_operator(), at=village.at,
    )  # fmt: skip


def apply(village, election, person, since, paper="聘用合同", way="desk"):
    return actions.register(
        election, person=person, ground="worker", way=way, paper=paper, worker_since=since,
        **village.by("worker"),
    )  # fmt: skip


def test_a_community_worker_applies_with_six_months_and_the_committee_confirms(village, newcomer):
    """Full on election day itself is full (art. 16, CC 1259); a day less is refused."""
    election = village.registering()
    last = corresponding_day(election.day, -6)
    for since, paper in ((last + timedelta(days=1), "聘用合同"), (last, ""), (None, "聘用合同")):
        told = refused(apply, village, election, newcomer, since, paper)
        assert told == "elections.worked_long_enough"
    row = apply(village, election, newcomer, last)
    assert (row.state, row.worker_since) == ("applied", last)
    actions.confirm_registration(election, registration=row, **village.by("elder"))
    assert row.state == "registered"


def test_confirming_asks_the_six_months_again(village, newcomer):
    """The election was brought forward after the application."""
    election = village.registering()
    row = apply(village, election, newcomer, corresponding_day(election.day, -6))
    Registration.objects.filter(community=village.community, pk=row.pk).update(
        worker_since=election.day - timedelta(days=90)
    )
    row.refresh_from_db()
    assert (
        refused(actions.confirm_registration, election, registration=row, **village.by("elder"))
        == "elections.worked_long_enough"
    )


def test_a_resident_the_roster_does_not_know_is_confirmed_only_on_a_paper(village, newcomer):
    election = village.registering()
    row = actions.register(
        election, person=newcomer, ground="resident", way="desk", **village.by("worker")
    )
    assert row.state == "applied"
    assert (
        refused(actions.confirm_registration, election, registration=row, **village.by("elder"))
        == "elections.belongs_here"
    )
    actions.confirm_registration(election, registration=row, paper="居住证", **village.by("elder"))
    assert row.state == "registered"


def test_the_form_asks_a_worker_since_when_and_by_which_paper(village, visit):
    election = village.registering()
    page = visit("representative").post(
        village.url("register", election), {"ground": "worker", "takes_part": "on", "paper": ""}
    )
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"worker_since", "paper"}


def in_sichuan(election):
    election.jurisdiction = "cn-510104"
    election.save(update_fields=["jurisdiction"])
    return election


def test_absences_end_a_seat_where_the_place_says_so(village):
    election = village.organised()
    seat = election.committee.get(community=village.community, place=2)
    given = {"seat": seat, "reason": "absent", **village.by("elder")}
    leave = actions.leave_committee
    assert refused(leave, election, absences=9, **given) == "elections.absence_ends_no_seat"
    in_sichuan(election)
    assert refused(leave, election, absences=2, **given) == "elections.absent_too_often"
    leave(election, absences=3, **given)
    seat.refresh_from_db()
    assert (seat.serves, seat.left_for) == (False, "absent")


def test_in_sichuan_no_elector_names_more_persons_than_there_are_seats(village):
    """The Party organisation neither; elsewhere nobody is counted (art. 20 of the province)."""
    election = in_sichuan(village.listed())
    office = election.offices.get(office="director")
    line = village.elector(election, village.people[4])

    def name(person, by="electors"):
        first = line if by == "electors" else None
        return actions.nominate(
            election, office=office, person=person, proposed_by=by, first=first,
            **village.by("worker"),
        )  # fmt: skip

    mine = name(village.people[10])
    assert refused(name, village.people[11]) == "elections.proposed_within_seats"
    name(village.people[12], by="party")
    assert refused(name, village.people[13], by="party") == "elections.proposed_within_seats"
    actions.withdraw_nomination(mine, **village.by("worker"))
    name(village.people[11])
    election.jurisdiction = ""
    election.save(update_fields=["jurisdiction"])
    name(village.people[14])


def sits(village, person, office="committee_member"):
    on = local_day(village.at)
    return enter_member(
        village.community, person=person, office=office, since=on - timedelta(days=9),
        term_ends=on + timedelta(days=900), **village.by("director"),
    )  # fmt: skip


def to_supervise(village, person, key="manager"):
    account = village.setting.accounts[key]
    account.person = person
    account.save(update_fields=["person"])
    return appoint(
        village.community, account=account, post="supervisor", since=local_day(village.at),
        **village.by("director"),
    )  # fmt: skip


def test_no_member_of_the_committee_nor_near_kin_supervises_it(village, newcomer):
    """Vector 10, second half (art. 36, CC 1045); also who has no account yet gets no slip."""
    member, sibling, neighbour = village.people[:3]
    sits(village, member)
    Kinship.objects.create(
        community=village.community, election=village.plan(), one=min(member, sibling, key=key_of),
        other=max(member, sibling, key=key_of), relation="sibling",
        declared_on=local_day(village.at),
    )  # fmt: skip
    for person in (member, sibling, newcomer):
        assert refused(to_supervise, village, person) == "elections.may_supervise"
        assert (
            refused(
                invite,
                village.community,
                person=person,
                post="supervisor",
                **village.by("director"),
            )
            == "elections.may_supervise"
        )
    assert to_supervise(village, neighbour).post == "supervisor"
    assert refused(sits, village, neighbour) == "elections.supervises_no_longer"


def key_of(person):
    return person.pk


def test_who_appoints_a_supervisor_states_that_they_looked(village, visit):
    page = visit("director").post(
        f"/c/{village.community.code}/desk/posts/new/",
        {"post": "supervisor", "since": local_day(village.at).isoformat()},
    )
    assert page.status_code == 422
    assert "请先核对，再勾选" in page.text
