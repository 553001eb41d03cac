"""Booked, approved, cancelled, waited for, put out of service: what each act does and refuses."""

from contextlib import suppress
from datetime import timedelta
from itertools import pairwise

import pytest

from linli.core.audit.actor import NOBODY, the_clock
from linli.core.pages.sentences import sentence
from linli.culture.facilities import actions, due
from linli.culture.facilities.models import Booking, BookingWish, Facility, Hold
from linli.culture.facilities.queries.rooms import next_free_span, taken_among
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def refused(work, rule):
    with pytest.raises(Refused) as error:
        work()
    assert error.value.finding.rule == f"facilities.{rule}"
    return sentence(error.value.finding)


def held(room):
    return Hold.objects.filter(community=room.community_id, facility=room).count()


def test_what_is_taken_is_refused_with_the_next_free_span_and_what_begins_as_it_ends_is_not(
    room, span, book, setting
):
    first = book(room, span(9, 11))
    assert first.state == "booked"
    assert first.code
    said = refused(lambda: book(room, span(10, 12), by="tenant"), "free_then")
    assert "有人订了" in said.text
    assert "11:00" in said.way_on
    assert book(room, span(11, 12), by="tenant").state == "booked"
    assert held(room) == 2
    refused(lambda: book(room, span(7, 9)), "open_then")
    refused(lambda: book(room, span(9, 10, days=61)), "not_too_far")
    refused(lambda: book(room, span(14, 19)), "not_too_long")
    refused(lambda: book(room, span(14, 15), people=31), "people_fit")
    said = refused(lambda: book(room, span(14, 15), told=True, purpose="王小明 13812345678"),
                   "words_for_all")  # fmt: skip
    assert said.way_on
    with pytest.raises(Refused):
        actions.book(room, starts=span(15, 16)[0], ends=span(15, 16)[1], purpose="歌", by=NOBODY,
                     at=span(0, 1)[0])  # fmt: skip


def test_the_hall_and_its_halves_and_set_up_before_and_after(add, span, book, actor):
    hall = add("议事厅", "hall", set_up=15)
    book(hall, span(9, 10))
    east = add("议事厅东半", whole=hall)  # made later: what is booked holds it as well
    west = add("议事厅西半", whole=hall)
    refused(lambda: book(east, span(9, 10)), "free_then")
    refused(lambda: book(east, span(8.75, 9)), "free_then")
    book(east, span(11, 12))
    book(west, span(11, 12), by="tenant")
    refused(lambda: book(hall, span(11, 13)), "free_then")
    refused(lambda: book(hall, span(12, 13)), "free_then")  # its set-up reaches into the half
    book(hall, span(12.25, 13))
    refused(lambda: add("角落", whole=east), "parts_once")
    day = span(0, 1, days=2)[0].date()
    actions.set_other_hours(
        hall, since=day, until=day, reason="打蜡", by=actor("worker"), at=span(7, 8)[0]
    )
    said = refused(lambda: book(west, span(9, 10, days=2)), "not_closed")
    assert "打蜡" in said.text


def test_asked_for_is_held_until_it_is_decided(add, span, book, actor, at, told):
    gym = add("学校操场", "ground", needs_approval=True, owner="school")
    asked = book(gym, span(18, 19))
    assert asked.state == "asked"
    refused(lambda: book(gym, span(18, 19), by="tenant"), "free_then")
    actions.refuse(asked, reason="学校考试", seen=1, by=actor("worker"), at=at)
    again = book(gym, span(18, 19), by="tenant")
    actions.approve(again, seen=1, by=actor("worker"), at=at)
    assert (again.state, held(gym)) == ("booked", 1)
    assert sorted(told) == ["facilities.approved", "facilities.asked", "facilities.asked",
                             "facilities.refused"]  # fmt: skip


