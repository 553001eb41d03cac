"""Somebody with a worker's password, on a browser of their own; and how often doors are asked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from linli.mechanisms.rounds.models import Round, Stop
from linli.service.catalogue.applications.review import KIND, no_kin
from linli.service.catalogue.applications.tests.conftest import fresh
from linli.service.catalogue.applications.urls import urlpatterns

pytestmark = pytest.mark.django_db

SHOWN = {"new_application", "application_counts", "new_application_note"}


def test_no_address_of_the_desk_shows_a_thing_to_an_unknown_browser(
    visit, url, taken, asked, elder, monkeypatch
):
    mine, waiting = taken(), asked("tenant")
    monkeypatch.undo()  # no browser is known
    client, again = visit("worker"), reverse("account_reauthenticate")
    for row in (mine, waiting):
        for pattern in urlpatterns:
            if not str(pattern.pattern).startswith("desk/") or pattern.name in SHOWN:
                continue
            given = {"application": row.pk, "note": row.pk, "which": "receipt", "name": "lists"}
            parts = {part: given[part] for part in pattern.pattern.converters}
            answer = client.get(url(pattern.name, **parts))
            assert answer["Location"].startswith(again), pattern.name
            assert elder.name not in answer.content.decode()


def test_who_may_go_to_the_doors_of_a_review_is_asked_once(setting, asked, actor):
    rows = [fresh(asked(key)) for key in ("elder", "tenant")]
    worker = setting.accounts["worker"]
    worker.person_id = setting.accounts["director"].person_id or worker.pk
    round_ = Round(community=setting.community, kind=KIND, day=timezone.localdate())
    numbers = []
    for these in (rows[:1], rows):
        stops = [Stop(community=setting.community, round=round_, ref=row.pk) for row in these]
        with CaptureQueriesContext(connection) as captured:
            assert no_kin(stops, worker)
        numbers.append(len(captured))
    assert numbers == [2, 2]
