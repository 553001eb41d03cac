"""The dates a rhythm gives in this community: what takes place, which holidays it leaves out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from linli.core.clocks.queries import work_calendar
from linli.culture.activities.models import Activity
from linli.lib.calendar import in_statutory_break
from linli.lib.calendar.series import Series, SeriesTooLong, Span


@dataclass(frozen=True, slots=True)
class Preview:
    """All dates of a series before it is announced: `spans` take place, `skipped` are the days it
    leaves out for a holiday, `past` how many lie behind already."""

    spans: list[Span]
    skipped: list[date]
    past: int
    endless: bool = False


def holidays_of(community: Any) -> Callable[[date], bool]:
    """Whether a day is a holiday here."""
    calendar = work_calendar(getattr(community, "pk", community))
    return lambda on: in_statutory_break(calendar, on)


def preview_of(activity: Activity, at: datetime) -> Preview:
    """The dates of an activity as it is written down now."""
    is_holiday = holidays_of(activity.community_id)
    try:
        series = activity.series
        spans = series.spans(is_holiday)
    except SeriesTooLong:
        return Preview([], [], 0, endless=True)
    coming = [span for span in spans if span[0] > at]
    return Preview(coming, _skipped(series, spans, is_holiday), len(spans) - len(coming))


def _skipped(series: Series, spans: list[Span], is_holiday: Callable[[date], bool]) -> list[date]:
    if series.through_holidays or not spans:
        return []
    last = max(spans[-1][0].date(), series.until or series.first)
    # Without a number of times: what would lie between the first date and the last.
    all_days = replace(series, times=None, until=last, through_holidays=True).days()
    return [on for on in all_days if is_holiday(on) and on not in series.also]
