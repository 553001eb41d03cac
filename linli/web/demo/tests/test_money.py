"""The demo's money: played through the real acts, closed month by month, and in balance."""

import pytest
from django.utils import timezone

from linli.stewardship.funds.models import Budget, Month, Request
from linli.stewardship.funds.queries.budgets import budget_of, lines_of
from linli.stewardship.funds.queries.sheet import sheet_of
from linli.web.demo.money import open_the_books, play_money

pytestmark = pytest.mark.django_db


def test_the_demo_s_months_are_closed_and_something_is_left_to_do(setting):
    here = setting.community
    now = timezone.now().replace(day=20, hour=4)
    open_the_books(setting, now)
    play_money(setting, now)
    closed = Month.objects.filter(community=here, closed_at__isnull=False)
    assert closed.count() == 5
    states = set(Request.objects.filter(community=here).values_list("state", flat=True))
    assert {"settled", "paid", "asked", "reversed"} <= states
    budget = budget_of(here, Budget.objects.get(community=here).year, settled=True)
    came = [each.done for each in lines_of(budget) if each.line.side == "income"]
    assert came == [1_500_000, 2_000_000, 4_000_000], "what came in stands on its line"
    cakes = Request.objects.filter(community=here, what__contains="月饼")
    assert cakes.count() <= 1
    assert sheet_of(here, timezone.localdate(now)).sum_of("outgo_back") > 0
