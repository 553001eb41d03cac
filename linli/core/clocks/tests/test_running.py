from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Clock, ClockExtension, ClockPause, Holder
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.clocks.queries.one import moved_over_weekend
from linli.core.clocks.tests.cast import at
from linli.core.pages.wording import tell_deadline
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def act_at(community, worker):
    """The surrounding act of a step, at a moment."""
    return lambda moment: Act("matters.move", worker, moment, community)


def _started(act_at, owner, **more):
    # Monday 2 November 2026: three working days end with Thursday the 5th.
    given = {"length": 3, "title": "楼道灯不亮", "holder": Holder(post="worker"), **more}
    return clocks.start(act_at(at(11, 2)), owner, given.pop("name", "promise"), **given)


def _only(owner):
    (clock,) = clocks_of(owner)
    return clock


def test_a_clock_breaks_after_its_last_working_day_and_warns_the_morning_before(act_at, community):
    clock = _started(act_at, community)
    assert clock.due_at == at(11, 6, 0)
    assert clock.last_day == date(2026, 11, 5)
    assert clock.warn_at == at(11, 4, 8)
    assert (clock.owner_kind, clock.owner) == ("places.Place", community.pk)


def test_an_hour_ends_at_its_minute_whatever_day_it_is_and_nothing_stops_it(act_at, community):
    began = at(11, 7, 23).replace(minute=35)  # a Saturday night
    clock = clocks.start(act_at(began), community, "promise", length=1, unit="hours", title="急")
    last = began + timedelta(hours=1)
    assert (clock.last_day, clock.warn_at) == (last.date(), began + timedelta(minutes=30))
    assert clocks.pause(act_at(began), community, reason="等材料") == []
    calendar = work_calendar(community.pk)
    told = [
        str(tell_deadline(deadline_of(clock, calendar, began + timedelta(minutes=each))).words)
        for each in (15, 60, 61, 185)
    ]
    assert told == ["还有 45 分钟", "还有 0 分钟", "超期 1 分钟", "超期 2 小时"]
    assert not clock.overdue(last)
    assert clock.overdue(last + timedelta(microseconds=1))
    assert clocks.settle(act_at(last), community, "promise")[0].state == "met"


def test_what_stood_still_before_its_last_day_was_not_late_whenever_that_is_written(
    act_at, community
):
    clock = _started(act_at, community)
    Clock.objects.filter(community=community, pk=clock.pk).update(state="missed")
    clocks.pause(act_at(at(11, 6)), community, "promise", reason="等材料")
    assert _only(community).state == "missed", "it stood still only after its last day"
    clocks.pause(act_at(at(11, 4)), community, "promise", reason="等材料")
    assert _only(community).state == "paused"
    clocks.resume(act_at(at(11, 9)), community, "promise")
    # Of three days one was used, on the 3rd; the 9th counts again.
    assert _only(community).last_day == date(2026, 11, 10)


def test_a_last_day_moved_over_a_weekend_says_so_with_the_mark_of_its_ground(act_at, community):
    # Five days from Monday the 2nd end on Saturday the 7th; the Monday after is the 9th.
    clock = _started(act_at, community, length=5, unit="days")
    moved = moved_over_weekend(clock, work_calendar(community.pk))
    assert dict(moved.numbers) == {"plain": date(2026, 11, 7), "last_day": date(2026, 11, 9)}
    assert moved.cites == ("civil_code.203?",)
    stays = _started(act_at, community, name="limit", length=4, unit="days")
    assert moved_over_weekend(stays, work_calendar(community.pk)) is None


def test_an_owner_has_one_open_clock_of_a_name(act_at, community):
    _started(act_at, community)
    with pytest.raises(IntegrityError), transaction.atomic():
        _started(act_at, community)
    _started(act_at, community, name="limit", length=20)
    clocks.settle(act_at(at(11, 3)), community, "promise")
    _started(act_at, community)
    assert [clock.name for clock in clocks_of(community) if clock.is_open] == ["limit", "promise"]


def test_what_is_done_on_the_last_day_is_in_time_and_a_moment_later_is_not(act_at, community):
    _started(act_at, community)
    clocks.settle(act_at(at(11, 5, 23, 59)), community, "promise")
    assert _only(community).state == "met"
    _started(act_at, community)
    clocks.settle(act_at(at(11, 6, 0)), community, "promise")
    late = clocks_of(community)[-1]
    assert late.state == "missed"
    assert late.settled_at == at(11, 6, 0)


def test_a_pause_stops_the_clock_and_resuming_gives_back_the_days_left(act_at, community):
    _started(act_at, community)
    clocks.pause(act_at(at(11, 4)), community, "promise", reason="等居民补充照片")
    paused = _only(community)
    assert paused.state == "paused"
    assert paused.due_at is None
    assert ClockPause.objects.get(community=community).reason == "等居民补充照片"
    clocks.resume(act_at(at(11, 10)), community)
    # The 3rd counted, the 4th to the 9th did not; the 10th and 11th are the two left.
    assert _only(community).last_day == date(2026, 11, 11)


def test_a_pause_needs_a_reason(act_at, community):
    _started(act_at, community)
    with pytest.raises(Refused) as caught:
        clocks.pause(act_at(at(11, 4)), community, "promise", reason="  ")
    assert caught.value.finding.rule == "clocks.reasoned"


