from datetime import date

import pytest

from linli.core.audit.actor import the_operator
from linli.core.audit.door import Act
from linli.core.audit.sentences import sentence_of
from linli.core.clocks import actions as clocks
from linli.core.clocks.actions import set_day
from linli.core.clocks.models import CalendarDay
from linli.core.clocks.queries import (
    calendar_history,
    clocks_of,
    kept_days,
    work_calendar,
)
from linli.core.clocks.tests.cast import at
from linli.lib.calendar import is_working_day, national
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

LANTERNS = date(2026, 11, 4)
"""A Wednesday on which the community keeps a feast of its own."""


def _set(community, by, on=LANTERNS, kind="holiday", name="社区日", moment=None):
    return set_day(
        community, by=by, at=moment or at(11, 2), on=on, kind=kind, name=name, source="街道通知"
    )


def test_without_rows_of_its_own_a_community_follows_the_country(community):
    assert work_calendar(community.pk) is national()
    assert not is_working_day(work_calendar(community.pk), date(2026, 10, 1))
    assert is_working_day(work_calendar(community.pk), date(2026, 10, 10))  # a make-up Saturday


def test_a_day_set_by_the_director_holds_here_and_nowhere_else(community, next_door, director):
    _set(community, director)
    assert not is_working_day(work_calendar(community.pk), LANTERNS)
    assert is_working_day(work_calendar(next_door.pk), LANTERNS)
    assert is_working_day(work_calendar(), LANTERNS)


def test_a_day_set_by_the_operator_holds_everywhere_unless_a_community_takes_it_back(
    community, next_door, director
):
    _set(None, the_operator(), name="抗洪")
    assert not is_working_day(work_calendar(next_door.pk), LANTERNS)
    _set(community, director, kind="ordinary", name="照常上班")
    assert is_working_day(work_calendar(community.pk), LANTERNS)
    assert not is_working_day(work_calendar(next_door.pk), LANTERNS)


def test_a_make_up_day_can_be_added_and_the_countrys_taken_back(community, director):
    saturday, make_up = date(2027, 1, 9), date(2026, 10, 10)
    _set(community, director, saturday, "make_up", "调休上班")
    _set(community, director, make_up, "ordinary", "本社区不调休")
    calendar = work_calendar(community.pk)
    assert is_working_day(calendar, saturday)
    assert not is_working_day(calendar, make_up)
    assert calendar.announced(2027)
    assert not national().announced(2027)


def test_the_same_day_set_again_is_the_same_row_and_the_calendar_follows_at_once(
    community, director
):
    _set(community, director)
    assert not is_working_day(work_calendar(community.pk), LANTERNS)
    _set(community, director, kind="ordinary", name="照常上班")
    assert is_working_day(work_calendar(community.pk), LANTERNS)
    assert CalendarDay.objects.count() == 1


def test_clocks_that_run_are_counted_anew_and_the_book_says_how_many(
    community, next_door, worker, director
):
    act = Act("matters.move", worker, at(11, 2), community)
    for owner in (community, next_door):
        clocks.start(act, owner, "promise", length=3, title="楼道灯不亮")
    clocks.start(act, community, "short", length=1, title="楼道灯不亮")
    clocks.start(act, community, "settled", length=3, title="楼道灯不亮")
    clocks.settle(act, community, "settled")
    _set(community, director)
    days = {clock.name: clock.last_day for clock in clocks_of(community)}
    assert days == {
        "promise": date(2026, 11, 6),
        "short": date(2026, 11, 3),
        "settled": date(2026, 11, 5),
    }
    assert clocks_of(next_door)[0].last_day == date(2026, 11, 5)
    (entry,) = calendar_history(community.pk)
    assert sentence_of(entry.action, entry.note) == (
        "把 2026-11-04 定为“社区日”，重新计算了 1 个办理期限"
    )


def test_a_day_of_the_whole_instance_moves_the_clocks_of_all(community, next_door, worker):
    act = Act("matters.move", worker, at(11, 2), community)
    for owner in (community, next_door):
        clocks.start(act, owner, "promise", length=3, title="楼道灯不亮")
    _set(None, the_operator())
    assert {clocks_of(owner)[0].last_day for owner in (community, next_door)} == {date(2026, 11, 6)}


def test_a_worker_and_the_director_next_door_may_not_change_the_calendar(
    community, next_door, worker, director
):
    for subject, by in ((community, worker), (next_door, director), (None, director)):
        with pytest.raises(Refused):
            _set(subject, by)
    assert not CalendarDay.objects.exists()


def test_a_year_lists_the_countrys_days_and_ones_own(community, director):
    _set(community, director)
    _set(community, director, date(2026, 10, 10), "ordinary", "本社区不调休")
    days = {day.on: day for day in kept_days(community.pk, 2026)}
    assert days[date(2026, 10, 1)].kind == "holiday"
    assert not days[date(2026, 10, 1)].ours
    assert days[LANTERNS].ours
    assert days[date(2026, 10, 10)].kind == "ordinary"
    assert list(days) == sorted(days)
