"""An activity is told to everybody, and what is told of it is put right."""

from typing import Any

from linli.core.audit.door import Act, action
from linli.culture.activities import rules
from linli.culture.activities.actions.licensing import require_licence
from linli.culture.activities.actions.wording import (
    guarded_for,
    require_asked_at,
    require_public,
)
from linli.culture.activities.flows import ACTIVITY
from linli.culture.activities.models import Activity
from linli.culture.activities.plans import OF_SHEET
from linli.culture.activities.queries.dates import preview_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.mechanisms.signup.actions import add_occasions, alter, open_up
from linli.mechanisms.signup.rules import PLANNED

ALTERED = (
    "about", "bring", "ask_at", "expected", "licence", "applied_on", "step_free", "hearing",
    "quiet", "access_note",
)  # fmt: skip
"""What may still change once everybody has read it; what it is, when and where has acts of its
own, which tell everybody."""
WORDS = ("about", "bring", "access_note")
"""What of it may hold no number at all; where one asks may hold that of a desk."""


@action("activities.announce", needs="activities.keep")
def announce(act: Act, activity: Activity, *, seen: int | None = None) -> Activity:
    """Tells everybody: all its dates stand in the calendar, and names may be put down. One that is
    expected to draw as many as the law names is not told without its licence, or the day it was
    applied for in time."""
    found = preview_of(activity, act.at)
    require(Finding(not found.endless, "activities.series_ends"))
    require(rules.dates_ahead(len(found.spans)))
    first = local_day(found.spans[0][0])
    require_licence(act, activity, first)
    take(act, ACTIVITY, activity, "announce", seen=seen)
    activity.announced_at = act.at
    activity.save(update_fields=["announced_at"])
    add_occasions(act, activity.sheet, found.spans, venue=activity.venue)
    if activity.by_signup:
        activity.sheet = open_up(act, activity.sheet)
    act.note(title=activity.title, count=len(found.spans))
    return activity


@action("activities.alter", needs="activities.keep")
def alter_told(
    act: Act,
    activity: Activity,
    *,
    seen: int | None = None,
    sheet: dict[str, Any] | None = None,
    **told: Any,
) -> Activity:
    """Puts right what is told of an announced activity, or alters its seats: more are offered at
    once to those who wait, fewer than are taken are refused."""
    assert set(told) <= set(ALTERED), set(told) - set(ALTERED)
    assert set(sheet or {}) <= set(OF_SHEET) - {"way"}
    require_public(activity.community_id, *(str(told.get(name) or "") for name in WORDS))
    require_asked_at(activity.community_id, str(told.get("ask_at") or ""))
    take(act, ACTIVITY, activity, "alter", seen=seen)
    for name, value in told.items():
        setattr(activity, name, value)
    activity.save()
    if sheet:
        activity.sheet = alter(act, activity.sheet, **{**sheet, **guarded_for(activity)})
    if {"expected", "licence", "applied_on", "seats"} & {*told, *(sheet or {})}:
        dates = activity.sheet.occasions.filter(state=PLANNED, ends_at__gt=act.at)
        coming = dates.order_by("starts_at").first()
        if coming is not None:
            require_licence(act, activity, local_day(coming.starts_at))
    act.note(title=activity.title)
    return activity
