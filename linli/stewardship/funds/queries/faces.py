"""How a budget and a source show themselves where another room's row is tied to them."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.links.faces import LinkFace
from linli.stewardship.funds.models import Budget, Source


def faces_of_budgets(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """Settled budgets, for everybody."""
    rows = Budget.objects.filter(community=community, pk__in=ids, edition__gt=0)
    return {
        row.pk: LinkFace(
            _("{year} 年预算").format(year=row.year),
            state=_("居民已决定"),
            tone="done",
            url=reverse("funds:budget", args=[community.code, row.year]),
            desk_url=reverse("funds:budget_desk", args=[community.code, row.year]),
        )
        for row in rows
    }


def faces_of_sources(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """Sources by their titles; everybody finds them on the sheet."""
    rows = Source.objects.filter(community=community, pk__in=ids)
    return {
        row.pk: LinkFace(
            row.title,
            state=str(row.get_kind_display()),
            url=reverse("funds:home", args=[community.code]),
            desk_url=reverse("funds:source", args=[community.code, row.pk]),
        )
        for row in rows
    }
