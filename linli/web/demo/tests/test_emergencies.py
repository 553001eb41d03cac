"""The demo's flood night is played through the acts, to its certificate."""

import pytest
from django.utils import timezone

from linli.safety.emergencies.models import Certificate, Door, HelpCard, Incident, Supply
from linli.web.demo.cast import gather
from linli.web.demo.emergencies import play_emergencies

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
