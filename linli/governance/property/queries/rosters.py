"""The roster as its keeper sees it, as counts for the others, and as each owner sees their own."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.places.models import Place
from linli.governance.property.models import (
    Estate,
    Owner,
    Ownership,
    RosterObjection,
    RosterTable,
    Unit,
)

PAGE = 100


@dataclass(frozen=True, slots=True)
class Figures:
    """An estate's roster in numbers; no name."""

    estate: Estate
    units: int
    owners: int
    area: int


def figures(community: Any) -> list[Figures]:
    """Every estate with its numbers, in two queries."""
    estates = Estate.objects.filter(community=community, until__isnull=True).order_by("name")
    units = Unit.objects.filter(community=community).values("estate").annotate(
        number=Count("id"), sum=Sum("area")
    )  # fmt: skip
    by_estate = {each["estate"]: each for each in units}
    owners = dict(
        Owner.objects.filter(community=community, ended_on__isnull=True)
        .values_list("estate")
        .annotate(number=Count("id"))
    )
    nothing = {"number": 0, "sum": 0}
    return [
        Figures(each, found["number"], owners.get(each.pk, 0), found["sum"])
        for each in estates
        for found in (by_estate.get(each.pk, nothing),)
    ]


def units_of(estate: Estate, after: str, words: str = "") -> list[Unit]:
    """A page of units by label, one more than is shown where there are more, each with who owns it
    now as `current`."""
    rows = Unit.objects.filter(community=estate.community_id, estate=estate, label__gt=after)
    if words := "".join(words.split()):
        rows = rows.filter(label__contains=words)
    now = Ownership.objects.filter(
        community=estate.community_id, until__isnull=True
    ).select_related("owner")  # fmt: skip
    return list(
        rows.select_related("sharing__parent")
        .prefetch_related(Prefetch("ownerships", queryset=now, to_attr="current"))
        .order_by("label")[: PAGE + 1]
    )


def unit_for(community: Any, unit: UUID) -> Unit:
    """One unit; 404 otherwise."""
    found: Unit | None = (
        Unit.objects.filter(community=community, pk=unit)
        .select_related("estate__place", "estate__community", "sharing", "dwelling")
        .first()
    )
    if found is None:
        raise Http404
    return found


def ownerships_of(unit: Unit) -> list[Ownership]:
    """Who has owned a unit, the present owner first."""
    rows = Ownership.objects.filter(community=unit.community_id, unit=unit)
    return list(rows.select_related("owner").order_by("-since", "-id"))


def owner_for(community: Any, owner: UUID) -> Owner:
    """One owner; 404 otherwise."""
    found: Owner | None = (
        Owner.objects.filter(community=community, pk=owner).select_related("estate").first()
    )
    if found is None:
        raise Http404
    return found


def table_for(community: Any, table: UUID) -> RosterTable:
    """A table being looked at; 404 otherwise."""
    found: RosterTable | None = (
        RosterTable.objects.filter(community=community, pk=table)
        .select_related("estate__place")
        .first()
    )
    if found is None:
        raise Http404
    return found


def places_of(estate: Estate) -> "QuerySet[Place]":
    """The buildings and entrances of an estate."""
    return Place.objects.filter(
        community=estate.community_id, kind__in=("building", "entrance"),
        path__startswith=f"{estate.place.path}/", until__isnull=True,
    ).order_by("path")  # fmt: skip


def own_owners(community: Any, actor: Actor) -> list[Owner]:
    """What is kept of the visitor as an owner: their rows, units and objections."""
    if actor.person is None:
        return []
    now = Ownership.objects.filter(community=community, until__isnull=True)
    rows: Any = Owner.objects.filter(
        community=community, person=actor.person, ended_on__isnull=True
    )
    return list(
        rows.select_related("estate").prefetch_related(
            Prefetch("ownerships", now.select_related("unit"), to_attr="current"),
            Prefetch(
                "objections",
                RosterObjection.objects.filter(community=community).order_by("-sent_at"),
            ),
        )
    )


def objections_open(community: Any) -> "QuerySet[RosterObjection]":
    """What owners said and nobody has answered, the oldest first."""
    return (
        RosterObjection.objects.filter(Q(answered_at__isnull=True), community=community)
        .select_related("owner__estate")
        .order_by("sent_at")[:100]
    )


def objection_for(community: Any, objection: UUID) -> RosterObjection:
    """One of them; 404 otherwise."""
    found: RosterObjection | None = (
        RosterObjection.objects.filter(community=community, pk=objection)
        .select_related("owner__estate")
        .first()
    )
    if found is None:
        raise Http404
    return found
