"""How a department's request shows itself where another room's row is tied to it."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse

from linli.core.links.faces import LinkFace
from linli.partners.intake.models import Request


def faces_of_requests(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """What was asked and by whom, which everybody may know; it opens at the desk."""
    rows = Request.objects.filter(community=community, pk__in=ids).select_related("body")
    return {
        row.pk: LinkFace(
            f"{row.body.name} · {row.title}",
            state=row.state_label,
            tone=row.current.tone,
            desk_url=reverse("intake:show", args=[community.code, row.pk]),
        )
        for row in rows
    }
