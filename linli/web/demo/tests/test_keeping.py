"""The demo's season, sites, loans and offers are played through the acts."""

import pytest
from django.utils import timezone

from linli.culture.facilities.models import Booking, Defect, Loan, Match, Season
from linli.web.demo.cast import gather
from linli.web.demo.keeping import play_keeping

pytestmark = pytest.mark.django_db


def test_a_season_is_given_out_and_what_is_broken_lent_and_offered_stands_in_the_books():
    at = timezone.now()
    setting = gather(at)
    play_keeping(setting, at)
    ours = {"community": setting.community}
    season = Season.objects.get(**ours)
    assert season.turns.filter(state="held", dates__gt=0).count() == 3
    assert Booking.objects.filter(**ours, door="season").exists()
    assert sorted(Defect.objects.filter(**ours).values_list("state", flat=True)) == [
        "in_use", "out",
    ]  # fmt: skip
    assert sorted(Loan.objects.filter(**ours).values_list("state", flat=True)) == [
        "asked", "lent", "lent",
    ]  # fmt: skip
    assert Match.objects.get(**ours).state == "used"
