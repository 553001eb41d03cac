"""B38: nothing is booked twice through whichever door; a room with steps is marked; the use rate is
reckoned from hours open and hours used."""

from datetime import datetime
from fractions import Fraction

import pytest

from linli.culture.facilities.models import Hold
from linli.culture.facilities.rules import use
from linli.culture.facilities.tests.conftest import *
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused

ROW, ROOM, PAGES = "B38", "culture/facilities", ("facilities:list", "facilities:show")


@pytest.mark.django_db
def test_b38_one_hour_is_one_users(room, span, book):
    book(room, span(9, 11))
    with pytest.raises(Refused, match="free_then"):
        book(room, span(10, 12), by="tenant")
    assert Hold.objects.filter(community=room.community_id).count() == 1


@pytest.mark.django_db
def test_b38_a_room_with_steps_says_so(add, pages):
    room = add("二楼书画室", step_free=False)
    assert "有台阶" in pages().get(f"rooms/{room.pk}/").content.decode()


def test_b38_the_use_rate_is_hours_used_over_hours_open():
    def hour(number):
        return datetime(2026, 11, 2, number, tzinfo=SHANGHAI)

    found = use.use_of(
        [(hour(9), hour(17))],
        [("returned", hour(9), hour(11))],
        since=hour(0),
        until=hour(23),
    )
    assert found.rate == Fraction(1, 4)
