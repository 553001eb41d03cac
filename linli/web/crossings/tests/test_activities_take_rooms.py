"""An activity's dates and its room's bookings stay the same, whichever room it is moved to."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from linli.culture.activities import actions as activities
from linli.culture.activities.models import Activity
from linli.culture.activities.plans import Plan
from linli.culture.facilities import actions as rooms
from linli.culture.facilities.models import Booking
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def booked(community):
    rows = Booking.objects.filter(community=community, state__in=("booked", "handed_over"))
    return sorted((row.facility.name, row.starts_at) for row in rows.select_related("facility"))


def test_a_date_has_the_room_its_venue_says_and_frees_the_other(setting):
    at, here = timezone.now(), setting.community
    today = timezone.localdate(at)
    worker = {"by": setting.actor("worker", today), "at": at}
    always = dict.fromkeys(range(7), ((0, 1440),))
    one, two = (
        rooms.add(
            here, given={"name": name, "kind": "room", "functions": ["culture"]}, weekly=always,
            **worker,
        )
        for name in ("东厅", "西厅")
    )  # fmt: skip
    plan = Plan(
        {"kind": "course", "topic": "culture", "audience": "elders", "title": "书法班",
         "about": "从握笔讲起。", "organiser": "东湖社区居委会", "venue": "东厅", "venue_key": one.pk,
         "first": today + timedelta(days=7), "starts": time(9), "minutes": 90, "every": "week",
         "times": 3, "through_holidays": True},
        {"seats": 5},
    )  # fmt: skip
    row = activities.announce(activities.draft(here, plan=plan, **worker), **worker)
    dates = list(row.sheet.occasions.order_by("starts_at"))
    assert booked(here) == [("东厅", each.starts_at) for each in dates]
    first, second, third = dates
    # A room by its very name, a place that is none of ours, and back.
    move = lambda each, venue: activities.move_date(  # noqa: E731
        row, occasion=each, starts_at=each.starts_at, ends_at=each.ends_at, venue=venue, **worker
    )
    move(second, "西厅")
    move(third, "湖边草坪")
    assert booked(here) == [("东厅", first.starts_at), ("西厅", second.starts_at)]
    move(third, "东厅")
    assert len(booked(here)) == 3
    # Where the named room is taken the date is not moved.
    span = (first.starts_at, first.ends_at)
    rooms.book_for(two, spans=[span], purpose="会", **worker)
    with pytest.raises(Refused):
        move(first, "西厅")
    # A key that is out already comes back with the date that is called off.
    for booking in Booking.objects.filter(community=here, door="activity", state="booked"):
        rooms.hand_over(booking, **worker)
    row = Activity.objects.get(community=here, pk=row.pk)
    activities.cancel(row, reason="老师病了", **worker)
    assert booked(here) == [("西厅", first.starts_at)]
