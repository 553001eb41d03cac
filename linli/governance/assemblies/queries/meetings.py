"""Meetings: what is coming, what was held, and the duty of the half-year."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.governance.assemblies.models import Assembly, Authorisation, Duty, Topic
from linli.governance.assemblies.rules import MEETING
from linli.lib.calendar import local_day

NEEDED = ("gathering", "community", "petition", "figure")


def assemblies_of(community: Any, body: str = "") -> QuerySet[Assembly]:
    """All meetings, the latest first."""
    rows = Assembly.objects.filter(community=community).select_related(*NEEDED)
    if body:
        rows = rows.filter(body=body)
    return rows.order_by("-gathering__starts_at", "pk")


def assembly_in(community: Any, key: UUID) -> Assembly:
    """One meeting (Http404)."""
    found = assemblies_of(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def assembly_of_gathering(community: Any, gathering: UUID) -> Assembly:
    """The meeting whose gathering this is (Http404)."""
    found = assemblies_of(community).filter(gathering=gathering).first()
    if found is None:
        raise Http404
    return found


def topics_of(assembly: Assembly) -> list[Topic]:
    """What it takes up, in order, with what was studied and decided."""
    return list(
        Topic.objects.filter(community=assembly.community_id, assembly=assembly)
        .select_related(
            "study",
            "authorisation",
            "version",
            "version__document",
            "alters",
            "item",
            "item__decision",
            "poll__electorate",
            "resolution",
        )
        .order_by("order")
    )


def topic_in(community: Any, key: UUID) -> Topic:
    """One topic with its meeting (Http404)."""
    found = (
        Topic.objects.filter(community=community, pk=key)
        .select_related(
            "item", "version__document", "alters", "authorisation", "study", "poll__electorate"
        )
        .first()
    )
    if found is None:
        raise Http404
    found.assembly = assembly_in(community, found.assembly_id)
    return found


def coming_public(community: Any, at: datetime) -> list[Assembly]:
    """What everybody may know is coming: noticed and not over, the next first."""
    rows = assemblies_of(community).filter(gathering__state__in=["called", "open"])
    return list(rows.order_by("gathering__starts_at")[:20])


def past_public(community: Any, limit: int = 20) -> list[Assembly]:
    """What was held, the latest first."""
    return list(assemblies_of(community).filter(gathering__state__in=["closed", "minuted"])[:limit])


def held_meetings(community: Any, since: date, until: date) -> list[date]:
    """The days on which a quorate representatives' meeting was held in a span."""
    rows = assemblies_of(community, MEETING).filter(
        gathering__state__in=["closed", "minuted"], gathering__opened_at__isnull=False
    )
    opened = rows.values_list("gathering__opened_at", flat=True)
    days = [local_day(moment) for moment in opened if moment is not None]
    return [day for day in days if since <= day <= until]


def duty_of(community: Any, on: date) -> Duty | None:
    """The duty of the half-year that day lies in."""
    return Duty.objects.filter(community=community, first_day__lte=on, last_day__gte=on).first()


def authorisations_in_force(community: Any, on: date) -> QuerySet[Authorisation]:
    """What the assembly let the representatives' meeting decide, on that day."""
    return Authorisation.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community, since__lte=on
    ).order_by("matter", "since")
