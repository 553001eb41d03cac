"""Fifty at once for ten places, for real, on whichever database."""

from collections import Counter

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.signup import actions
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Sheet, SignUp

pytestmark = pytest.mark.django_db(transaction=True)


def test_fifty_sign_up_at_once_for_ten_places(lay, at, tmp_path):
    sheet = lay(seats=10)

    def sign_up(number):
        who = Applicant(name=f"某{number}", phone="13800000001")

        def one():
            fresh = Sheet.objects.get(community=sheet.community_id, pk=sheet.pk)
            return actions.sign_up(fresh, who=who, by=NOBODY, at=at).state

        return one

    with shared_database(tmp_path):
        states = together([sign_up(number) for number in range(50)])
        kept = Sheet.objects.get(community=sheet.community_id, pk=sheet.pk)
        rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet).order_by("number")
        found = [(each.number, each.state) for each in rows]
    assert Counter(states) == {"in": 10, "waiting": 40}, states
    assert kept.taken == 10
    # First come, first served: the first ten numbers are in.
    assert found == [(n, "in" if n <= 10 else "waiting") for n in range(1, 51)]


def test_one_place_is_taken_once_while_its_holder_leaves_and_two_come(lay, put, at, tmp_path):
    sheet = lay(seats=1)
    first, second = put(sheet, "甲"), put(sheet, "乙")

    def leave():
        row = SignUp.objects.get(community=sheet.community_id, pk=first.pk)
        return actions.leave(row, by=NOBODY.bearing(row.pk), at=at).state

    def same_name():
        fresh = Sheet.objects.get(community=sheet.community_id, pk=sheet.pk)
        who = Applicant(name="丙", phone="13800000003")
        return actions.sign_up(fresh, who=who, by=NOBODY, at=at).state

    with shared_database(tmp_path):
        results = together([leave, leave, same_name, same_name])
        states = dict(
            SignUp.objects.filter(community=sheet.community_id).values_list("name", "state")
        )
        kept = Sheet.objects.get(community=sheet.community_id, pk=sheet.pk)
    assert sum(isinstance(each, Refused) for each in results) == 2, results
    assert kept.taken == 1
    assert sorted(states.values()) == ["left", "offered", "waiting"]
    assert second.state == "waiting"
