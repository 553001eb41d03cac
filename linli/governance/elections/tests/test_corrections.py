"""The posted roll put right: who may be added, and what falls with a line that is struck."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import the_operator
from linli.core.people.actions import register_person
from linli.core.people.models import Household, Tie
from linli.core.people.queries import dwellings_of
from linli.governance.elections import actions
from linli.governance.elections.actions.candidacies import standing_nominations
from linli.governance.elections.actions.proxies import live_proxies
from linli.governance.elections.tests.refusals import refused
from linli.lib.calendar import local_day
from linli.mechanisms.publication.queries import postings_of

pytestmark = pytest.mark.django_db


def test_nobody_under_age_is_added_to_the_posted_roll(village):
    election = village.listed()
    child = register_person(
        village.community,
        name="小满",
        birth_date=election.day.replace(year=election.day.year - 18) + timedelta(days=1),
        by=the_operator(),
        at=village.at,
    )
    objection = actions.object_to_roll(
        election, kind="missing", text="名单上没有我", objector=child, person=child,
        **village.by("worker"),
    )  # fmt: skip
    assert (
        refused(
            actions.uphold,
            objection,
            reason="核对过",
            public_reason="核对过",
            correction=actions.Correction(add=child, ground="resident"),
            **village.by("elder"),
        )
        == "elections.of_age"
    )


def correct(village, election, reason="查实", **which):
    election.refresh_from_db()
    actions.correct_roll(
        election, correction=actions.Correction(**which), reason=reason, **village.by("elder")
    )


def strike(village, election, line):
    correct(village, election, "重复登记", strike=line)


def give(village, election, principal, holder):
    return actions.give_proxy(
        election,
        principal=village.elector(election, principal),
        holder=village.elector(election, holder),
        written_on=local_day(village.at),
        away=True,
        in_writing=True,
        **village.by("worker"),
    )


def test_mandates_fall_with_a_line_that_is_struck_and_the_posted_list_says_so(village):
    """Or whoever gave one could neither vote themselves nor have anybody vote for them."""
    election = village.nominated()
    holder, one, two = village.people[0], village.people[1], village.people[2]
    give(village, election, one, holder)
    stays = give(village, election, two, village.people[3])
    actions.prepare_proxies(election, **village.by("worker"))
    actions.post_proxies(election, **village.by("elder"))
    strike(village, election, village.elector(election, holder))
    assert list(live_proxies(election)) == [stays]
    posted = postings_of(election).filter(template="elections.proxies").latest("posted_at", "id")
    assert [line["principal"] for line in posted.fields["proxies"]] == [two.name]


def test_a_struck_line_nominates_nobody_and_cannot_stand(village):
    """Ten joined and one of them is struck: nine are too few (art. 18)."""
    election = village.listed()
    office, nominee = election.offices.first(), village.people[20]
    joined = [village.elector(election, person) for person in village.people[4:14]]
    row = actions.nominate(
        election, office=office, person=nominee, proposed_by="electors", first=joined[0],
        **village.by("worker"),
    )  # fmt: skip
    for elector in joined[1:]:
        actions.join_nomination(election, nomination=row, elector=elector, **village.by("worker"))
    row.refresh_from_db()
    assert row.complete
    strike(village, election, joined[3])
    row.refresh_from_db()
    assert not row.complete
    party = actions.nominate(
        election, office=office, person=nominee, proposed_by="party", **village.by("worker")
    )
    actions.answer_nomination(party, accepts=True, **village.by("worker"))
    actions.confirm_nomination(
        party, confirmed_on=local_day(village.at), paper="复函", bars=False, **village.by("elder")
    )
    assert [each.person for each in standing_nominations(election)] == [nominee]
    strike(village, election, village.elector(election, nominee))
    assert standing_nominations(election) == []


def restore(village, election, visit, number):
    """The election committee brings a struck line back, on the page."""
    return visit("elder").post(
        village.url("correct_roll", election),
        {"change": "restore", "number": number, "name": "", "reason": "原先除名有误"},
        follow=True,
    )


@pytest.mark.parametrize("mode", ["electors", "households"])
def test_whoever_was_struck_wrongly_comes_back_on_a_new_line(village, visit, mode):
    """The list and its notice say both, and the old number stays struck (art. 17)."""
    election = village.registering(mode=mode)
    for place, person in enumerate(village.people[:6]):
        household = home_of(village, person, place) if mode == "households" else None
        actions.register(
            election, person=person, ground="hukou", way="desk", household=household,
            **village.by("worker"),
        )  # fmt: skip
    actions.prepare_roll(election, **village.by("worker"))
    actions.post_roll(election, **village.by("elder"))
    person = village.people[4]
    line = village.elector(election, person)
    strike(village, election, line)
    assert village.elector(election, person) is None
    page = restore(village, election, visit, line.number)
    assert page.status_code == 200
    again = village.elector(election, person)
    assert (again.number, again.household_id, again.group) == (7, line.household_id, line.group)
    election.electorate.refresh_from_db()
    assert (election.electorate.size, election.electorate.version) == (6, 3)
    notice = postings_of(election).filter(template="elections.roll").latest("posted_at", "id")
    assert notice.fields["size"] == 6
    said = {row["number"]: row.get("note", "") for row in notice.fields["electors"]}
    assert (said[line.number], said[7]) == ("已除名", "")
    assert notice.fields["sha256"] == election.electorate.sha256
    assert restore(village, election, visit, line.number).status_code == 409
    assert village.elector(election, person) == again
    strike(village, election, again)
    assert restore(village, election, visit, 7).status_code == 200
    assert village.elector(election, person).number == 8


def home_of(village, person, place):
    """A household the person speaks for."""
    household = Household.objects.create(
        community=village.community,
        dwelling=dwellings_of(village.community, [person.pk], local_day(village.at))[person.pk],
        number=f"{place + 1}",
        since=local_day(village.at) - timedelta(days=300),
    )
    Tie.objects.filter(community=village.community, person=person).update(household=household)
    return household


def test_a_line_that_stands_is_not_restored_and_the_page_says_so(village, visit):
    election = village.listed()
    page = restore(village, election, visit, 3)
    assert page.status_code == 422
    assert "这个编号没有除名" in page.text
