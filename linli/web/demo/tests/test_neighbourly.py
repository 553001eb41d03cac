"""The demo's neighbours wish, lend and exchange time through the real acts."""

import pytest
from django.utils import timezone

from linli.mechanisms.ledger.queries import differences
from linli.service.volunteering.models import Loan, Wish
from linli.service.volunteering.queries.exchange import scheme_of, totals_of
from linli.web.demo.neighbourly import play_neighbourly

pytestmark = pytest.mark.django_db


def test_wishes_come_true_and_time_is_exchanged_here_and_not_next_door(setting):
    at = timezone.now()
    play_neighbourly(setting, at)
    here = setting.community
    states = set(Wish.objects.filter(community=here).values_list("state", flat=True))
    assert {"made", "published", "claimed", "met", "thanked"} <= states
    assert set(Loan.objects.filter(community=here).values_list("state", flat=True)) == {
        "returned", "done", "asked",
    }  # fmt: skip
    scheme = scheme_of(here)
    totals = totals_of(scheme, here, timezone.localdate(at))
    assert totals.told
    assert (totals.members, scheme.pot.balance) == (12, 15)
    assert not list(differences([scheme.book]))
    assert scheme_of(setting.neighbour) is None
