"""What is broken stands out of use in one step; what is lent is with one at a time; what is offered
is taken back at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import NOBODY, the_operator
from linli.culture.facilities.actions import book, defects, devices, lending, offers
from linli.culture.facilities.actions.defects import Seen
from linli.culture.facilities.actions.devices import Installed
from linli.culture.facilities.actions.lending import Asking, Listed
from linli.culture.facilities.actions.offers import Offered, Wanting
from linli.culture.facilities.actions.passing_time import pass_time
from linli.culture.facilities.facts import rows as fact_rows
from linli.culture.facilities.models import Device, Loan
from linli.culture.facilities.queries import offers as offer_queries
from linli.culture.facilities.queries.lending import shelf
from linli.culture.facilities.queries.out_of_use import out_now, rounds_due, standing_out
from linli.culture.facilities.queries.use import room_there_is
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def refused(act):
    with pytest.raises(Refused) as error:
        act()
    return error.value.finding.rule


@pytest.fixture
def other(setting, at):
    """The representative sits on the committee too: another hand."""
    appoint(
        setting.community, account=setting.accounts["representative"], post="committee_member",
        since=timezone.localdate(at) - timedelta(days=9), by=the_operator(), at=at,
    )  # fmt: skip
    return lambda: setting.actor("representative", timezone.localdate(at))


def test_a_broken_device_stands_out_in_one_step_and_comes_back_by_another_hand(
    setting, add, actor, other, at
):
    worker, on = actor("worker"), timezone.localdate(at)
    site = add("中心花园健身点", "fitness_site")
    here = setting.community
    mill = devices.put_device(
        site, installed=Installed("treadmill", "漫步机 1 号", None, on), by=worker, at=at
    )
    plan = devices.plan_inspection(
        site, every_days=30, items=["牢固", "地面"], checker="worker", next_on=on, by=worker, at=at
    )
    assert [each.on for each in rounds_due(here, on, on, worker)] == [on]
    assert not list(rounds_due(here, on, on, actor("elder")))
    assert not standing_out(here, at)
    given = {"by": worker, "at": at}
    assert refused(lambda: devices.inspect_facility(
        plan, answers=[("牢固", True)], on=on, **given
    )) == "facilities.all_looked_at"  # fmt: skip
    round_ = devices.inspect_facility(
        plan, answers=[("牢固", False), ("地面", True)], on=on, **given
    )
    assert round_.failed == ["牢固"]
    seen = Seen("踏板断裂", mill, danger=True, found_by="inspection", inspection=round_)
    defect = defects.find_defect(site, seen=seen, **given)
    mill.refresh_from_db()
    assert (defect.state, mill.is_out) == ("out", True)
    assert standing_out(here, at) == {here.pk: 1}  # on the map at once
    assert [row.what for row in out_now(here)] == ["踏板断裂"]
    assert not site.is_out_at(at)  # the device alone
    defects.repair_defect(defect, repair="换了踏板", **given)
    same = lambda: defects.look_again(defect, fine=True, **given)  # noqa: E731
    assert refused(same) == "facilities.another_looks_again"
    defects.look_again(defect, fine=False, reason="还晃", by=other(), at=at)
    assert Device.objects.get(community=here, pk=mill.pk).is_out
    defects.repair_defect(defect, repair="加固底座", **given)
    tomorrow = at + timedelta(days=1)
    assert refused(lambda: defects.look_again(
        defect, fine=True, by=other(), at=tomorrow
    )) == "facilities.device_within_term"  # fmt: skip
    defects.look_again(defect, fine=True, by=other(), at=at)
    assert not standing_out(here, at)
    assert not Device.objects.get(community=here, pk=mill.pk).is_out


def test_a_resident_says_what_is_broken_and_the_whole_room_stands_out_for_bookings_too(
    setting, room, actor, other, at, span, told
):
    elder = {"by": actor("elder"), "at": at}
    booked = book(room, starts=span(10, 11, 1)[0], ends=span(10, 11, 1)[1], purpose="练字", **elder)
    defect = defects.report_defect(room, seen=Seen("吊扇松了", danger=True), by=NOBODY, at=at)
    assert (defect.state, defect.found_by) == ("reported", "resident")
    assert not out_now(setting.community)  # said, and nobody has looked yet
    worker = {"by": actor("worker"), "at": at}
    assert refused(lambda: defects.keep_in_use(defect, **worker)) == "facilities.danger_not_used"
    defects.stop_use(defect, **worker)
    room.refresh_from_db()
    assert (room.is_out_at(at), room.out_for) == (True, "吊扇松了")
    assert len(out_now(setting.community)) == 1
    assert {"facilities.defect_danger", "facilities.put_out"} <= set(told)
    again = span(15, 16, 1)

    def stopped():
        return book(room, starts=again[0], ends=again[1], purpose="练字", **elder)

    assert refused(stopped) == "facilities.in_service"
    second = defects.find_defect(room, seen=Seen("漏水"), **worker)
    for row in (defect, second):
        defects.repair_defect(row, repair="修好", **worker)
    defects.look_again(defect, fine=True, by=other(), at=at)
    room.refresh_from_db()
    assert room.is_out_at(at)  # the other still keeps it out
    defects.look_again(second, fine=True, by=other(), at=at)
    room.refresh_from_db()
    assert not room.is_out_at(at)
    assert stopped().state == booked.state == "booked"


def test_a_wheelchair_is_with_one_at_a_time_and_goes_round_in_the_order_of_asking(
    setting, actor, at, told
):
    worker, here = {"by": actor("worker"), "at": at}, setting.community
    chair = lending.list_lent(here, listed=Listed("wheelchair", "轮椅", ["1 号"]), **worker)
    first = lending.ask_loan(chair, asking=Asking(30), by=actor("elder"), at=at)
    assert (first.state, first.piece.label) == ("ready", "1 号")
    second = lending.ask_loan(
        chair, asking=Asking(7, "孙阿姨", "19900001234", by_desk=True), **worker
    )
    third = lending.ask_loan(chair, asking=Asking(5), by=actor("tenant"), at=at)
    assert (second.state, third.state, second.account_id) == ("asked", "asked", None)
    assert refused(lambda: lending.ask_loan(
        chair, asking=Asking(31), by=actor("representative"), at=at
    )) == "facilities.loan_days"  # fmt: skip
    assert refused(lambda: lending.ask_loan(
        chair, asking=Asking(3), by=actor("tenant"), at=at
    )) == "facilities.loan_once"  # fmt: skip
    lending.hand_out(first, condition="刹车好用", **worker)
    assert refused(lambda: lending.hand_out(third, **worker)) == "facilities.piece_free"
    assert refused(lambda: lending.hand_out(
        second, piece=first.piece, **worker
    )) == "facilities.piece_free"  # fmt: skip
    longer = lambda: lending.lend_longer(first, by=actor("elder"), at=at)  # noqa: E731
    assert refused(longer) == "facilities.loan_nobody_waits"
    assert [(row.free, row.waiting) for row in shelf(here)] == [(0, 2)]
    # Reminded two days before, once when late, then weekly.
    days = [at + timedelta(days=number) for number in (27, 28, 29, 30, 31, 32, 38)]
    assert [pass_time(day) for day in days] == [0, 1, 0, 0, 1, 0, 1]
    back = at + timedelta(days=39)
    first.refresh_from_db()
    lending.take_back(first, condition="正常", by=actor("worker"), at=back)
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.state, third.state) == ("ready", "asked")
    # Who does not come for it is passed over.
    assert pass_time(back + timedelta(days=3)) == 0
    assert pass_time(back + timedelta(days=4)) == 1
    third.refresh_from_db()
    assert third.state == "ready"
    lending.cancel_loan(third, by=actor("tenant"), at=back)
    assert {"facilities.loan_due", "facilities.loan_late", "facilities.loan_ready"} <= set(told)
    # A year after, nobody's name is there.
    assert pass_time(back + timedelta(days=370)) >= 1
    assert not Loan.objects.get(community=here, pk=second.pk).phone


def test_an_offer_goes_at_once_and_a_match_keeps_what_came_of_it(setting, actor, at):
    elder, worker = {"by": actor("elder"), "at": at}, {"by": actor("worker"), "at": at}
    here, on = setting.community, timezone.localdate(at)
    unnamed = Offered("room", "会议室", "unit")
    assert refused(lambda: offers.offer(here, offered=unnamed, **elder)) == (
        "facilities.keeper_speaks"
    )
    assert refused(lambda: offers.offer(here, offered=unnamed, **worker)) == (
        "facilities.offer_unit_named"
    )
    car = offers.offer(here, offered=Offered("vehicle", "七座车", "resident", until=on), **elder)
    room = offers.offer(
        here,
        offered=Offered(
            "room", "会议室", "unit", unit_name="示范设计院", name="吴经理", by_desk=True
        ),
        **worker,
    )
    assert (car.owner_told, room.owner_told) == ("居民", "示范设计院")
    need = offers.need(here, wanting=Wanting("room", "议事会要一间大屋子", "matter"), **worker)
    tried = offers.match(need, offered=car, **worker)
    assert refused(lambda: offers.match(need, offered=car, **worker)) == "facilities.match_once"
    stranger = lambda: offers.withdraw_offer(car, by=actor("tenant"), at=at)  # noqa: E731
    assert refused(stranger) == "access.permitted"
    offers.withdraw_offer(car, **elder)
    assert list(offer_queries.offers_standing(here, on)) == [room]
    tried.refresh_from_db()
    assert (tried.state, tried.why_not) == ("unused", "withdrawn")
    found = offers.match(need, offered=room, **worker)
    assert refused(lambda: offers.tell_outcome(found, used=False, **worker)) == (
        "facilities.match_why_not"
    )
    offers.tell_outcome(found, used=True, outcome="开了一次会", **worker)
    tally = offer_queries.tally_of(here, on)
    assert (tally.offers, tally.needs, tally.matched, tally.used, tally.unused) == (2, 1, 2, 1, 1)
    assert not offer_queries.needs_open(here).exists()


def test_facts_tell_floor_functions_and_venues_and_of_no_facility_nothing(setting, add, at):
    on = timezone.localdate(at)
    here = setting.community
    assert list(fact_rows(here, on, on)) == []
    add("活动中心", "hall", area=60_000, residents_area=40_050, step_free=True,
        functions=["culture", "meals", "volunteer_station", "office"])  # fmt: skip
    add("操场", "ground", area=900_000, functions=["sport"])
    counted = {fact.kind: fact.part for fact in fact_rows(here, on, on)}
    assert counted == {
        "facilities.area": 600, "facilities.residents_area": 400, "facilities.functions": 3,
        "facilities.venues": 2, "facilities.venue_hours": 2 * 14 * 7, "facilities.station": 1,
        "facilities.community": 1,
    }  # fmt: skip
    room = room_there_is(here, on)
    assert (room.area, room.residents, room.to_verify) == (60_000, 40_050, True)
