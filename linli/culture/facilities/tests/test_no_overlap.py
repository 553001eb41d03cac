"""A lane is taken by one at a time, by the database itself."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from linli.culture.facilities.models import Booking, Facility, Hold
from linli.lib.identity.ids import new_id


@pytest.fixture
def booking(setting):
    room = Facility.objects.create(community=setting.community, name="书画室", kind="room")
    at = datetime(2026, 11, 2, 9, tzinfo=UTC)
    return Booking.objects.create(
        community=setting.community, facility=room, starts_at=at, ends_at=at.replace(hour=10),
        purpose="书法", door="desk", code="A", booked_at=at, state="booked", state_since=at,
    )  # fmt: skip


def hold(booking, start, end, lane=None):
    return Hold.objects.create(
        community=booking.community, facility=booking.facility, booking=booking,
        lane=lane or booking.facility_id, from_minute=start, until_minute=end,
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "end"), [(100, 160), (90, 101), (159, 200), (110, 120), (0, 999)]
)
def test_what_overlaps_by_a_minute_is_refused(booking, start, end):
    hold(booking, 100, 160)
    with pytest.raises(IntegrityError), transaction.atomic():
        hold(booking, start, end)


@pytest.mark.django_db
def test_one_ends_where_the_next_begins_and_another_lane_is_free(booking):
    hold(booking, 100, 160)
    hold(booking, 160, 200)
    hold(booking, 40, 100)
    other = hold(booking, 100, 160, lane=new_id())
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.filter(community=booking.community_id, pk=other.pk).update(
            lane=booking.facility_id
        )
