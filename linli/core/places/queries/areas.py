"""How areas cut a community's dwellings on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from linli.core.places.kinds import COMMUNITY, PREMISES
from linli.core.places.models import Area, AreaDwelling, CommunityProfile, Place, PlaceVersion
from linli.core.places.models.area import AREA_KINDS
from linli.core.places.models.history import in_force
from linli.core.places.rules.partition import check_partitions
from linli.core.places.rules.size import check_size
from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class AreaCount:
    """One kind of area in a community: how many there are, and how many dwellings lie in them."""

    kind: str
    title: Any
    areas: int
    dwellings: int


def areas_of(community: Place, on: date, kind: str | None = None) -> "QuerySet[Any]":
    """The areas in force, of one kind or all, each with `dwellings`, the number in it."""
    areas = Area.objects.filter(in_force(on), community=community)
    if kind is not None:
        areas = areas.filter(kind=kind)
    inside = Q(memberships__since__lte=on) & (
        Q(memberships__until__isnull=True) | Q(memberships__until__gt=on)
    )
    return areas.annotate(dwellings=Count("memberships", filter=inside)).order_by("kind", "name")


def count_areas(community: Place, on: date) -> list[AreaCount]:
    """Each kind of area with its counts; all kinds, also those without any."""
    rows = list(areas_of(community, on).values_list("kind", "dwellings"))
    counts = {
        kind: [dwellings for each, dwellings in rows if each == kind] for kind, _ in AREA_KINDS
    }
    return [
        AreaCount(kind, title, areas=len(counts[kind]), dwellings=sum(counts[kind]))
        for kind, title in AREA_KINDS
    ]


def count_premises(community: Place, on: date) -> dict[str, int]:
    """How many compounds, buildings, entrances and dwellings the community had on that day."""
    rows = (
        PlaceVersion.objects.filter(in_force(on), community=community, level__gt=COMMUNITY)
        .values_list("kind")
        .annotate(Count("id"))
    )
    counts = dict(rows)
    return {kind: counts[kind] for kind in PREMISES if kind in counts}


def dwellings_of(community: Place, on: date) -> list[UUID]:
    """The dwellings that lay in the community on that day."""
    return list(
        PlaceVersion.objects.filter(in_force(on), community=community, kind="dwelling")
        .order_by("path")
        .values_list("place_id", flat=True)
    )


def _memberships(community: Place, on: date) -> dict[str, list[tuple[UUID, UUID]]]:
    rows: dict[str, list[tuple[UUID, UUID]]] = {}
    found = AreaDwelling.objects.filter(in_force(on), community=community)
    for kind, dwelling, area in found.values_list("kind", "dwelling_id", "area_id"):
        rows.setdefault(kind, []).append((dwelling, area))
    return rows


def check_areas(community: Place, on: date) -> list[Finding]:
    """Whether every dwelling is in exactly one residents' group and in at most one of the rest."""
    return check_partitions(dwellings_of(community, on), _memberships(community, on))


def dwellings_outside_groups(community: Place, on: date) -> Sequence[Place]:
    """The dwellings that lay in no residents' group on that day, by address."""
    grouped = {
        dwelling for dwelling, _area in _memberships(community, on).get("residents_group", ())
    }
    left = [key for key in dwellings_of(community, on) if key not in grouped]
    places = Place.objects.in_bulk(left)
    return [places[key] for key in left]


def group_names(community: Place, dwellings: Iterable[UUID], on: date) -> dict[UUID, str]:
    """The residents' group each of the dwellings lies in on that day, by name, in one query."""
    rows = AreaDwelling.objects.filter(
        in_force(on), community=community, kind="residents_group", dwelling__in=list(dwellings)
    )
    return dict(rows.values_list("dwelling_id", "area__name"))


def profile_of(community: Place, on: date) -> CommunityProfile | None:
    """What the community said of itself on that day."""
    return CommunityProfile.objects.filter(in_force(on), community=community).first()


def size_note(community: Place, on: date) -> Finding | None:
    """The guideline of RCL 3 against the households the community gives; None if it gives none."""
    profile = profile_of(community, on)
    return check_size(profile.households) if profile else None


def served_communities() -> "QuerySet[Place]":
    """The communities that run on this instance: those that have described themselves. (The
    division table lists many more.)"""
    described = CommunityProfile.objects.across_communities("which communities are here at all")
    return Place.objects.filter(
        pk__in=described.filter(until__isnull=True).values("community_id"), until__isnull=True
    ).order_by("code")
