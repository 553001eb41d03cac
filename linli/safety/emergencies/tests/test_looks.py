"""Whoever opens a card on a list is written beside it: once for each account, incident and day,
by whichever page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.safety.emergencies.actions import cards, incident
from linli.safety.emergencies.models import CardLook

pytestmark = pytest.mark.django_db
DESK = "desk/emergencies/"


@pytest.fixture
def looks(setting, actor):
    """Who looked why, of the worker's looks alone."""

    def found():
        rows = CardLook.objects.filter(community=setting.community, by=actor("worker").account)
        return sorted(rows.values_list("why", flat=True))

    return found


@pytest.mark.parametrize(
    ("page", "why"),
    [("paper/", ["incident"]), ("pack/", ["pack"]), ("", ["incident"])],
)
def test_every_page_that_opens_the_list_is_written_down(put, flood, pages, looks, page, why):
    put()
    night = flood()
    address = f"{DESK}incidents/{night.pk}/{page}"
    for _again in range(2):
        assert "老王" in pages("worker").get(address).content.decode() or page == "paper/"
        assert looks() == why


def test_a_single_door_is_a_look_at_that_card_alone(put, flood, pages, looks):
    put()
    night = flood()
    (door,) = night.doors.all()
    assert pages("worker").get(f"{DESK}doors/{door.pk}/").status_code == 200
    assert looks() == ["incident"]


def test_the_next_day_and_a_second_incident_are_looks_of_their_own(put, flood, actor, looks, at):
    put()
    first, second = flood(), flood()
    worker = actor("worker")
    for hours in (1, 2):
        incident.look_at_list(first, by=worker, at=at + timedelta(hours=hours))
    assert looks() == ["incident"]
    incident.look_at_list(second, by=worker, at=at + timedelta(hours=3))
    assert looks() == ["incident"] * 2
    incident.look_at_list(first, by=worker, at=at + timedelta(days=1))
    assert looks() == ["incident"] * 3


def test_a_spoken_card_shows_its_looks_at_the_desk(setting, actor, home, pages, looks):
    given = cards.Carded(home("elder"), "老王", ["carry"], how="spoken", agreed=True)
    card = cards.put_card(
        setting.community, carded=given, by=actor("worker"), at=timezone.now()
    )  # fmt: skip
    html = pages("worker").get(f"{DESK}cards/{card.pk}/").content.decode()
    assert "本人或家人来问" in html
    assert looks() == ["asked"]
    assert pages("worker").get(f"{DESK}cards/{card.pk}/alter/").status_code == 200
    assert looks() == ["asked", "renewal"]
