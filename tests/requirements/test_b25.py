"""B25: the record of where a dispute was sent shows the route
and the day by which there is an answer, and nobody but its handler and the resident reads it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.governance.property.actions import disputes, estates
from linli.lib.calendar import local_day

ROW = "B25"
ROOM = "governance/property"
PAGES = ("property:rights", "property:own_dispute", "property:dispute")
BACKEND = "linli.core.access.sign_in.AccountBackend"
pytestmark = pytest.mark.django_db


def test_b25_route_and_deadline_for_the_resident_and_the_handler_alone(setting):
    at = timezone.now()
    today = local_day(at)
    worker, elder = setting.actor("worker", today), setting.actor("elder", today)
    estate = estates.enter_estate(
        setting.community, name="东湖花园", place=setting.new, given={"regime": "provider"},
        since=today, by=worker, at=at,
    )  # fmt: skip
    row = disputes.tell_dispute(estate, kind="quality", words="外墙渗水两年没修", by=elder, at=at)
    row = disputes.take_dispute(row, by=worker, at=at)
    row = disputes.refer_dispute(row, route="mediation", to_whom="人民调解委员会", by=worker, at=at)
    assert row.answer_by == today + timedelta(days=15)
    own = reverse("property:own_dispute", args=[setting.community.code, row.pk])
    desk = reverse("property:dispute", args=[setting.community.code, row.pk])
    for key, page, status in (
        ("elder", own, 200), ("worker", desk, 200), ("director", desk, 404),
        ("representative", own, 404), ("manager", desk, 404), ("supervisor", own, 404),
    ):  # fmt: skip
        client = Client()
        client.force_login(setting.accounts[key], BACKEND)
        answer = client.get(page)
        assert answer.status_code == status, key
        if status == 200:
            assert answer.context["dispute"].get_route_display()
            assert "外墙渗水两年没修" in answer.content.decode()
