"""Resolutions: what was decided and what became of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from linli.core.links.faces import LinkFace
from linli.core.pages.shapes import Entry
from linli.governance.assemblies.flows import RESOLUTION
from linli.governance.assemblies.models import Resolution
from linli.mechanisms.flow.queries import timeline


def public_resolutions(community: Any, state: str = "") -> QuerySet[Resolution]:
    """All resolutions, the latest first: they are public from the moment they are adopted."""
    rows = Resolution.objects.filter(community=community).select_related(
        "owner", "community", "topic__assembly__gathering", "topic__item__decision", "changed_by"
    )
    if state:
        rows = rows.filter(state=state)
    return rows.order_by("-adopted_on", "-serial", "pk")


def resolution_in(community: Any, key: UUID) -> Resolution:
    """One resolution (Http404)."""
    found = public_resolutions(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def progress_of(resolution: Resolution, *, public: bool) -> list[Entry]:
    """What became of it, step by step."""
    return timeline(RESOLUTION, resolution, public=public)


def alterable(community: Any) -> QuerySet[Resolution]:
    """Decisions a later meeting may change or revoke."""
    return public_resolutions(community).filter(state__in=["adopted", "in_progress", "carried_out"])


def owed_resolutions(community: Any, on: date) -> QuerySet[Resolution]:
    """Those still open whose day has passed."""
    return public_resolutions(community).filter(state__in=["adopted", "in_progress"], due_on__lt=on)


def faces_of_resolutions(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """Resolutions as rows of other rooms tied to them show them."""
    rows = Resolution.objects.filter(community=community, pk__in=list(ids))
    return {
        row.pk: LinkFace(
            row.title,
            row.state_label,
            row.current.tone,
            reverse("assemblies:resolution", args=[community.code, row.pk]),
            reverse("assemblies:resolution_desk", args=[community.code, row.pk]),
        )
        for row in rows
    }
