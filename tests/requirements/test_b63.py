"""B63: in an incident a list is printed building by building, of nobody but those who consented,
and the day on which it is destroyed stands on it."""

import pytest
from django.test import Client
from django.utils import timezone

from linli.core.places.models import Place
from linli.safety.emergencies.actions import cards, incident
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.incident import Begun
from linli.safety.emergencies.models import Certificate, Door

ROW = "B63"
ROOM = "safety/emergencies"
PAGES = ("emergencies:show", "emergencies:own", "emergencies:incident", "emergencies:incident_pack")

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"


def test_b63_the_list_is_printed_by_building_for_who_consented_with_its_last_day(setting):
    now = timezone.now()
    on = timezone.localdate(now)
    elder, director = setting.actor("elder", on), setting.actor("director", on)
    home = Place.objects.get(pk=elder.dwellings[0])
    carded = Carded(home, "三楼老王", ["carry"], agreed=True)
    cards.put_card(setting.community, carded=carded, by=elder, at=now)
    begun = Begun("flood", "red", "暴雨内涝", "市气象台红色预警", [setting.old, setting.new])
    night = incident.begin(setting.community, begun=begun, by=director, at=now)
    client = Client()
    client.force_login(setting.accounts["director"], backend=BACKEND)
    address = f"/c/{setting.community.code}/desk/emergencies/incidents/{night.pk}/pack/"
    html = client.get(address).content.decode()
    assert "三楼老王" in html
    assert home.name_inside in html
    # Everybody else lives there as well, and is not on it.
    assert Door.objects.filter(community=setting.community).count() == 1
    assert f'datetime="{night.destroy_on:%Y-%m-%d}"' in html
    assert night.destroy_on > on
    assert not Certificate.objects.filter(community=setting.community).exists()


def test_b63_who_takes_it_back_is_not_printed(setting):
    now = timezone.now()
    on = timezone.localdate(now)
    elder, director = setting.actor("elder", on), setting.actor("director", on)
    carded = Carded(Place.objects.get(pk=elder.dwellings[0]), "老王", ["carry"], agreed=True)
    card = cards.put_card(setting.community, carded=carded, by=elder, at=now)
    cards.withdraw_card(card, by=elder, at=now)
    begun = Begun("flood", "red", "暴雨内涝", "市气象台红色预警", [setting.old])
    assert not incident.begin(setting.community, begun=begun, by=director, at=now).doors.exists()
