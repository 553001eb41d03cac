"""What of the money counts: what arrived, against what residents' budget foresaw. No person."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.stewardship.funds.gift_facts import GIFT_KINDS, gift_rows
from linli.stewardship.funds.models import BudgetLine, Month, Request
from linli.stewardship.funds.queries.budgets import receipts_standing

RECEIVED, BUDGETED = "funds.received", "funds.budgeted"

KINDS = (
    FactKind(RECEIVED, _("到账的经费（分）"), standard=("S2.1",)),
    FactKind(BUDGETED, _("预算里的收入（分）")),
    FactKind("funds.paid", _("付款有没有凭证"), "funds:request", "request_id"),
    FactKind("funds.closed", _("按月结账"), standard=("S1.3",)),
    *GIFT_KINDS,
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included. The budget of a year counts on
    its first day, as residents decided it last; what was received, on the day it arrived."""
    code = community.code
    came = receipts_standing(community).filter(on__range=(since, until))
    came = came.filter(returned_by__isnull=True)  # a grant that came back was here before
    for key, on, fen in came.values_list("entry_id", "on", "fen").iterator(2000):
        yield Fact(code, on, RECEIVED, fen, 0, record=key)
    lines = BudgetLine.objects.filter(
        community=community,
        side="income",
        budget__edition__gt=0,
        budget__year__range=(since.year, until.year),
    )
    for year, fen in lines.values_list("budget__year", "fen").iterator(2000):
        first = date(year, 1, 1)
        if since <= first <= until:
            yield Fact(code, first, BUDGETED, 0, fen)
    paid = Request.objects.filter(
        community=community, state__in=("paid", "settled"), paid_on__range=(since, until)
    )
    for key, on, state in paid.values_list("id", "paid_on", "state").iterator(2000):
        assert on is not None  # the database sees to it
        yield Fact(code, on, "funds.paid", int(state == "settled"), 1, record=key)
    closed = Month.objects.filter(community=community, closed_at__date__range=(since, until))
    for at in closed.values_list("closed_at", flat=True):
        if at is not None:
            yield Fact(code, local_day(at), "funds.closed")
    yield from gift_rows(community, since, until)
