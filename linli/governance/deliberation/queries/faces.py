"""Topics and points as rows of other rooms tied to them show them."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse

from linli.core.links.faces import LinkFace
from linli.governance.deliberation.models import Point, Topic
from linli.governance.deliberation.queries.topics import PUBLIC_POINTS, PUBLIC_STATES


def faces_of_topics(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """Those everybody may read."""
    rows = Topic.objects.filter(community=community, pk__in=list(ids), state__in=PUBLIC_STATES)
    return {
        row.pk: LinkFace(
            row.title,
            row.state_label,
            row.current.tone,
            reverse("deliberation:topic", args=[community.code, row.pk]),
            reverse("deliberation:topic_desk", args=[community.code, row.pk]),
        )
        for row in rows
    }


def faces_of_points(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """Points of agreements that were published."""
    rows = Point.objects.filter(PUBLIC_POINTS, community=community, pk__in=list(ids))
    faces = {}
    for row in rows:
        page = reverse("deliberation:point", args=[community.code, row.pk])
        faces[row.pk] = LinkFace(row.title, row.state_label, row.current.tone, page, page)
    return faces
