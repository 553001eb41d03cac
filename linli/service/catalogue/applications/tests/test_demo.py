"""The demo's applications are played through the acts, one in each state people should see."""

import pytest
from django.utils import timezone

from linli.service.catalogue.applications import due
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.web.demo.applying import play_applying

pytestmark = pytest.mark.django_db


def test_the_year_leaves_one_in_each_state(setting):
    now = timezone.now()
    play_applying(setting, now)
    states = ApplicationHelp.objects.filter(community=setting.community).values_list(
        "state", flat=True
    )
    assert sorted(states) == [
        "accepted", "asked", "forwarded", "granted", "missing", "refused", "waiting",
    ]  # fmt: skip
    assert due.run(now) == 0
