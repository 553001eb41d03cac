"""A day on which somebody advises: numbers are given, and no names are kept."""

from datetime import time, timedelta

import pytest
from django.db import transaction

from linli.core.audit.models import ClosedEntry, Entry
from linli.core.messages.kinds import CLOSED
from linli.core.messages.models import Message
from linli.lib.law import Refused
from linli.service.casework import due
from linli.service.casework.actions import (
    consulting,
)
from linli.service.casework.models import (
    ConsultationNumber,
)
from linli.service.casework.tests.conftest import NOON

pytestmark = pytest.mark.django_db

TODAY = NOON.date()


def refused(call, rule):
    with pytest.raises(Refused) as refusal, transaction.atomic():
        call()
    assert refusal.value.finding.rule == rule


def as_worker(house):
    return {"by": house.actor("worker"), "at": NOON}


def test_a_consultation_day_gives_numbers_and_keeps_no_names(
    house, django_capture_on_commit_callbacks
):
    given = as_worker(house)
    hours = {"opens": time(9), "closes": time(11), "where": "居委会二楼", "numbers": 2}
    who = {"adviser": "李律师", "adviser_kind": "lawyer"}
    refused(
        lambda: consulting.announce_consultation(
            house.community, on=TODAY, verified_how="", **hours, **who, **given
        ),
        "casework.adviser_verified",
    )
    day = consulting.announce_consultation(
        house.community, on=TODAY, verified_how="看过执业证", **hours, **who, **given
    )
    hers = {"by": house.actor("elder"), "at": NOON}
    assert consulting.take_number(day, **hers).number == 1
    refused(lambda: consulting.take_number(day, **hers), "casework.number_once")
    assert consulting.give_number(day, **given).number == 2
    neighbour = {"by": house.actor("tenant"), "at": NOON}
    refused(lambda: consulting.take_number(day, **neighbour), "casework.numbers_left")
    consulting.give_number_back(day, **hers)
    refused(lambda: consulting.give_number_back(day, **hers), "casework.number_of_ones_own")
    assert consulting.take_number(day, **neighbour).number == 1
    with django_capture_on_commit_callbacks(execute=True):
        consulting.call_off_consultation(day, **given)
    told = Message.objects.filter(community=house.community)
    assert [(row.account_id, row.kind, row.subject) for row in told] == [
        (house.account("tenant").pk, CLOSED, None)
    ]
    actions = set(Entry.objects.values_list("action", flat=True))
    assert "casework.announce_consultation" in actions
    assert not {"casework.take_number", "casework.give_number"} & actions
    elder = house.account("elder")
    assert not ClosedEntry.objects.filter(account=elder.pk).exists()  # no book says that she came
    due.run(NOON + timedelta(days=2))
    assert ConsultationNumber.objects.filter(community=house.community).count() == 2
    due.run(NOON + timedelta(days=3))
    assert not ConsultationNumber.objects.filter(community=house.community).exists()
    assert not told.all().exists()
