"""B26: a lead about hardship has a ground and a next step, is its writer's alone, and is destroyed
when its day has passed without an application."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.service.catalogue.applications import actions, due, queries, rules
from linli.service.catalogue.applications.models import PrivateSuggestion
from linli.service.catalogue.applications.tests.conftest import *

ROW, ROOM, PAGES = "B26", "service/catalogue", ("catalogue:application_notes",)


def test_b26_a_lead_has_a_ground_and_a_next_step():
    assert rules.noted_with_ground("他说停发了工资", "去说一声")
    assert not rules.noted_with_ground(" ", "去说一声")
    assert not rules.noted_with_ground("他说停发了工资", "")


@pytest.mark.django_db
def test_b26_a_lead_is_its_writers_alone_and_gone_after_its_day(setting, actor, at, later, elder):
    place, worker = setting.community, actor("worker")
    note = actions.note_privately(
        place, person=elder, scheme="elder_allowance", ground="刚满年龄", next_step="上门说一声",
        by=worker, at=at,
    )  # fmt: skip
    on = timezone.localdate(at)
    assert queries.own_notes(worker, place, on).get() == note
    assert not queries.own_notes(actor("director"), place, on).exists()
    due.run(later(61))
    assert not PrivateSuggestion.objects.filter(community=place).exists()
