"""The demo's units promise, keep and are late, through the real acts."""

import pytest
from django.utils import timezone

from linli.partners.organisations.models import Project, Proposal, ResidentUnit
from linli.partners.organisations.queries.pledges import counts_by_standing
from linli.web.demo.units import SAID, UNITS, play_units

pytestmark = pytest.mark.django_db


def test_units_of_the_demo_kept_were_late_and_still_owe(setting):
    at = timezone.now()
    play_units(setting, at)
    here = setting.community
    counts = counts_by_standing(here, timezone.localdate(at))
    assert {name: count for name, count in counts.items() if count} == {
        "kept": 3, "late": 1, "overdue": 1, "open": 1,
    }  # fmt: skip
    assert ResidentUnit.objects.filter(community=here).count() == len(UNITS) + 1
    assert Project.objects.filter(community=here, state="done").count() == 1
    assert Proposal.objects.filter(community=here).count() == len(SAID)
