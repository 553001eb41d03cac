"""The demo's work desk is played through the acts, an opening in each state."""

from collections import Counter

import pytest
from django.utils import timezone

from linli.service.catalogue.work import due
from linli.service.catalogue.work.models import JobCard, JobOpening, Release
from linli.web.demo.work import play_work

pytestmark = pytest.mark.django_db


def test_the_year_leaves_openings_in_each_state_and_two_cards(setting):
    now = timezone.now()
    play_work(setting, now)
    here = {"community": setting.community}
    states = JobOpening.objects.filter(**here).values_list("state", flat=True)
    assert Counter(states) == {"open": 3, "draft": 1, "filled": 1, "expired": 1}
    assert JobCard.objects.filter(**here).count() == 2
    assert Release.objects.filter(told_on__isnull=True, **here).count() == 1
    assert due.run(now) == 1  # the course is to be rung about
    assert due.run(now) == 0
