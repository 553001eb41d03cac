"""The posted roll put right: who may be added, and what falls with a line that is struck."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import the_operator
from linli.core.people.actions import register_person
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
            correction={"add": child, "ground": "resident"},
            **village.by("elder"),
        )
        == "elections.of_age"
    )


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
    actions.correct_roll(
        election, reason="重复登记", strike=village.elector(election, holder), **village.by("elder")
    )
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
    actions.correct_roll(election, reason="重复登记", strike=joined[3], **village.by("elder"))
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
    actions.correct_roll(
        election, reason="重复登记", strike=village.elector(election, nominee),
        **village.by("elder"),
    )  # fmt: skip
    assert standing_nominations(election) == []
