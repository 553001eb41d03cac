"""The list of what is done here, as it stands on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.places.models import Place
from linli.partners.intake.models import Item
from linli.partners.intake.seed import SeedLine, seed_lines
from linli.partners.intake.words import NATURES


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one nature."""

    nature: str
    title: Any
    items: list[Item]


def items_on(community: Place, on: date) -> "QuerySet[Item]":
    """The list of a community on a day: public, it names offices and articles only."""
    held = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
    found: QuerySet[Item] = Item.objects.filter(held, community=community)
    return found.select_related("body").order_by("title", "id")


def list_parts(community: Place, on: date) -> list[Part]:
    """The list by nature: the committee's own work first."""
    items = list(items_on(community, on))
    parts = [
        Part(nature, title, [item for item in items if item.nature == nature])
        for nature, title in NATURES
    ]
    return [part for part in parts if part.items]


def items_to_come(community: Place, on: date) -> list[Item]:
    """Lines that begin later, or ended within the list's memory, for whoever keeps it."""
    later = Item.objects.filter(community=community, since__gt=on).select_related("body")
    return list(later.order_by("since", "title"))


def items_ended(community: Place, on: date, most: int = 50) -> list[Item]:
    """Lines that are on the list no longer, the latest ended first."""
    ended = Item.objects.filter(community=community, until__lte=on).select_related("body")
    return list(ended.order_by("-until", "title")[:most])


def item_in(community: Place, item_id: UUID) -> Item:
    """One line of the list (Http404 where this community has none such)."""
    found = (
        Item.objects.filter(community=community, pk=item_id)
        .select_related("body", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def seed_open(community: Place) -> list[SeedLine]:
    """The shipped lines this community has not taken over, in their order."""
    taken = set(
        Item.objects.filter(community=community, until__isnull=True)
        .exclude(seed="")
        .values_list("seed", flat=True)
    )
    return [line for line in seed_lines() if line.code not in taken]
