"""What a local value would change where time is counted: open clocks, and a case made up.

A clock keeps the days it was given; only what begins on the first day of the new value or later is
counted by it. So the open ones are shown as staying, and the made-up case as changing.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Clock
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.rules import in_time
from linli.core.local_law.effects import Open, Sample, show_open, show_with
from linli.lib.calendar import SHANGHAI, Running, Unit, deadline_at
from linli.lib.law import Finding, Parameter

WEEKENDS = "calendar.weekend_rolls"
_LISTED, _LENGTH, _FEW_WEEKS = 5, 5, 21
_NOON = time(12)


def open_clocks(rule: str, community: Any) -> Iterable[Open]:
    """The clocks that run by the rule; by the rule of weekends all that count days."""
    clocks = Clock.objects.filter(settled_at__isnull=True, private=False)
    clocks = clocks.filter(unit="days") if rule == WEEKENDS else clocks.filter(rule=rule)
    if community is None:
        clocks = clocks.across_communities("the operator lays down for a whole province")
    else:
        clocks = clocks.filter(community=community)
    count = clocks.count()
    if count:
        few = clocks.order_by("due_at", "id")[:_LISTED] if community is not None else ()
        yield Open(_("正在计时的期限"), count, tuple(clock.heading for clock in few))


def judge_a_sample(before: Parameter | None, after: Parameter, community: Any) -> Iterable[Sample]:
    """A case that begins on the value's first day and is settled on the later of the two last
    days: in time by the one, late by the other."""
    lasts = [_last_day(row, after, community) for row in (before, after)]
    if lasts[1] is None or lasts[0] == lasts[1]:
        return
    settled = max(last for last in lasts if last is not None)
    yield Sample(
        _("假设一件事从新规定施行那天起算"),
        _found(lasts[0], settled, before),
        _found(lasts[1], settled, after),
    )


def _found(last: date | None, settled: date, row: Parameter | None) -> Finding | str:
    if last is None or row is None:
        return str(_("原来没有这项规定"))
    found = in_time(deadline_at(last), datetime.combine(settled, _NOON, SHANGHAI))
    return Finding(found.holds, found.rule, (*found.cites, *row.grounds), found.numbers)


def _last_day(row: Parameter | None, after: Parameter, community: Any) -> date | None:
    if row is None:
        return None
    calendar = work_calendar(community.pk if community is not None else None)
    begins = after.in_force_from
    if after.rule == WEEKENDS:
        # The first beginning whose fifth day is a plain Saturday: where the two rules part.
        for ahead in range(_FEW_WEEKS):
            begins = after.in_force_from + timedelta(days=ahead)
            parted = {
                Running(begins, _LENGTH, Unit.DAYS, weekend_rolls=rolls).due_on(calendar)
                for rolls in (True, False)
            }
            if len(parted) > 1:
                break
        running = Running(begins, _LENGTH, Unit.DAYS, weekend_rolls=bool(row.value))
        return running.due_on(calendar)
    try:
        return Running(begins, int(row.value), Unit(row.unit)).due_on(calendar)
    except ValueError:
        return None  # no length of time: counts, shares and switches are shown in words


def register() -> None:
    """Called when the apps are ready."""
    show_open(open_clocks)
    show_with(judge_a_sample)
