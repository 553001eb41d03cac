"""Residents' groups, their households, and who speaks for them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from linli.core.access.organs import HeldOffice
from linli.core.audit.actor import Actor
from linli.core.people.models import Household
from linli.core.places.models import Area, AreaDwelling, Place
from linli.core.places.queries import areas_of, profile_of
from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.models import Representative
from linli.governance.assemblies.rules import representatives_usual
from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class Group:
    """One residents' group on a day: its households, its representatives, and whether there
    are as many as is usual (a warning, art. 13)."""

    area: Area
    households: int
    counted_by: str
    representatives: list[Representative]
    usual: Finding


def in_office(on: date) -> Q:
    """Holds the post on that day."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))


def representatives_on(community: Any, on: date) -> QuerySet[Representative]:
    """Those in office on that day, group by group."""
    return (
        Representative.objects.filter(in_office(on), community=community)
        .select_related("group")
        .order_by("group__name", "-leads", "name", "pk")
    )


def groups_of(community: Place, on: date) -> list[Group]:
    """Every residents' group. Households are those of the roster; where the group has none
    there yet, its dwellings stand for them."""
    areas = list(areas_of(community, on, "residents_group"))
    households = _households_by_group(community, on)
    by_group: dict[UUID, list[Representative]] = {}
    for one in representatives_on(community, on):
        by_group.setdefault(one.group_id, []).append(one)
    law = law_of(community, on)
    groups = []
    for area in areas:
        known = households.get(area.pk, 0)
        number = known or area.dwellings
        held = by_group.get(area.pk, [])
        usual = representatives_usual(len(held), number, law=law)
        groups.append(Group(area, number, "roster" if known else "dwellings", held, usual))
    return groups


def representing(community: Place, actor: Actor, on: date) -> Representative | None:
    """The post the actor holds for a group, where they hold one."""
    if actor.account is None:
        return None
    return representatives_on(community, on).filter(account=actor.account).first()


def representative_in(community: Any, key: UUID) -> Representative:
    """One representative, in office or not (Http404)."""
    found = (
        Representative.objects.filter(community=community, pk=key)
        .select_related("group", "holding", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def roster_is_complete(community: Place, on: date) -> bool:
    """Whether the roster knows about as many households as the community says it has."""
    profile = profile_of(community, on)
    known = Household.objects.filter(in_office(on), community=community).count()
    return profile is not None and known * 10 >= profile.households * 9


def _households_by_group(community: Place, on: date) -> dict[UUID, int]:
    inside = AreaDwelling.objects.filter(
        in_office(on), community=community, kind="residents_group"
    ).values_list("dwelling_id", "area_id")
    area_of = dict(inside)
    rows = (
        Household.objects.filter(in_office(on), community=community)
        .order_by()
        .values_list("dwelling_id")
        .annotate(Count("pk"))
    )
    counts: dict[UUID, int] = {}
    for dwelling, number in rows:
        area = area_of.get(dwelling)
        if area is not None:
            counts[area] = counts.get(area, 0) + number
    return counts


def organs_told(community: Any, on: date) -> list[HeldOffice]:
    """Representatives as the register of bodies may know them (`core/access/organs`): by the name
    they agreed to be shown by, with how many households chose them."""
    rows = Representative.objects.filter(community=community, since__lte=on)
    return [
        HeldOffice(
            kind="residents_group",
            office=_("居民小组组长") if one.leads else _("居民代表"),
            name=one.shown_as,
            since=one.since,
            person=one.person_id,
            until=one.until,
            of=one.group.name,
            households=one.voters,
        )
        for one in rows.select_related("group").order_by("group__name", "-leads", "since")
    ]
