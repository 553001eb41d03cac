"""What of a facility goes into calendars others subscribe to: times and what is told."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from linli.culture.facilities.models import Booking, Facility
from linli.culture.facilities.queries.week import told_of
from linli.lib.calendar.feeds import Dated

BACK, AHEAD, MOST = timedelta(days=30), timedelta(days=200), 1000
TOLD = ("booked", "handed_over", "returned", "cancelled")


def feed_of(facility: Facility, at: datetime, url: str) -> Iterator[Dated]:
    """Its bookings from a month ago on; what was cancelled is told as such."""
    rows: Any = Booking.objects.filter(
        community=facility.community_id, facility=facility, state__in=TOLD,
        starts_at__gt=at - BACK, starts_at__lt=at + AHEAD,
    )  # fmt: skip
    for booking in rows.order_by("starts_at", "pk")[:MOST]:
        yield Dated(
            key=str(booking.pk),
            starts=booking.starts_at,
            ends=booking.ends_at,
            summary=told_of(booking) or _("有人使用"),
            changed=booking.state_since,
            sequence=booking.version,
            cancelled=booking.state == "cancelled",
            location=f"{facility.name} {facility.where}".strip(),
            url=url,
        )
