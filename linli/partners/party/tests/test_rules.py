"""Which meetings and items are looked for, and the edges of their days. No database."""

import itertools
from datetime import date, timedelta

import pytest

from linli.partners.party.items import items
from linli.partners.party.rules import serving
from linli.partners.party.rules.periods import (
    council_in_time,
    due_on,
    late,
    not_ahead,
    sorts_asked,
    time_of,
    times_between,
    turns_of,
)

DAY = timedelta(days=1)


@pytest.mark.parametrize("months", [1, 3, 6, 12])
def test_the_times_of_a_year_meet_without_a_gap(months):
    times = list(times_between(date(2026, 1, 1), date(2026, 12, 31), months))
    assert len(times) == 12 // months
    assert times[0].starts == date(2026, 1, 1)
    assert times[-1].ends == date(2026, 12, 31)
    assert all(one.ends + DAY == two.starts for one, two in itertools.pairwise(times))
    assert time_of(date(2026, 12, 31), months) == times[-1]


def test_a_branch_is_looked_at_from_its_first_whole_time_on():
    first = next(iter(times_between(date(2026, 1, 2), date(2026, 12, 31), 3)))
    assert first.starts == date(2026, 4, 1)
    assert next(iter(times_between(date(2026, 4, 1), date(2026, 12, 31), 3))).starts == date(
        2026, 4, 1
    )


def test_a_meeting_on_the_last_day_is_in_time_and_one_a_day_later_is_the_next_times():
    turns = turns_of(
        ("assembly",), date(2026, 1, 1), date(2026, 6, 30),
        {"assembly": [date(2026, 3, 31)]}, {"assembly": 3},
    )  # fmt: skip
    assert [each.in_time for each in turns] == [True, False]
    turns = turns_of(
        ("assembly",), date(2026, 1, 1), date(2026, 6, 30),
        {"assembly": [date(2026, 4, 1)]}, {"assembly": 3},
    )  # fmt: skip
    assert [each.in_time for each in turns] == [False, True]


def test_each_kind_of_unit_holds_its_own_meetings():
    assert "committee" not in sorts_asked("branch", has_committee=False)
    assert "committee" in sorts_asked("branch", has_committee=True)
    assert sorts_asked("group", has_committee=False) == ("group",)
    assert sorts_asked("team", has_committee=False) == ()


def test_an_item_is_late_the_day_after_its_last_day():
    time = time_of(date(2026, 5, 5), 3)
    due = due_on(time, 15, ahead=False)
    assert due == date(2026, 7, 15)
    assert not late(due, None, due)
    assert late(due, None, due + DAY)
    assert not late(due, due, due + DAY)
    assert due_on(time_of(date(2026, 1, 1), 12), 59, ahead=True) == date(2026, 2, 28)
    keys = {"structure", "election", "plan", "report", "fees", "service", "replies"}
    assert set(items()) == keys


def test_small_numbers_of_members_are_told_to_nobody():
    assert serving.told(9, 10) is None
    assert serving.told(0, 10) is None
    assert serving.told(10, 10) == 10


def test_the_edges_of_service_and_notice():
    on = date(2026, 6, 1)
    assert not_ahead(on, on)
    assert not not_ahead(on + DAY, on)
    assert serving.minutes_fit(720)
    assert not serving.minutes_fit(721)
    assert not serving.minutes_fit(0)
    assert council_in_time(on, on + 3 * DAY, days=3)
    assert not council_in_time(on, on + 2 * DAY, days=3)
    assert serving.place_free(1, 2, closed=False)
    assert not serving.place_free(2, 2, closed=False)
    assert not serving.consented(False)
