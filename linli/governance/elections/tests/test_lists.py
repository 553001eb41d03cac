"""The lists that hang out: the roll with its objections, the candidates, the proxies."""

from datetime import timedelta

import pytest

from linli.core.clocks.models import Clock
from linli.governance.elections import actions
from linli.governance.elections.models import Objection
from linli.governance.elections.tests.refusals import refused
from linli.lib.calendar import local_day
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db


def test_whoever_drew_the_roll_up_does_not_post_it(village):
    election = village.registering()
    actions.register_many(election, persons=village.people, way="desk", **village.by("worker"))
    actions.prepare_roll(election, **village.by("elder"))
    assert refused(actions.post_roll, election, **village.by("elder")) == (
        "publication.seen_by_two"
    )


def test_a_roll_that_registrations_have_left_behind_is_drawn_up_again(village):
    election = village.registering()
    actions.register_many(election, persons=village.people[:9], way="desk", **village.by("worker"))
    actions.prepare_roll(election, **village.by("worker"))
    actions.register_many(election, persons=village.people[9:], way="desk", **village.by("worker"))
    assert refused(actions.post_roll, election, **village.by("elder")) == (
        "elections.roll_as_prepared"
    )
    actions.prepare_roll(election, **village.by("worker"))
    actions.post_roll(election, **village.by("elder"))
    assert election.electorate.size == len(village.people)


@pytest.mark.parametrize(("before", "in_time"), [(20, True), (19, False)])
def test_the_roll_hangs_twenty_days_before_election_day(village, before, in_time):
    election = village.registering()
    actions.register_many(election, persons=village.people, way="desk", **village.by("worker"))
    actions.prepare_roll(election, **village.by("worker"))
    at = village.at + timedelta(days=45 - before)
    if in_time:
        actions.post_roll(election, by=village.actor("elder"), at=at)
        assert election.state == "listed"
    else:
        assert refused(actions.post_roll, election, by=village.actor("elder"), at=at) == (
            "elections.roll_posted_in_time"
        )


def test_the_posted_roll_tells_number_name_and_group_and_comes_down(village):
    election = village.listed()
    posting = Posting.objects.get(community=village.community, template="elections.roll")
    assert {key for row in posting.fields["electors"] for key in row} == {
        "number", "name", "group",
    }  # fmt: skip
    assert posting.comes_down_at is not None
    assert posting.fields["sha256"] == election.electorate.sha256


# --- objections


def lodge(village, election, kind="wrong", at=None, **more):
    given = {"text": "搬走了", "objector": village.person("tenant"), **more}
    by = village.actor("tenant")
    return actions.object_to_roll(election, kind=kind, by=by, at=at or village.at, **given)


def test_an_objection_upheld_strikes_the_line_and_posts_a_new_version(village):
    election = village.listed()
    elector = village.elector(election, village.people[4])
    objection = lodge(village, election, elector=elector)
    clock = Clock.objects.get(community=village.community, owner=objection.pk)
    assert (clock.name, clock.length) == ("decision", 3)
    actions.uphold(
        objection, reason="查实", public_reason="户籍已迁出。",
        correction=actions.Correction(strike=elector), **village.by("elder"),
    )  # fmt: skip
    assert village.elector(election, village.people[4]) is None
    roll = Posting.objects.get(community=village.community, template="elections.roll")
    assert (roll.state, roll.fields["size"]) == ("corrected", 25)
    clock.refresh_from_db()
    assert clock.state == "met"
    outcome = Posting.objects.get(
        community=village.community, template="elections.objection_outcome"
    )
    assert "张" not in str(outcome.fields)


def test_who_was_missing_is_added_with_the_next_number(village):
    election = village.listed()
    person = village.person("supervisor")
    objection = lodge(village, election, kind="missing", person=person)
    actions.uphold(
        objection, reason="查实", public_reason="常住本社区。",
        correction=actions.Correction(add=person, ground="resident"), **village.by("elder"),
    )  # fmt: skip
    assert village.elector(election, person).number == 27


