"""The lists of a community, and the lines of one."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from linli.core.places.models import Place
from linli.service.chains.models import Chain, Line


def chains_of(community: Place) -> "QuerySet[Any]":
    """The newest first, each with how many lines count (`entries`) and how many of them have no
    dwelling (`open_lines`)."""
    counting = Q(lines__state__in=Line.COUNTING)
    return (
        Chain.objects.filter(community=community)
        .annotate(
            entries=Count("lines", filter=counting),
            open_lines=Count("lines", filter=counting & Q(lines__dwelling__isnull=True)),
        )
        .order_by("-opened_at")
    )


def chain_in(community: Place, chain: UUID) -> Chain | None:
    """One list of the community, None where it has no such."""
    return Chain.objects.filter(community=community, pk=chain).select_related("community").first()


def rows_of(chain: Chain) -> list[Line]:
    """All lines in their order, with their dwellings."""
    lines = Line.objects.filter(community=chain.community_id, chain=chain)
    return list(lines.select_related("dwelling").order_by("position"))