def test_a_pause_after_the_last_day_does_not_mend_what_is_late(act_at, community):
    _started(act_at, community)
    assert clocks.pause(act_at(at(11, 9)), community, reason="等居民补充照片") == []
    assert clocks.resume(act_at(at(11, 10)), community) == []
    clocks.settle(act_at(at(11, 10)), community)
    assert _only(community).state == "missed"


def test_a_clock_settled_while_it_stood_still_was_in_time(act_at, community):
    _started(act_at, community)
    clocks.pause(act_at(at(11, 5)), community, reason="等居民补充照片")
    clocks.settle(act_at(at(12, 20)), community)
    clock = _only(community)
    assert clock.state == "met"
    assert ClockPause.objects.get(community=community).resumed_at == at(12, 20)


def test_a_clock_is_prolonged_with_its_reason_and_keeps_how_often(act_at, community):
    _started(act_at, community)
    clocks.extend(act_at(at(11, 4)), community, "promise", by=2, reason="要等住建部门鉴定")
    assert _only(community).last_day == date(2026, 11, 9)
    clocks.extend(act_at(at(11, 9)), community, "promise", by=1, reason="鉴定还没有出来")
    clock = _only(community)
    assert clock.extended_by == 3
    assert clock.last_day == date(2026, 11, 10)
    kept = ClockExtension.objects.filter(community=community).order_by("at")
    assert [(one.by, one.reason) for one in kept] == [
        (2, "要等住建部门鉴定"),
        (1, "鉴定还没有出来"),
    ]


def test_a_clock_already_late_is_not_prolonged(act_at, community):
    _started(act_at, community)
    with pytest.raises(Refused) as caught:
        clocks.extend(act_at(at(11, 6)), community, "promise", by=2, reason="忙")
    assert caught.value.finding.rule == "clocks.extendable"


def test_a_paused_clock_may_be_prolonged_and_shows_it_when_it_goes_on(act_at, community):
    _started(act_at, community)
    clocks.pause(act_at(at(11, 4)), community, reason="等居民补充照片")
    clocks.extend(act_at(at(11, 5)), community, "promise", by=2, reason="要等住建部门鉴定")
    clocks.resume(act_at(at(11, 10)), community)
    assert _only(community).last_day == date(2026, 11, 13)


def test_what_is_withdrawn_no_longer_runs_but_what_was_missed_stays_missed(act_at, community):
    _started(act_at, community)
    _started(act_at, community, name="limit", length=20)
    clocks.drop(act_at(at(11, 9)), community)
    assert {clock.name: clock.state for clock in clocks_of(community)} == {
        "promise": "missed",
        "limit": "dropped",
    }


def test_handing_over_names_who_must_act(act_at, community, worker):
    _started(act_at, community)
    clocks.hand_over(act_at(at(11, 3)), community, Holder(account=worker.account))
    assert _only(community).holder == Holder(account=worker.account)


def test_days_run_on_through_weekends_and_a_last_day_on_a_holiday_gives_way(act_at, community):
    clock = clocks.start(
        act_at(at(9, 1)), community, "limit", length=30, unit="days", title="楼道灯不亮"
    )
    assert clock.last_day == date(2026, 10, 8)  # 1 to 7 October are the National Day break


def test_the_deadline_tells_how_a_clock_stands(act_at, community):
    calendar = work_calendar(community.pk)
    _started(act_at, community)

    def told(moment):
        return tell_deadline(deadline_of(_only(community), calendar, moment))

    assert told(at(11, 2)).words == "还有 3 个工作日"
    assert told(at(11, 5)).words == "今天到期"
    assert told(at(11, 9)) == ("超期 2 个工作日", "late")
    clocks.pause(act_at(at(11, 4)), community, reason="等居民补充照片")
    shown = deadline_of(_only(community), calendar, at(11, 10))
    assert tell_deadline(shown).words == "已暂停计时"
    assert shown.reason == "等居民补充照片"
    assert shown.due == date(2026, 11, 11)
    clocks.settle(act_at(at(11, 12)), community)
    assert told(at(12, 1)).words == "按时完成"
    assert deadline_of(_only(community), calendar, at(12, 1)).name == "承诺时限"


def test_a_dropped_clock_shows_no_deadline(act_at, community):
    _started(act_at, community)
    clocks.drop(act_at(at(11, 3)), community)
    assert deadline_of(_only(community), work_calendar(), at(11, 3)) is None


@pytest.mark.parametrize(
    "values",
    [
        {"state": "running", "due_at": None},
        {"state": "paused"},
        {"state": "met"},
        {"state": "sleeping"},
        {"length": 0},
        {"unit": "weeks"},
    ],
)
def test_the_database_itself_refuses_a_clock_that_makes_no_sense(act_at, community, values):
    clock = _started(act_at, community)
    with pytest.raises(IntegrityError), transaction.atomic():
        Clock.objects.filter(community=community, pk=clock.pk).update(**values)


def test_a_step_of_nobodys_act_is_no_different(community):
    act = Act("matters.file", Actor(), at(11, 2), community)
    clock = clocks.start(act, community, "promise", length=3, title="楼道灯不亮")
    assert clock.holder == Holder()
