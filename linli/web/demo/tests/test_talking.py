"""The demo's half-year of talks is played through the acts."""

import pytest
from django.utils import timezone

from linli.governance.deliberation.models import Dissent, Point, Talk, Topic
from linli.web.demo.cast import gather
from linli.web.demo.talking import play_talking

pytestmark = pytest.mark.django_db


def test_one_yard_is_talked_through_and_followed_and_others_wait_or_were_declined():
    at = timezone.now()
    setting = gather(at)
    play_talking(setting, at)
    ours = {"community": setting.community}
    states = dict(Topic.objects.filter(**ours).values_list("serial", "state"))
    assert sorted(states.values()) == ["agreed", "declined", "proposed", "talking"]
    assert sorted(Point.objects.filter(**ours).values_list("state", flat=True)) == ["doing", "done"]
    assert Talk.objects.filter(**ours, minutes_on__isnull=False).count() == 1
    assert Dissent.objects.get(**ours).account_id is None
