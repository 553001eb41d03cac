"""Inspections and what they found: for supervisors and those who answer; public once posted."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.oversight.models import Inspection, Shortcoming

MOST = 100
SEE = "oversight.see_supervision"


def inspections_of(community: Any) -> "QuerySet[Inspection]":
    """What is planned first, by its day, then what has been done."""
    return Inspection.objects.filter(community=community).order_by(
        "-state", "planned_for", "-looked_on", "id"
    )[:MOST]


def inspection_for(actor: Actor, community: Any, inspection_id: UUID) -> Inspection:
    """One inspection, for those who see supervision (else Http404)."""
    found: Inspection | None = (
        Inspection.objects.filter(community=community, pk=inspection_id)
        .select_related("community")
        .first()
    )
    if found is None or not may(SEE, actor, found):
        raise Http404
    return found


def shortcomings_of(community: Any) -> "QuerySet[Shortcoming]":
    """What was found, the latest first."""
    return Shortcoming.objects.filter(community=community).order_by("-found_on", "-id")[:MOST]


def still_open(community: Any) -> "QuerySet[Shortcoming]":
    """What waits for somebody, the nearest limit first."""
    states = Shortcoming.flow.open_states
    return Shortcoming.objects.filter(community=community, state__in=states).order_by(
        "limit", "found_on", "id"
    )


def shortcoming_for(actor: Actor, community: Any, shortcoming_id: UUID) -> Shortcoming:
    """One of them, for those who see supervision (else Http404)."""
    found: Shortcoming | None = (
        Shortcoming.objects.filter(community=community, pk=shortcoming_id)
        .select_related("community", "inspection", "posting")
        .first()
    )
    if found is None or not may(SEE, actor, found):
        raise Http404
    return found
