"""Two at once, for real: one of them does it, and the other is told."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.core.people.models import Household, Tie
from linli.governance.elections.actions import declaring, handing_over, recalling
from linli.governance.elections.models import Election, HandoverItem, Membership, Recall
from linli.governance.elections.queries import outcomes
from linli.governance.elections.tests.afterwards.holding import marks
from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db(transaction=True)

FULL = [(marks([1], [1], [1, 2, 3]), 20)]


def sorted_out(results):
    """How many did it, and the rules by which the others were refused."""
    unexpected = [
        each for each in results if isinstance(each, Exception) and not isinstance(each, Refused)
    ]
    assert not unexpected, unexpected
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    return len(results) - len(refused), refused


def test_a_result_is_declared_once_though_two_press_at_once(held, actor, run_by, at, tmp_path):
    election = held(FULL)
    by = actor(run_by)

    def press():
        row = Election.objects.select_related("community").get(
            community=election.community_id, pk=election.pk
        )
        return lambda: declaring.declare(row, by=by, at=at)

    with shared_database(tmp_path):
        results = together([press(), press()])
        seats = Membership.objects.filter(community=election.community_id).count()
        notices = Posting.objects.filter(template="elections.result").across_communities("a test")
        posted = notices.count()
        things = HandoverItem.objects.filter(community=election.community_id).count()
    done, refused = sorted_out(results)
    assert (done, len(refused)) == (1, 1)
    assert (seats, posted, things) == (5, 1, 8)


def test_a_household_signs_once_though_two_of_it_sign_at_once(
    seat, setting, actor, at, on, residents, tmp_path
):
    two = residents(2)
    home = Tie.objects.filter(community=setting.community, person=two[0]).get()
    household = Household.objects.create(
        community=setting.community, dwelling=home.dwelling, since=home.since
    )
    Tie.objects.filter(community=setting.community, person__in=two).update(household=household)
    recall = recalling.ask_recall(
        seat, reasons="不尽职", base="households", by=actor("worker"), at=at
    )

    def sign(person):
        row = Recall.objects.select_related("membership__community", "community").get(
            community=setting.community, pk=recall.pk
        )
        return lambda: recalling.sign_recall(row, person=person, by=actor("worker"), at=at)

    with shared_database(tmp_path):
        results = together([sign(person) for person in two])
        number = recalling.asked.signatures_of(recall).count()
    done, refused = sorted_out(results)
    assert (done, refused, number) == (1, ["elections.signs_once"], 1)


def test_what_is_taken_while_it_is_given_anew_is_one_or_the_other(
    held, actor, run_by, setting, at, tmp_path
):
    election = declaring.declare(held(FULL), by=actor(run_by), at=at)
    incoming = setting.accounts["tenant"]
    incoming.person_id = outcomes.members_from(election)[0].person_id
    incoming.save()
    item = handing_over.give_item(
        outcomes.handover_of(election)[0], amount="1 枚", by=actor(run_by), at=at
    )
    by_one, by_other = actor(run_by), actor("tenant")

    def loaded():
        return HandoverItem.objects.select_related("election__community", "community").get(
            community=election.community_id, pk=item.pk
        )

    first, second = loaded(), loaded()
    later = at.replace(microsecond=(at.microsecond + 1) % 1_000_000)
    with shared_database(tmp_path):
        results = together(
            [
                lambda: handing_over.give_item(first, amount="2 枚", by=by_one, at=later),
                lambda: handing_over.take_item(second, by=by_other, at=at),
            ]
        )
        kept = loaded()
    done, refused = sorted_out(results)
    assert (done, refused) == (1, ["elections.not_yet_taken"])
    assert (kept.amount, kept.taken_at is None) in {("2 枚", True), ("1 枚", False)}
