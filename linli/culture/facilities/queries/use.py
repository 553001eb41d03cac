"""How much each facility is used in a month, and how much room there is for the households."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from linli.core.places.laid_down import laid_down
from linli.core.places.queries import profile_of
from linli.culture.facilities.models import Booking, Facility
from linli.culture.facilities.queries.rooms import holidays_in, hours_of
from linli.culture.facilities.rules.use import Use, room_enough, use_of
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Finding

COUNTED = ("booked", "handed_over", "returned", "no_show", "cancelled")


@dataclass(frozen=True)
class Month:
    """One facility in one month."""

    facility: Facility
    first: date
    use: Use


def month_span(first: date) -> tuple[datetime, datetime]:
    """From the first moment of a month to that of the next."""
    after = (first + timedelta(days=31)).replace(day=1)
    return (
        datetime.combine(first, time(), tzinfo=SHANGHAI),
        datetime.combine(after, time(), tzinfo=SHANGHAI),
    )


def months_before(on: date, count: int) -> list[date]:
    """The first days of the months that are over, the earliest first."""
    found, first = [], on.replace(day=1)
    for _number in range(count):
        first = (first - timedelta(days=1)).replace(day=1)
        found.append(first)
    return found[::-1]


def use_in(community: Any, first: date) -> list[Month]:
    """The use of every bookable facility in a month that is over: one query for the bookings, one
    each for hours and days that were otherwise."""
    since, until = month_span(first)
    facilities = list(
        Facility.objects.filter(community=community, bookable=True, withdrawn_at__isnull=True)
        .exclude(kind="thing")
        .select_related("whole")
        .prefetch_related("hours", "closures", "whole__closures")
        .order_by("name")
    )
    bookings: dict[Any, list[tuple[str, datetime, datetime]]] = defaultdict(list)
    rows = Booking.objects.filter(
        community=community, state__in=COUNTED, starts_at__lt=until, ends_at__gt=since
    )
    for key, state, starts, ends in rows.values_list("facility", "state", "starts_at", "ends_at"):
        bookings[key].append((state, starts, ends))
    _of_wholes(facilities, bookings)
    holiday = holidays_in(getattr(community, "pk", community))
    last = (until - timedelta(days=1)).date()
    return [
        Month(
            each,
            first,
            use_of(
                hours_of(each).spans(first, last, holiday),
                bookings[each.pk],
                since=since,
                until=until,
            ),
        )
        for each in facilities
    ]


def _of_wholes(facilities: Iterable[Facility], bookings: Any) -> None:
    """Who has a hall has its halves: those are used at that time, too."""
    own = {key: list(rows) for key, rows in bookings.items()}
    for each in facilities:
        if each.whole_id is not None:
            bookings[each.pk].extend(own.get(each.whole_id, ()))


@dataclass(frozen=True)
class Room:
    """The floor of the community's services, in hundredths of a square metre."""

    area: int
    residents: int
    elders: int
    households: int | None
    finding: Finding | None
    to_verify: bool
    source: str


def room_there_is(community: Any, on: date) -> Room:
    """The floor there is for services and activities. Of a hall in parts the whole counts once."""
    rows = Facility.objects.filter(
        community=community, withdrawn_at__isnull=True, whole__isnull=True
    ).exclude(kind__in=("ground", "fitness_site", "thing"))
    sums = [0, 0, 0]
    for areas in rows.values_list("area", "residents_area", "elder_area"):
        sums = [total + (area or 0) for total, area in zip(sums, areas, strict=True)]
    profile = profile_of(community, on)
    norm = laid_down("facilities.area_norm", community, on)
    households = profile.households if profile else None
    found = room_enough(sums[0], households, int(norm.value)) if households else None
    area, residents, elders = sums
    to_verify = norm.status.value == "to_verify"
    return Room(area, residents, elders, households, found, to_verify, norm.source)
