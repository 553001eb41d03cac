"""Fifty at once, through two doors, for one room: one has it, and all others are told so."""

import pytest

from linli.core.audit.door import may
from linli.core.clocks.tests.together import shared_database, together
from linli.core.pages.sentences import sentence
from linli.culture.facilities import actions
from linli.culture.facilities.models import Booking, BookingWish, Facility, Hold
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def sorted_out(results):
    unexpected = [
        each for each in results if isinstance(each, Exception) and not isinstance(each, Refused)
    ]
    assert not unexpected, unexpected
    refused = [each.finding for each in results if isinstance(each, Refused)]
    return len(results) - len(refused), refused


def test_fifty_through_two_doors_for_one_room_in_one_second(room, span, actor, at, tmp_path):
    starts, ends = span(9, 10)
    residents, worker = [actor(key) for key in ("elder", "tenant")], actor("worker")

    def at_home(number):
        mine = Facility.objects.get(community=room.community_id, pk=room.pk)
        return actions.book(
            mine, starts=starts, ends=ends, purpose="练字", by=residents[number % 2], at=at
        )

    def at_the_desk(number):
        mine = Facility.objects.get(community=room.community_id, pk=room.pk)
        return actions.book_for(mine, spans=[(starts, ends)], purpose="开会", by=worker, at=at)

    works = [
        lambda number=number: (at_the_desk if number % 2 else at_home)(number)
        for number in range(50)
    ]
    with shared_database(tmp_path):
        done, refused = sorted_out(together(works))
        bookings = Booking.objects.filter(community=room.community_id).count()
        holds = Hold.objects.filter(community=room.community_id).count()
    assert (done, bookings, holds) == (1, 1, 1)
    assert {each.rule for each in refused} == {"facilities.free_then"}
    assert len(refused) == 49
    assert all("有人订了" in sentence(each).text for each in refused)
    assert all("10:00" in sentence(each).way_on for each in refused)


def test_the_hall_and_its_half_at_once_and_an_offer_answered_by_two(
    add, span, book, actor, at, tmp_path
):
    hall = add("议事厅", "hall")
    half = add("东半", whole=hall)
    taken = book(hall, span(14, 15, days=2))
    starts, ends = span(14, 15, days=2)
    wish = actions.wait(hall, starts=starts, ends=ends, purpose="唱歌", by=actor("tenant"), at=at)
    actions.cancel(taken, by=actor("elder"), at=at)
    elder, tenant, worker = (actor(key) for key in ("elder", "tenant", "worker"))
    assert may("facilities.answer_offer", tenant, wish)
    day = {"starts": span(9, 10)[0], "ends": span(9, 10)[1], "purpose": "用", "at": at}
    with shared_database(tmp_path):
        mine = [BookingWish.objects.get(community=hall.community_id, pk=wish.pk) for _ in "12"]
        done, refused = sorted_out(
            together(
                [
                    lambda: actions.book(hall, **day, by=elder),
                    lambda: actions.book(half, **day, by=tenant),
                ]
            )
        )
        assert (done, [each.rule for each in refused]) == (1, ["facilities.free_then"])
        done, refused = sorted_out(
            together(
                [
                    lambda: actions.take_offer(mine[0], by=tenant, at=at),
                    lambda: actions.take_offer(mine[1], by=worker, at=at),
                ]
            )
        )
        assert (done, [each.rule for each in refused]) == (1, ["facilities.offer_stands"])
