"""A term is opened; an activity is drafted, changed while it is a draft, copied from last term."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.culture.activities.actions.wording import (
    guarded_for,
    require_asked_at,
    require_public,
)
from linli.culture.activities.flows import ACTIVITY
from linli.culture.activities.models import Activity, Term
from linli.culture.activities.plans import Plan, plan_of
from linli.culture.activities.sheets import SHEET
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.signup.actions import alter, lay_out


@action("activities.open_term", needs="activities.keep")
def open_term(act: Act, community: Place, *, name: str, since: date, until: date) -> Term:
    """Opens a term of courses, from its first day to its last."""
    require(Finding(since <= until, "activities.term_order"))
    term = Term(community=community, name=" ".join(name.split()), since=since, until=until)
    try:
        with transaction.atomic():
            term.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "activities.term_once", numbers={"name": name})) from None
    act.note(term=term.name)
    return term


@action("activities.draft", needs="activities.keep")
def draft(
    act: Act, community: Place, *, plan: Plan, copied_from: Activity | None = None
) -> Activity:
    """Writes an activity down: what it is, whom it is for, its rhythm with all dates in it, and its
    sheet. Nobody outside reads it before it is announced."""
    activity = begin_draft(act, community, plan, copied_from)
    act.note(title=activity.title)
    return activity


@action("activities.revise", needs="activities.keep")
def revise(act: Act, activity: Activity, *, plan: Plan, seen: int | None = None) -> Activity:
    """Changes a draft."""
    _require_plan(activity.community_id, plan)
    take(act, ACTIVITY, activity, "revise", seen=seen)
    for name, value in plan.told.items():
        setattr(activity, name, value)
    _price_in_order(activity)
    old = activity.sheet
    if plan.sheet.get("way", old.way) != old.way:
        # The seed of a lot is drawn when the sheet is laid out, so another way is another sheet.
        activity.sheet = _lay_out(act, activity, plan)
        activity.save()
        old.delete()
    else:
        given = {name: value for name, value in plan.sheet.items() if name != "way"}
        given |= guarded_for(activity)
        activity.sheet = alter(act, old, title=activity.title, **given)
        activity.save()
    act.note(title=activity.title)
    return activity


@action("activities.drop", needs="activities.keep")
def drop(act: Act, activity: Activity, *, seen: int | None = None) -> Activity:
    """Gives a draft up that nobody outside ever read."""
    take(act, ACTIVITY, activity, "drop", seen=seen)
    act.note(title=activity.title)
    return activity


@action("activities.copy_term", needs="activities.keep")
def copy_term(act: Act, term: Term, *, activities: Sequence[Activity]) -> list[Activity]:
    """Drafts in a new term what was held in an earlier one: each as it was, on the same weekdays
    and at the same hours, from the term's first day to its last; to be looked through and
    announced one by one."""
    require(Finding(bool(activities), "activities.something_copied"))
    made = []
    for each in activities:
        plan = plan_of(each)
        plan.told.update(_into(each, term))
        made.append(begin_draft(act, term.community_id, plan, each))
    act.note(term=term.name, count=len(made))
    return made


def begin_draft(
    act: Act, community: Any, plan: Plan, copied_from: Activity | None = None
) -> Activity:
    """The draft with its sheet, inside an act."""
    key = getattr(community, "pk", community)
    _require_plan(key, plan)
    activity = Activity(
        community_id=key, copied_from=copied_from, drafted_by_id=act.by.account, **plan.told
    )
    _price_in_order(activity)
    activity.sheet = _lay_out(act, activity, plan)
    return begin(act, ACTIVITY, activity, "draft")


def _lay_out(act: Act, activity: Activity, plan: Plan) -> Any:
    given = {**plan.sheet, **guarded_for(activity)}
    return lay_out(act, activity.community, kind=SHEET, title=activity.title, **given)


def _price_in_order(activity: Activity) -> None:
    if activity.price == "free":
        activity.fen = None
    require(Finding(activity.price == "free" or bool(activity.fen), "activities.price_named"))


def _require_plan(community: Any, plan: Plan) -> None:
    require_public(community, *plan.words)
    require_asked_at(community, str(plan.told.get("ask_at") or ""))
    ends = plan.told.get("every") == "once" or plan.told.get("until") or plan.told.get("times")
    require(Finding(bool(ends) or "every" not in plan.told, "activities.series_ends"))


def _into(activity: Activity, term: Term) -> dict[str, Any]:
    """The rhythm of an activity in another term: from the first day that falls on its weekday."""
    ahead = (activity.first.weekday() - term.since.weekday()) % 7
    told: dict[str, Any] = {"term": term, "first": term.since + timedelta(days=ahead)}
    if activity.every != "once":
        told |= {"until": term.until}
    return told