def test_the_desk_books_a_series_all_or_nothing_and_it_goes_in_one_act(
    room, span, book, actor, at, setting
):
    book(room, span(9, 10, days=7))
    weeks = [span(9, 10, days=7 * number) for number in range(1, 13)]
    given = {"spans": weeks, "purpose": "书法班", "name": "李老师", "phone": "13800000000"}
    said = refused(lambda: actions.book_for(room, **given, by=actor("worker"), at=at), "dates_free")
    assert "1 次" in said.text
    assert held(room) == 1
    given["spans"] = weeks[1:]
    series = actions.book_for(room, **given, by=actor("worker"), at=at)
    assert len({each.series for each in series}) == 1
    assert held(room) == 12
    gone = actions.cancel_series(series[3], by=actor("worker"), at=weeks[3][0])
    assert len(gone) == 8
    assert held(room) == 4
    # Two of one call that lie over each other are refused by the wall itself.
    two = [span(12, 14), span(13, 15)]
    refused(lambda: actions.book_for(room, spans=two, purpose="歌", by=actor("worker"), at=at),
            "dates_free")  # fmt: skip
    assert held(room) == 4


def test_what_another_room_booked_is_released_date_by_date_or_whole(room, span, actor, at, setting):
    row, weeks = new_id(), [span(9, 10, days=7 * number) for number in range(1, 5)]
    actions.book_for(
        room, spans=weeks, purpose="讲座", owner_kind="activities.activity", owner=row,
        door="activity", outside_hours=True, by=actor("worker"), at=at,
    )  # fmt: skip
    given = {"owner_kind": "activities.activity", "owner": row, "by": the_clock(), "at": at}
    assert len(actions.release_for(setting.community, spans=weeks[1:2], **given)) == 1
    assert held(room) == 3
    assert len(actions.release_for(setting.community, **given)) == 3
    assert held(room) == 0
    assert actions.release_for(setting.community, **given) == []


def test_keys_and_who_did_not_come(room, span, book, actor, at):
    worker, nine = actor("worker"), span(9, 11)
    used, missed = book(room, nine), book(room, span(11, 13), by="tenant")
    refused(lambda: actions.miss(missed, by=worker, at=nine[0]), "has_begun")
    actions.hand_over(used, by=worker, at=nine[0])
    actions.give_back(used, by=worker, at=nine[1])
    actions.miss(missed, by=worker, at=span(11.5, 12)[0])
    assert (used.state, missed.state) == ("returned", "no_show")
    # What is left of it can be had at once.
    late = span(12, 13)
    assert book(room, late, by="representative", when=span(11.5, 12)[0]).state == "booked"
    refused(lambda: actions.came(missed, by=worker, at=late[0]), "is_over")
    actions.came(missed, by=worker, at=late[1])
    assert missed.state == "returned"
    refused(lambda: actions.cancel(book(room, span(15, 16)), by=worker, at=span(15, 16)[0]),
            "not_begun")  # fmt: skip
    with pytest.raises(Refused):
        actions.cancel(book(room, span(17, 18)), by=actor("tenant"), at=at)


def test_first_in_line_is_offered_what_gets_free_for_a_day(
    room, span, book, actor, at, setting, told
):
    taken, tomorrow = book(room, span(9, 10, days=3)), timedelta(days=1)
    starts, ends = span(9, 10, days=3)
    ask = {"starts": starts, "ends": ends, "purpose": "唱歌"}
    refused(lambda: actions.wait(room, starts=ends, ends=ends + timedelta(hours=1), purpose="唱歌",
                                 by=actor("tenant"), at=at), "wait_where_taken")  # fmt: skip
    first = actions.wait(room, **ask, by=actor("tenant"), at=at)
    refused(lambda: actions.wait(room, **ask, by=actor("tenant"), at=at), "waits_once")
    second = actions.wait(room, **ask, name="张阿姨", phone="13900000000", by=actor("worker"),
                          at=at)  # fmt: skip
    actions.cancel(taken, by=actor("elder"), at=at)
    first.refresh_from_db()
    assert (first.state, first.offer_until, held(room)) == ("offered", at + tomorrow, 1)
    refused(lambda: book(room, (starts, ends), by="representative"), "free_then")
    assert due.run(at + tomorrow - timedelta(minutes=1)) == 0
    assert due.run(at + tomorrow) == 1
    assert due.run(at + tomorrow) == 0
    second.refresh_from_db()
    assert second.state == "offered"  # the next in line is called
    with pytest.raises(Refused):
        actions.take_offer(second, by=actor("tenant"), at=at + tomorrow)
    booking = actions.take_offer(second, by=actor("worker"), at=at + tomorrow)
    assert booking.phone == "13900000000"
    assert held(room) == 1
    refused(
        lambda: actions.take_offer(second, by=actor("worker"), at=at + tomorrow), "offer_stands"
    )
    assert sorted(told) == ["facilities.lapsed", "facilities.offer_by_call", "facilities.offered"]
    long_after = ends + timedelta(days=366)
    assert due.run(long_after) == 4  # three rows of bookings and wishes, and who asked
    assert due.run(long_after) == 0
    assert Booking.objects.get(community=setting.community, pk=booking.pk).phone == ""


