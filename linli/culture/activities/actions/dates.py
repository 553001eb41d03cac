"""Dates of an announced activity: added, moved, called off, one or a hundred in one act.

Each act gives the activity, with the dates it touched as `touched`: who keeps the rooms follows.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from linli.core.audit.door import Act, action
from linli.culture.activities.actions.licensing import require_licence
from linli.culture.activities.actions.wording import require_public
from linli.culture.activities.flows import ACTIVITY
from linli.culture.activities.models import Activity
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.models import Occasion
from linli.mechanisms.signup.rules import PLANNED


@action("activities.add_dates", needs="activities.keep")
def add_dates(
    act: Act, activity: Activity, *, spans: Sequence[tuple[datetime, datetime]],
    seen: int | None = None,
) -> Activity:  # fmt: skip
    """Adds dates to those that were announced: a lesson to catch up with, one more performance."""
    ahead = [span for span in spans if span[0] > act.at]
    require(Finding(bool(spans) and len(ahead) == len(spans), "activities.dates_lie_ahead"))
    require_licence(act, activity, min(local_day(span[0]) for span in spans))
    standing = set(activity.sheet.occasions.filter(state=PLANNED).values_list("starts_at"))
    require(Finding(not any((span[0],) in standing for span in spans), "activities.date_once"))
    take(act, ACTIVITY, activity, "add_dates", seen=seen)
    added = signup.add_occasions(act, activity.sheet, spans, venue=activity.venue)
    activity.also = sorted({*activity.also, *(_day(span[0]) for span in spans)})
    activity.save(update_fields=["also"])
    act.note(title=activity.title, count=len(added))
    return _touching(activity, added)


@action("activities.move_date", needs="activities.keep")
def move_date(
    act: Act,
    activity: Activity,
    *,
    occasion: Occasion,
    starts_at: datetime,
    ends_at: datetime,
    venue: str = "",
    words: str = "",
    seen: int | None = None,
) -> Activity:
    """Moves one date to another time or place; everybody on the sheet is told once. `words`: what
    they are told beside it."""
    require(_is_its_own(activity, [occasion]))
    require(Finding(starts_at > act.at, "activities.dates_lie_ahead"))
    require_public(activity.community_id, words, venue)
    require_licence(act, activity, local_day(starts_at))
    take(act, ACTIVITY, activity, "move_date", seen=seen)
    before = occasion.starts_at
    moved = signup.move_occasion(
        act, occasion, starts_at=starts_at, ends_at=ends_at, venue=venue,
        words=words,
    )  # fmt: skip
    if local_day(before) != local_day(starts_at):
        activity.without = sorted({*activity.without, _day(before)} - {_day(starts_at)})
        activity.also = sorted({*activity.also, _day(starts_at)} - {_day(before)})
        activity.save(update_fields=["without", "also"])
    act.note(title=activity.title, on=_day(starts_at))
    return _touching(activity, [moved])


@action("activities.call_off_dates", needs="activities.keep")
def call_off_dates(
    act: Act,
    activity: Activity,
    *,
    occasions: Sequence[Occasion],
    reason: str,
    seen: int | None = None,
) -> Activity:
    """Calls some or all coming dates off, however many: one act, and everybody on the sheet is told
    once. What was held already stays as it was."""
    require(_is_its_own(activity, occasions))
    require_public(activity.community_id, reason)
    take(act, ACTIVITY, activity, "call_off_dates", seen=seen, reason=reason, public_note=reason)
    gone = signup.call_off(act, activity.sheet, occasions, reason=reason)
    activity.without = sorted({*activity.without, *(_day(each.starts_at) for each in gone)})
    activity.save(update_fields=["without"])
    act.note(title=activity.title, count=len(gone))
    return _touching(activity, gone)


@action("activities.cancel", needs="activities.keep")
def cancel(act: Act, activity: Activity, *, reason: str, seen: int | None = None) -> Activity:
    """The whole of it falls out: every coming date, with the reason, and everybody is told once."""
    require_public(activity.community_id, reason)
    gone = list(activity.sheet.occasions.filter(state=PLANNED, ends_at__gt=act.at))
    take(act, ACTIVITY, activity, "cancel", seen=seen, reason=reason, public_note=reason)
    activity.sheet = signup.cancel_sheet(act, activity.sheet, reason=reason)
    act.note(title=activity.title, count=len(gone))
    return _touching(activity, gone)


def spans_on(days: Sequence[date], starts: Any, minutes: int) -> list[tuple[datetime, datetime]]:
    """The moments of dates at the same hour."""
    found = []
    for on in sorted(set(days)):
        begins = datetime.combine(on, starts, tzinfo=SHANGHAI)
        found.append((begins, begins + timedelta(minutes=minutes)))
    return found


def _is_its_own(activity: Activity, occasions: Sequence[Occasion]) -> Finding:
    own = all(
        each.sheet_id == activity.sheet_id and each.community_id == activity.community_id
        for each in occasions
    )
    return Finding(bool(occasions) and own, "activities.dates_chosen")


def _touching(activity: Activity, occasions: Sequence[Occasion]) -> Activity:
    activity.touched = list(occasions)
    return activity


def _day(moment: datetime) -> str:
    return local_day(moment).isoformat()
