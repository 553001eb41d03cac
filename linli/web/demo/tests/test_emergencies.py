"""The demo's flood night is played through the acts, to its certificate."""

import pytest
from django.utils import timezone

from linli.core.access.queries import bodies_of
from linli.partners.organisations.models import Organisation
from linli.safety.emergencies.models import Certificate, Door, HelpCard, Incident, Supply
from linli.safety.emergencies.queries.asking import numbers_for_all
from linli.safety.hazards.models import FireKeeper, PoliceOffice
from linli.web.demo.cast import gather
from linli.web.demo.emergencies import play_emergencies
from linli.web.demo.hazards import play_hazards
from linli.web.demo.organisations import play_organisations

pytestmark = pytest.mark.django_db


def test_a_flood_night_leaves_a_certificate_and_no_list():
    at = timezone.now()
    setting = gather(at)
    play_emergencies(setting, at)
    ours = {"community": setting.community}
    assert Incident.objects.get(**ours).state == "destroyed"
    assert Certificate.objects.get(**ours).counts["doors"] == 1
    assert not Door.objects.filter(**ours).exists()
    assert HelpCard.objects.filter(**ours).count() == 1
    assert Supply.objects.get(**ours, title="饮用水").raised_on is not None


def test_one_office_has_one_name_and_one_number_on_every_page():
    """Whoever is in danger finds the same number wherever they look."""
    at = timezone.now()
    setting = gather(at)
    for play in (play_organisations, play_hazards, play_emergencies):
        play(setting, at)
    ours, on = {"community": setting.community}, timezone.localdate(at)
    register = dict(Organisation.objects.filter(**ours).values_list("name", "phone"))
    bodies = dict(bodies_of(setting.community, on).values_list("name", "office_phone"))
    same = register.keys() & bodies.keys()
    assert len(same) == 3
    assert {name: register[name] for name in same} == {name: bodies[name] for name in same}
    office = PoliceOffice.objects.get(**ours)
    assert register[office.station] == office.office_phone
    assert FireKeeper.objects.get(**ours).office_phone == register["东湖社区居民委员会"]
    told = numbers_for_all(setting.community, on)
    assert told[0].phone == register["东湖社区居民委员会"]
    assert len(told) == 4
    numbers = [*register.values(), office.office_phone, *(each.phone for each in told)]
    assert all(each.startswith("0990-555") for each in numbers if each)