def test_out_of_service_in_one_step_tells_who_booked_and_is_back_with_offers(
    add, span, book, actor, at, setting, told
):
    hall = add("礼堂", "hall")
    half = add("礼堂东半", whole=hall)
    booked = book(half, span(9, 10, days=2))
    touched = actions.put_out(hall, reason="吊顶漏水", by=actor("worker"), at=at)
    assert [each.pk for each in touched] == [booked.pk]
    assert booked.state == "booked"
    half.refresh_from_db()
    said = refused(lambda: book(half, span(11, 12)), "in_service")
    assert "吊顶漏水" in said.text
    assert "近期没有" in said.way_on
    hall.refresh_from_db()
    assert next_free_span(hall, 60, after=at) is None
    actions.put_back(hall, by=actor("worker"), at=at)
    assert book(hall, span(11, 12)).state == "booked"
    actions.put_out(hall, reason="粉刷", until=span(18, 19)[0], by=actor("worker"), at=at)
    refused(lambda: book(hall, span(17, 18.25)), "in_service")
    assert book(hall, span(18, 19)).state == "booked"
    actions.set_other_hours(hall, since=at.date(), until=at.date(), reason="开会", opens=480,
                            closes=1080, by=actor("worker"), at=at)  # fmt: skip
    actions.withdraw(hall, by=actor("worker"), at=at)
    assert sorted(told) == ["facilities.cancelled", "facilities.cancelled",
                             "facilities.closed_then", "facilities.put_back",
                             "facilities.put_out", "facilities.put_out"]  # fmt: skip
    refused(lambda: book(Facility.objects.get(community=setting.community, pk=hall.pk),
                         span(20, 21)), "bookable")  # fmt: skip


def test_the_register_keeps_names_and_areas_in_order(room, add, actor, at):
    refused(lambda: add("书画室"), "named_once")
    refused(lambda: add("阅览室", area=1000, elder_area=1001), "areas_fit")
    actions.alter(room, given={"area": 5050}, seen=1, by=actor("worker"), at=at)
    with pytest.raises(Refused):
        actions.alter(room, given={"area": 6000}, seen=1, by=actor("worker"), at=at)
    with pytest.raises(Refused):
        actions.alter(room, given={"area": 6000}, by=actor("elder"), at=at)


def test_random_bookings_and_cancellations_never_lie_over_each_other(room, span, actor, at, add):
    import random

    chance, worker = random.Random(9), actor("worker")
    kept: list[Booking] = []
    for _turn in range(150):
        if kept and chance.random() < 0.3:
            actions.cancel(kept.pop(chance.randrange(len(kept))), by=worker, at=at)
            continue
        start = chance.randrange(32, 84) / 4
        dates = [
            span(start, start + chance.choice((0.25, 1, 2.5)), days=day)
            for day in chance.sample(range(1, 6), chance.choice((1, 1, 2)))
        ]
        before = list(kept)
        with suppress(Refused):
            kept += actions.book_for(room, spans=dates, purpose="用", by=worker, at=at)
        if kept == before:
            assert taken_among(room, dates) or any(end.hour >= 22 for _start, end in dates)
        spans = sorted((each.starts_at, each.ends_at) for each in kept)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert held(room) == len(kept) > 10
    assert not BookingWish.objects.filter(community=room.community_id).exists()