def test_objections_end_with_their_last_day(village):
    election = village.listed()
    elector = village.elector(election, village.people[4])
    posting = Posting.objects.get(community=village.community, template="elections.roll")
    assert (
        refused(lodge, village, election, elector=elector, at=posting.objections_until)
        == "elections.objection_in_time"
    )
    last = posting.objections_until - timedelta(minutes=1)
    assert lodge(village, election, elector=elector, at=last).state == "lodged"


def test_an_objection_not_upheld_leaves_the_roll_and_posts_why(village):
    election = village.listed()
    objection = lodge(village, election, elector=village.elector(election, village.people[4]))
    actions.reject_objection(
        objection, reason="还住着", public_reason="仍常住本社区。", **village.by("elder")
    )
    assert Objection.objects.get(community=village.community).state == "rejected"
    assert election.electorate.version == 1


# --- candidates


def test_as_many_candidates_as_seats_are_too_few(village):
    election = village.listed()
    row = actions.nominate(
        election, office=election.offices.first(), person=village.people[7],
        proposed_by="party", **village.by("worker"),
    )  # fmt: skip
    actions.answer_nomination(row, accepts=True, **village.by("worker"))
    actions.confirm_nomination(
        row, confirmed_on=local_day(village.at), paper="复函", bars=False, **village.by("elder")
    )
    assert refused(actions.prepare_candidates, election, **village.by("worker")) == (
        "elections.more_candidates_than_seats"
    )


def test_only_the_nominee_or_the_desk_says_whether_they_stand(village):
    election = village.listed()
    row = actions.nominate(
        election, office=election.offices.first(), person=village.person("tenant"),
        proposed_by="party", **village.by("worker"),
    )  # fmt: skip
    assert (
        refused(actions.answer_nomination, row, accepts=True, **village.by("representative"))
        == "access.permitted"
    )
    actions.answer_nomination(row, accepts=False, **village.by("tenant"))
    assert row.state == "declined"


def test_a_nominee_stands_on_the_roll(village):
    election = village.listed()
    assert refused(
        actions.nominate, election, office=election.offices.first(),
        person=village.person("supervisor"), proposed_by="party", **village.by("worker"),
    ) == "elections.on_the_roll"  # fmt: skip


# --- proxies


def mandate(village, election, principal, holder, who="worker", **more):
    given = {"written_on": local_day(village.at), "away": True, "in_writing": True, **more}
    return actions.give_proxy(
        election, principal=village.elector(election, principal),
        holder=village.elector(election, holder), **given, **village.by(who),
    )  # fmt: skip


def test_three_mandates_are_taken_and_a_fourth_is_not(village):
    election = village.nominated()
    holder = village.people[20]
    for person in village.people[15:18]:
        mandate(village, election, person, holder)
    assert refused(mandate, village, election, village.people[18], holder) == (
        "elections.proxies_within"
    )


def test_a_candidate_holds_no_mandate_and_nobody_gives_one_who_is_at_home(village):
    election = village.nominated()
    candidate, other = village.people[6], village.people[20]
    assert refused(mandate, village, election, village.people[15], candidate) == (
        "elections.holder_no_candidate"
    )
    assert refused(mandate, village, election, village.people[15], other, away=False) == (
        "elections.principal_away"
    )
    assert refused(mandate, village, election, village.people[15], other, in_writing=False) == (
        "elections.proxy_in_writing"
    )


def test_a_revoked_mandate_leaves_the_posted_list(village):
    election = village.nominated()
    one = mandate(village, election, village.people[15], village.people[20])
    mandate(village, election, village.people[16], village.people[20])
    actions.prepare_proxies(election, **village.by("worker"))
    actions.post_proxies(election, **village.by("elder"))
    actions.revoke_proxy(election, proxy=one, **village.by("worker"))
    posting = Posting.objects.get(community=village.community, template="elections.proxies")
    assert len(posting.fields["proxies"]) == 1
    last = election.electorate.proxies.get(revoked_at__isnull=True)
    actions.revoke_proxy(election, proxy=last, **village.by("worker"))
    posting.refresh_from_db()
    assert posting.state == "taken_down"
