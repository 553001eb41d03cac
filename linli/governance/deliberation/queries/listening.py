"""Days of listening, and what was carried upward: sent to whom, answered, or waiting since when."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.pages.shapes import Entry
from linli.governance.deliberation.flows import CARRIED
from linli.governance.deliberation.models import Carried, ListeningDay
from linli.mechanisms.flow.queries import timeline


def days_of(community: Any) -> QuerySet[ListeningDay]:
    """All days, the latest first."""
    return ListeningDay.objects.filter(community=community)


def coming_days(community: Any, on: date) -> list[ListeningDay]:
    """Those still to come, the next first."""
    return list(days_of(community).filter(on__gte=on, state="announced").order_by("on")[:12])


def day_in(community: Any, key: UUID) -> ListeningDay:
    """One day (Http404)."""
    found = days_of(community).filter(pk=key).select_related("community").first()
    if found is None:
        raise Http404
    return found


def carried_by(community: Any) -> QuerySet[Carried]:
    """Everything written down to go upward, the latest first."""
    rows = Carried.objects.filter(community=community).select_related("to", "community")
    return rows.order_by("-year", "-serial")


def carried_in(community: Any, key: UUID) -> Carried:
    """One of them (Http404)."""
    found = carried_by(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def digest(community: Any) -> list[tuple[Carried, list[Entry]]]:
    """What everybody reads: what was sent or dropped, each with its course."""
    rows = carried_by(community).exclude(state="noted")[:100]
    return [(row, timeline(CARRIED, row, public=True)) for row in rows.prefetch_related("steps")]
