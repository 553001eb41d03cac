"""Which months are closed, and what stands in the way of closing one."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Min
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.stewardship.funds.models import Month, Request, Source
from linli.stewardship.funds.rules.months import first_of, last_of


def closed_through(community: Any) -> date | None:
    """The first day of the last month that is closed."""
    found = Month.objects.filter(community=community, closed_at__isnull=False).first()
    return found.month if found else None


def first_month(community: Any) -> date | None:
    """The month in which the first source was opened."""
    opened = Source.objects.filter(community=community).aggregate(day=Min("opened_on"))["day"]
    return first_of(opened) if opened else None


def next_month(community: Any) -> date | None:
    """The month that is to be closed next, over or not; None where no book was opened."""
    closed = closed_through(community)
    return last_of(closed) + timedelta(days=1) if closed else first_month(community)


def without_voucher(community: Any, month: date) -> int:
    """How many payments of the month still lack their voucher."""
    days = (first_of(month), last_of(month))
    return Request.objects.filter(community=community, state="paid", paid_on__range=days).count()


def payments_without_voucher(community: Any, month: date) -> list[Request]:
    """The same payments, so that each is a click away."""
    days = (first_of(month), last_of(month))
    rows = Request.objects.filter(community=community, state="paid", paid_on__range=days)
    return list(rows.select_related("source").order_by("paid_on", "serial")[:100])


def month_at(community: Any, month: date) -> Month | None:
    """What was prepared or closed of a month."""
    found: Month | None = (
        Month.objects.filter(community=community, month=first_of(month))
        .select_related("community", "prepared_by", "closed_by")
        .first()
    )
    return found


def closed_months(community: Any) -> list[Month]:
    """The months that are closed, the latest first: what everybody reads."""
    return list(Month.objects.filter(community=community, closed_at__isnull=False)[:24])


def prepared(community: Any, month: date) -> Month:
    """What was prepared of a month; Http404 where nothing was."""
    found = month_at(community, month)
    if found is None:
        raise Http404
    return found


def months_of(actor: Actor, community: Any) -> list[Month]:
    """All months that were prepared, the latest first, for who works here or watches."""
    if not may("funds.see_desk", actor, community):
        return []
    return list(Month.objects.filter(community=community).select_related("prepared_by")[:60])
