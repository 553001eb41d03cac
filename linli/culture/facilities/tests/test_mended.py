"""What a stranger found: each of it once, and how it is now."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY, the_clock
from linli.core.audit.models import Entry
from linli.core.people.models import Person
from linli.culture.facilities import actions, due
from linli.culture.facilities.actions import (
    defects,
    devices,
    lending,
    offers,
    season as seasons,
    season_turns as turns,
)
from linli.culture.facilities.actions.defects import Seen
from linli.culture.facilities.actions.devices import Installed
from linli.culture.facilities.actions.lending import Asking, Listed
from linli.culture.facilities.actions.offers import Offered
from linli.culture.facilities.actions.season import Drafted, Wanted
from linli.culture.facilities.forgetting import blank_contacts
from linli.culture.facilities.law import coming_most
from linli.culture.facilities.models import Booking, BookingWish, Defect, Facility, Hold
from linli.culture.facilities.queries.season import dates_of_slot
from linli.culture.facilities.queries.use import use_in
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def refused(act):
    with pytest.raises(Refused) as error:
        act()
    return error.value.finding.rule.removeprefix("facilities.")


@pytest.fixture
def worker(actor, at):
    return {"by": actor("worker"), "at": at}


@pytest.fixture
def director(actor, at):
    return {"by": actor("director"), "at": at}


def fresh(row):
    return type(row).objects.get(community=row.community_id, pk=row.pk)


def repaired(defect, worker, director):
    defects.repair_defect(defect, repair="修好", **worker)
    return defects.look_again(defect, fine=True, **director)


def test_only_who_lives_here_books_waits_borrows_and_offers(
    setting, room, book, span, actor, worker, at
):
    stranger = {"by": actor("outsider"), "at": at}
    assert refused(lambda: book(room, span(9, 10), by="outsider")) == "access.permitted"
    chair = lending.list_lent(
        setting.community, listed=Listed("wheelchair", "轮椅", ["1 号"]), **worker
    )
    lent = lambda: lending.ask_loan(chair, asking=Asking(3), **stranger)  # noqa: E731
    assert refused(lent) == "access.permitted"
    skill = Offered("skill", "修自行车", "resident")
    assert refused(
        lambda: offers.offer(setting.community, offered=skill, **stranger)
    ) == "access.permitted"  # fmt: skip
    # Nobody but a keeper speaks for a unit or a school.
    unit = Offered("room", "会议室", "unit", unit_name="示范设计院")
    assert refused(
        lambda: offers.offer(setting.community, offered=unit, by=actor("elder"), at=at)
    ) == "keeper_speaks"  # fmt: skip


def test_an_outage_with_an_end_does_not_open_what_is_broken(room, book, span, worker, director, at):
    hour = timedelta(hours=1)
    actions.put_out(room, reason="打蜡", until=at + hour, **worker)
    later = {**worker, "at": at + 3 * hour}
    over = defects.find_defect(room, seen=Seen("吊扇松了", danger=True), **later)
    assert fresh(room).is_out_at(at + 4 * hour)
    assert (fresh(room).out_until, fresh(room).out_for) == (None, "吊扇松了")
    # Nor does the desk's own end, nor the desk: it is repaired and looked at first.
    actions.put_out(room, reason="粉刷", until=at + 5 * hour, **later)
    assert fresh(room).out_until is None
    assert refused(lambda: actions.put_back(room, **later)) == "nothing_broken"
    repaired(over, later, {**director, "at": at + 4 * hour})
    assert fresh(room).is_out_at(at + 4 * hour)  # the works stand: by hand
    actions.put_back(room, **later)
    assert not fresh(room).is_out_at(at + 4 * hour)
    # Works with an end that end before the repair.
    actions.put_out(room, reason="打蜡", until=at + 9 * hour, **later)
    found = defects.find_defect(room, seen=Seen("漏水"), **later)
    assert fresh(room).is_out_at(at + 10 * hour)
    repaired(found, later, {**director, "at": at + 10 * hour})
    assert fresh(room).is_out_at(at + 11 * hour)
    actions.put_back(room, **later)
    alone = defects.find_defect(room, seen=Seen("漏水"), **later)
    repaired(alone, later, {**director, "at": at + 10 * hour})
    assert not fresh(room).is_out_at(at + 11 * hour)


def test_a_row_read_a_while_ago_books_nothing_that_is_out_or_closed(
    room, book, span, worker, actor, at
):
    stale = fresh(room)
    list(stale.closures.all())
    actions.put_out(room, reason="漏水", **worker)
    assert refused(lambda: book(stale, span(9, 10))) == "in_service"
    actions.put_back(room, **worker)
    stale = Facility.objects.prefetch_related("closures", "hours").get(
        community=room.community_id, pk=room.pk
    )
    day = at.date() + timedelta(days=1)
    actions.set_other_hours(room, since=day, until=day, reason="盘点", **worker)
    assert refused(lambda: book(stale, span(9, 10, days=1))) == "not_closed"


def test_bookings_of_the_web_are_forgotten_a_year_after_and_with_the_person(
    setting, room, book, span, actor, at
):
    one, two = book(room, span(9, 10)), book(room, span(10, 11), told=True)
    asking = {"starts": one.starts_at, "ends": one.ends_at, "purpose": "等着练琴"}
    wish = actions.wait(room, **asking, by=actor("tenant"), at=at)
    due.run(one.ends_at + timedelta(days=366))
    for row in (one, two):
        row.refresh_from_db()
        assert (row.account, row.person) == (None, None)
    assert (one.purpose, two.purpose) == ("", "练字")
    wish.refresh_from_db()
    assert (wish.account, wish.purpose) == (None, "")
    again = book(room, span(12, 13))
    Booking.objects.filter(community=setting.community, pk=again.pk).update(person=None)
    blank_contacts(Person.objects.get(community=setting.community, name="王秀兰"), at)
    again.refresh_from_db()
    assert (again.account, again.purpose) == (None, "")


def test_words_for_everybody_name_nobody(setting, room, book, worker, span, actor, at):
    for words in ("王秀兰家漏水", "等王阿姨回来", "找19900001234"):
        assert refused(
            lambda words=words: actions.put_out(room, reason=words, **worker)
        ) == "told_names_nobody"  # fmt: skip
        assert refused(
            lambda words=words: actions.set_other_hours(
                room, since=at.date(), until=at.date(), reason=words, **worker
            )
        ) == "told_names_nobody"  # fmt: skip
        assert refused(
            lambda words=words: defects.find_defect(room, seen=Seen(words), **worker)
        ) == "told_names_nobody"  # fmt: skip
    told = lambda: book(room, span(9, 10), told=True, purpose="给王秀兰庆生")  # noqa: E731
    assert refused(told) == "words_for_all"


def test_a_slip_gives_way_to_the_next_in_line_and_the_book_keeps_no_health(
    setting, actor, worker, at
):
    chair = lending.list_lent(
        setting.community, listed=Listed("wheelchair", "轮椅", ["1 号"]), **worker
    )
    first = lending.ask_loan(chair, asking=Asking(3, "赵先生", by_desk=True), **worker)
    second = lending.ask_loan(chair, asking=Asking(3), by=actor("elder"), at=at)
    lending.cancel_loan(first, by=NOBODY.bearing(first.pk), at=at)
    assert fresh(second).state == "ready"
    offers.offer(
        setting.community, offered=Offered("skill", "陪透析病人聊天", "resident"),
        by=actor("elder"), at=at,
    )  # fmt: skip
    rows = Entry.objects.filter(action__in=(
        "facilities.ask_loan", "facilities.cancel_loan", "facilities.offer"
    ))  # fmt: skip
    written = " ".join(str(row.note) for row in rows)
    assert rows.count() == 4
    assert "轮椅" not in written
    assert "透析" not in written


def test_a_season_has_one_wish_of_an_account_and_its_dates_leave_out_the_halls_closed_days(
    setting, add, actor, worker, at
):
    on = timezone.localdate(at)
    hall = add("多功能厅", "hall")
    half = add("多功能厅东半", whole=hall)
    row = seasons.draft_season(
        setting.community,
        drafted=Drafted("春季", on + timedelta(7), on + timedelta(34), on + timedelta(5)),
        **worker,
    )
    row = seasons.put_slots(
        row, facility=half, weekdays=range(7), starts=time(14), ends=time(15), **worker
    )
    row = seasons.publish_season(row, **worker)
    slot = row.slots.first()
    wish = lambda group, by, **more: seasons.wish_slots(  # noqa: E731
        row, wanted=Wanted(group, "排练", 5, [slot.pk], **more), by=actor(by), at=at
    )
    wish("合唱队", "elder")
    assert refused(lambda: wish("第二合唱队", "elder")) == "season_account_once"
    assert refused(lambda: wish("外来队", "outsider")) == "access.permitted"
    desk = {"by_desk": True, "name": "联系人"}
    by_desk = wish("棋社", "worker", **desk)
    wish("书画社", "worker", **desk)
    before = len(seasons_dates(slot, at))
    closed = seasons_dates(slot, at)[0][0].date()
    actions.set_other_hours(hall, since=closed, until=closed, reason="打蜡", **worker)
    assert len(seasons_dates(fresh(slot), at)) == before - 1
    # A slip gives its slot back, and the next is asked with all the dates.
    row.refresh_from_db()
    later = at + timedelta(days=6)
    seasons.allocate_season(row, by=actor("worker"), at=later)
    turn = row.turns.get(state="held")
    bearer = NOBODY.bearing(turn.wish_id)
    assert turn.dates == before - 1
    turns.give_slot_back(turn, by=bearer, at=later)
    asked = row.turns.get(state="offered")
    assert (asked.dates, asked.blocked) == (before - 1, {})
    ahead = Booking.objects.filter(community=setting.community, state="booked")
    assert set(ahead.values_list("owner", flat=True)) == {asked.pk}
    assert by_desk.account_id is None


def seasons_dates(slot, at):
    return dates_of_slot(slot, at)


def test_who_waits_waits_for_one_thing_at_a_time_and_it_counts(room, book, span, actor, at):
    taken = [book(room, span(hour, hour + 1, days=3), by="tenant") for hour in (9, 10, 11)]
    wait = lambda since, until: actions.wait(  # noqa: E731
        room, starts=since.starts_at, ends=until.ends_at, purpose="唱歌", by=actor("elder"), at=at
    )
    wait(taken[0], taken[0])
    assert refused(lambda: wait(taken[0], taken[1])) == "waits_beside"
    wait(taken[1], taken[1])
    most = coming_most(room.community, at.date())
    for day in range(4, 2 + most):  # with the two one waits for: one too many
        book(room, span(14, 15, days=day))
    assert refused(lambda: wait(taken[2], taken[2])) == "few_enough"
    assert refused(lambda: book(room, span(14, 15, days=2))) == "few_enough"


def test_what_an_activity_booked_is_told_to_the_desk_and_goes_with_the_activity(
    setting, room, span, worker, told
):
    row = new_id()
    (one, two) = actions.book_for(
        room, spans=[span(9, 10, 1), span(9, 10, 8)], purpose="讲座", owner_kind="x.Activity",
        owner=row, door="activity", **worker,
    )  # fmt: skip
    assert refused(lambda: actions.cancel(one, **worker)) == "owned_elsewhere"
    assert refused(lambda: actions.cancel_series(one, **worker)) == "owned_elsewhere"
    actions.put_out(room, reason="漏水", **worker)
    assert told == ["facilities.owned_changed"]
    actions.put_back(room, **worker)
    actions.hand_over(one, **worker)
    freed = actions.release_for(
        setting.community, owner_kind="x.Activity", owner=row, facility=room, **worker
    )
    assert {each.pk for each in freed} == {one.pk, two.pk}
    assert not Hold.objects.filter(community=setting.community).exists()


def test_states_do_not_pass_the_wall(setting, add, room, book, span, actor, worker, at, told):
    booked = book(room, span(9, 10))
    assert refused(lambda: actions.give_back(booked, **worker)) == "has_begun"
    actions.hand_over(booked, **worker)
    actions.give_back(booked, **worker)  # the key is back before it began
    assert (booked.state, Hold.objects.filter(community=setting.community).count()) == (
        "cancelled", 0,
    )  # fmt: skip
    square = add("广场", "ground", needs_approval=True)
    asked = book(square, span(9, 10))
    assert due.run(span(8, 9)[0]) == 0
    assert due.run(asked.starts_at) == 1
    assert fresh(asked).state == "cancelled"
    assert "facilities.unanswered" in told
    assert not Hold.objects.filter(community=setting.community).exists()


def test_a_device_taken_down_takes_its_defects_along_and_reports_have_a_most(
    setting, add, worker, at, monkeypatch
):
    site = add("健身点", "fitness_site")
    mill = devices.put_device(site, installed=Installed("treadmill", "漫步机"), **worker)
    defect = defects.find_defect(site, seen=Seen("踏板断裂", mill), **worker)
    devices.remove_device(mill, **worker)
    assert (fresh(defect).state, fresh(defect).closed_at) == ("removed", at)
    monkeypatch.setattr(defects, "REPORTS_MOST", 1)
    defects.report_defect(site, seen=Seen("螺丝松了"), by=NOBODY, at=at)
    again = lambda: defects.report_defect(site, seen=Seen("生锈"), by=NOBODY, at=at)  # noqa: E731
    assert refused(again) == "reports_enough"
    assert Defect.objects.filter(community=setting.community, state="reported").count() == 1


def test_the_clock_may_what_the_desk_may(room, span, at):
    (row,) = actions.book_for(room, spans=[span(9, 10)], purpose="课", by=the_clock(), at=at)
    assert row.state == "booked"
    assert not BookingWish.objects.filter(community=room.community_id).exists()


def test_the_use_of_halves_costs_no_query_more_of_each(
    setting, add, django_assert_max_num_queries, at
):
    hall = add("议事厅", "hall")
    for number in range(8):
        add(f"议事厅 {number} 间", whole=hall)
    with django_assert_max_num_queries(9):
        assert len(use_in(setting.community, at.date().replace(day=1))) == 9
