"""Calls: what everybody reads, and what the desk keeps."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from linli.core.access.queries import bodies_of
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.service.volunteering.models import VolunteerCall


def calls_told(community: Any) -> "QuerySet[VolunteerCall]":
    """What is open, the latest first."""
    rows = VolunteerCall.objects.filter(community=community, state="open")
    return rows.select_related("team").order_by("-published_at")


def calls_at_desk(community: Any) -> "QuerySet[VolunteerCall]":
    """All of them: drafts and open ones before those that ended."""
    rows = VolunteerCall.objects.filter(community=community).select_related("team")
    return rows.order_by("closed_at", "-published_at", "title")


def call_for(actor: Actor, community: Any, call_id: UUID) -> VolunteerCall:
    """One call; a draft only for those who keep it. Raises Http404."""
    rows = VolunteerCall.objects.filter(community=community, pk=call_id)
    row = rows.select_related("team", "community").first()
    if row is None or (row.state == "draft" and not may("volunteering.see_desk", actor, row)):
        raise Http404
    return row


def office_phone_of(community: Any) -> str:
    """The committee's own number; nothing where it has none."""
    bodies = bodies_of(community, timezone.localdate()).filter(kind="residents_committee")
    body = bodies.first()
    return body.office_phone if body is not None else ""


def asks_of(call: VolunteerCall) -> list[Any]:
    """What a call asks, in the words of its fields."""
    found = [
        (call.skill, call.get_skill_display()),
        (call.training, call.get_training_display()),
    ]
    return [told for key, told in found if key]
