"""The demo's courses and festivals: played through the real acts, with something left to do."""

import pytest
from django.utils import timezone

from linli.culture.activities.models import Activity
from linli.culture.activities.queries.coming import lines_coming
from linli.mechanisms.signup.models import Call, Presence, SignUp
from linli.web.demo.activities import play_activities

pytestmark = pytest.mark.django_db


def test_a_year_of_activities_with_a_waiting_list_and_dates_to_come(setting):
    here, now = setting.community, timezone.now()
    play_activities(setting, now)
    rows = Activity.objects.filter(community=here)
    assert rows.filter(kind="course", state="closed").count() == 8
    assert rows.filter(kind="course", state="announced").count() == 8
    assert rows.filter(kind="festival", state="closed").count() == 3
    assert lines_coming(here, now)
    assert Presence.objects.filter(community=here, state="present").exists()
    assert Call.objects.filter(community=here, done_at__isnull=True).exists()
    assert SignUp.objects.filter(community=here).exists()
