"""The desk's overview: what is coming, where something is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.culture.activities.models import Activity, Term
from linli.culture.activities.models.teachers import Teacher
from linli.culture.activities.sheets import SHEET
from linli.mechanisms.signup.models import Call, Occasion, SignUp
from linli.mechanisms.signup.rules import HOLDING, PLANNED, WAITING

AHEAD = timedelta(days=21)
MOST = 200


@dataclass(frozen=True, slots=True)
class Gap:
    """What is still to be done about one sheet: how many wait, how many must be rung."""

    waiting: int = 0
    calls: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One date with its activity, as the desk sees it."""

    activity: Activity
    occasion: Occasion
    gap: Gap


def activity_for(actor: Actor, community: Any, activity_id: UUID) -> Activity:
    """One activity, for who sees the desk; otherwise Http404."""
    found: Activity | None = None
    if may("activities.see_desk", actor, community):
        rows = Activity.objects.filter(community=community, pk=activity_id)
        found = rows.select_related("sheet", "term", "lead", "copied_from").first()
    if found is None:
        raise Http404
    return found


def activity_of_sheet(community: Any, sheet_id: UUID) -> Activity:
    """The activity a sheet belongs to; otherwise Http404."""
    found: Activity | None = Activity.objects.filter(community=community, sheet=sheet_id).first()
    if found is None:
        raise Http404
    return found


def dates_of(activity: Activity) -> "QuerySet[Occasion]":
    """Its dates in order."""
    rows: QuerySet[Occasion] = Occasion.objects.filter(
        community=activity.community_id, sheet=activity.sheet_id
    ).order_by("starts_at", "number")
    return rows


def coming_of(activity: Activity, at: datetime) -> list[Occasion]:
    """Its dates that are still to begin."""
    return list(dates_of(activity).filter(state=PLANNED, starts_at__gt=at))


def unmarked_of(activity: Activity, at: datetime) -> list[Occasion]:
    """Its dates that are over, to which names were put down, and of which it is not written down
    who came."""
    return list(unmarked(activity.community_id, at).filter(sheet=activity.sheet_id))


def unmarked(community: Any, at: datetime) -> "QuerySet[Occasion]":
    """The same of all activities, the longest ago first."""
    named = SignUp.objects.filter(
        community=community, sheet=OuterRef("sheet"), state__in=HOLDING, at__lt=OuterRef("ends_at")
    )
    rows: QuerySet[Occasion] = Occasion.objects.filter(
        Exists(named),
        community=community,
        sheet__kind=SHEET,
        state=PLANNED,
        marked_at__isnull=True,
        ends_at__lte=at,
    ).select_related("sheet")
    return rows.order_by("ends_at")


def lines_coming(community: Any, at: datetime) -> list[Line]:
    """The dates of the next three weeks, with what is still to be done about each."""
    rows = Occasion.objects.filter(
        community=community, sheet__kind=SHEET, state=PLANNED,
        ends_at__gt=at, starts_at__lt=at + AHEAD,
    ).select_related("sheet").order_by("starts_at", "number")[:MOST]  # fmt: skip
    return lines_of(community, list(rows))


def lines_unmarked(community: Any, at: datetime) -> list[Line]:
    """The dates of which it is not written down who came."""
    return lines_of(community, list(unmarked(community, at)[:MOST]))


def lines_of(community: Any, occasions: list[Occasion]) -> list[Line]:
    """Dates with their activities and gaps: as many queries for many as for few."""
    sheets = {each.sheet_id for each in occasions}
    activities = {
        each.sheet_id: each
        for each in Activity.objects.filter(community=community, sheet__in=sheets)
    }
    gaps = gaps_of(community, sheets)
    return [
        Line(activities[each.sheet_id], each, gaps.get(each.sheet_id, Gap()))
        for each in occasions
        if each.sheet_id in activities
    ]


def gaps_of(community: Any, sheets: Iterable[UUID]) -> dict[UUID, Gap]:
    """How many wait and how many must be rung, by sheet."""
    within = {"community": community, "sheet__in": list(sheets)}
    waiting = dict(
        SignUp.objects.filter(**within)
        .order_by()
        .values_list("sheet")
        .annotate(n=Count("pk", filter=Q(state=WAITING)))
    )
    calls = dict(
        Call.objects.filter(
            community=community, signup__sheet__in=within["sheet__in"], done_at__isnull=True
        )
        .order_by()
        .values_list("signup__sheet")
        .annotate(n=Count("pk"))
    )
    return {key: Gap(waiting.get(key, 0), calls.get(key, 0)) for key in {*waiting, *calls}}


def drafts_of(community: Any) -> "QuerySet[Activity]":
    """What is written down and not announced yet."""
    return Activity.objects.filter(community=community, state="draft").select_related("sheet")


def running_of(community: Any) -> "QuerySet[Activity]":
    """What is announced and not closed: the newest first."""
    rows = Activity.objects.filter(community=community, state="announced")
    return rows.select_related("sheet").order_by("-announced_at", "pk")


def ended_of(community: Any) -> "QuerySet[Activity]":
    """What is closed or fell out."""
    return Activity.objects.filter(
        community=community, state__in=("closed", "cancelled"), announced_at__isnull=False
    ).select_related("sheet")


def over_of(community: Any, at: datetime) -> list[Activity]:
    """What is announced, has no date left, and could be closed."""
    coming = Occasion.objects.filter(
        community=community, sheet=OuterRef("sheet"), state=PLANNED, ends_at__gt=at
    )
    return list(running_of(community).filter(~Exists(coming))[:MOST])


def terms_of(community: Any) -> "QuerySet[Term]":
    """The terms, the latest first."""
    return Term.objects.filter(community=community).order_by("-since")


def term_for(community: Any, term_id: UUID) -> Term:
    """One term; otherwise Http404."""
    found: Term | None = Term.objects.filter(community=community, pk=term_id).first()
    if found is None:
        raise Http404
    return found


def leads_of(community: Any) -> "QuerySet[Teacher]":
    """Who may lead something: the teachers and instructors of today."""
    return Teacher.objects.filter(community=community, until__isnull=True).order_by("teaches")


def held_in(term: Term) -> list[Activity]:
    """What was announced in a term, by name."""
    rows = Activity.objects.filter(
        community=term.community_id, term=term, announced_at__isnull=False
    )
    return list(rows.select_related("sheet").order_by("title", "first"))
