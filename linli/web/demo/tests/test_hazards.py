"""The demo's rounds, hazards, alerts and found things are played through the acts."""

import pytest
from django.utils import timezone

from linli.safety.hazards.models import FoundThing, Hazard, SafetyAlert, SafetyRound
from linli.web.demo.cast import gather
from linli.web.demo.hazards import play_hazards

pytestmark = pytest.mark.django_db


def test_a_year_of_rounds_leaves_hazards_closed_late_and_forwarded():
    at = timezone.now()
    setting = gather(at)
    play_hazards(setting, at)
    ours = {"community": setting.community}
    states = sorted(Hazard.objects.filter(**ours).values_list("state", flat=True))
    assert states == ["closed"] * 4 + ["forwarded", "owed", "reported"]
    assert SafetyRound.objects.filter(**ours, done_on__isnull=False).count() == 6
    assert SafetyAlert.objects.get(**ours).kind == "fraud"
    assert sorted(FoundThing.objects.filter(**ours).values_list("state", flat=True)) == [
        "kept",
        "returned",
    ]
