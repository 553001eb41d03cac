"""Two doors at once, for real: the database lets somebody in once."""

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Finding, Refused
from linli.mechanisms.gathering import actions
from linli.mechanisms.gathering.models import AgendaItem, Attendance, Decision, Gathering

pytestmark = pytest.mark.django_db(transaction=True)


def kept(gathering):
    return Gathering.objects.get(community=gathering.community_id, pk=gathering.pk)


def test_six_doors_let_one_person_in_once(called, actor, at, tmp_path):
    expected = called.expected.get(name="李建国")
    by = actor("worker")

    def desk():
        return actions.check_in(kept(called), expected=expected, by=by, at=at)

    def phone():
        return actions.check_in_with_slip(
            kept(called), door_code=called.door_code, slip=expected.slip, by=NOBODY, at=at
        )

    with shared_database(tmp_path):
        results = together([desk, phone] * 3)
        here = Attendance.objects.filter(community=called.community_id).count()
    refused = [each for each in results if isinstance(each, Refused)]
    assert (here, len(refused)) == (1, 5), results
    assert {each.finding.rule for each in refused} == {"gathering.here_once"}


def test_of_two_counts_of_one_vote_one_stands(opened, act, at, tmp_path):
    found = Finding(True, "gathering.has_business", numbers={"items": 1})

    def count(votes_for):
        item = AgendaItem.objects.select_related("gathering").get(
            community=opened.community_id, gathering=opened, order=1
        )

        def counted():
            from django.db import transaction

            with transaction.atomic():
                return actions.decide(
                    act,
                    item,
                    way="hands",
                    votes_for=votes_for,
                    votes_against=0,
                    abstained=0,
                    finding=found,
                    text="好",
                )

        return counted

    with shared_database(tmp_path):
        results = together([count(3), count(2)])
        decided = Decision.objects.filter(community=opened.community_id).count()
    refused = [each for each in results if isinstance(each, Refused)]
    assert (decided, len(refused)) == (1, 1), results
    assert refused[0].finding.rule == "gathering.decided_once"
