"""What takes place has its room: announced, moved or called off, its dates and the room's bookings
stay the same, in one act.

The activities room knows what is on and when; the facilities room knows which room is free, and
lets nobody in twice. An activity is told the rooms' names and refused where one of its dates is
taken, with every such date. A date that is moved to a room by its very name has that room.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse

from linli.core.audit.door import Act, crosses
from linli.culture.activities.models import Activity
from linli.culture.activities.venues import Venue, tell_venues
from linli.culture.facilities.actions import book_for, release_for
from linli.culture.facilities.models import Booking, Facility
from linli.mechanisms.signup.rules import PLANNED

OWNER = "activities.Activity"
STANDING = ("asked", "booked", "handed_over")

Rooms = dict[UUID, Facility]


def venues_of_facilities(community: Any) -> Iterable[Venue]:
    """Every room and ground that is booked, by its name; what is lent is no place to meet."""
    for row in _rooms(community).select_related("community").order_by("name"):
        url = reverse("facilities:show", args=[row.community.code, row.pk])
        yield Venue(row.pk, row.name, row.step_free, row.hearing, row.people_most, url)


tell_venues(venues_of_facilities)


@crosses("activities.announce")
@crosses("activities.add_dates")
@crosses("activities.move_date")
@crosses("activities.call_off_dates")
@crosses("activities.cancel")
def activity_takes_its_room(act: Act, activity: Activity) -> None:
    """Gives free what no longer takes place there, and books what is to come and has no room yet:
    all of it or, where one date is taken, none, and the activity's act neither."""
    rooms, wanted = _wanted(activity, act)
    rows = Booking.objects.filter(
        community=activity.community_id, owner_kind=OWNER, owner=activity.pk, state__in=STANDING,
        starts_at__gt=act.at,
    ).select_related("facility")  # fmt: skip
    held = defaultdict(set)
    for row in rows:
        held[row.facility_id].add((row.starts_at, row.ends_at))
        rooms.setdefault(row.facility_id, row.facility)
    # In one order, so that two activities that change rooms never wait for each other in a ring.
    for key in sorted(held):
        gone = held[key] - wanted[key]
        if gone:
            release_for(
                activity.community, spans=sorted(gone), facility=rooms[key], owner_kind=OWNER,
                owner=activity.pk, by=act.by, at=act.at,
            )  # fmt: skip
    for key in sorted(wanted):
        missing = sorted(wanted[key] - held[key])
        if missing:
            book_for(
                rooms[key], spans=missing, purpose=activity.title, told=True,
                people=activity.expected or None, door="activity", owner_kind=OWNER,
                owner=activity.pk, by=act.by, at=act.at,
            )  # fmt: skip


def _rooms(community: Any) -> Any:
    rows = Facility.objects.filter(community=community, withdrawn_at__isnull=True, bookable=True)
    return rows.exclude(kind="thing")


def _wanted(activity: Activity, act: Act) -> tuple[Rooms, Any]:
    """The spans of its coming dates by the room each takes place in: where it usually does, or in
    the room whose very name its venue says."""
    dates = list(activity.sheet.occasions.filter(state=PLANNED, starts_at__gt=act.at))
    rows = Facility.objects.filter(community=activity.community_id, withdrawn_at__isnull=True)
    usual = rows.filter(pk__in=[activity.venue_key]).first()
    named = {
        row.name: row
        for row in _rooms(activity.community_id).filter(name__in={each.venue for each in dates})
    }
    rooms: Rooms = {}
    wanted: Any = defaultdict(set)
    for each in dates:
        at_home = usual is not None and each.venue == activity.venue
        room = usual if at_home else named.get(each.venue)
        if room is not None:
            rooms[room.pk] = room
            wanted[room.pk].add((each.starts_at, each.ends_at))
    return rooms, wanted
