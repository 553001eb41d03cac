"""The roster as its keeper sees it, as counts for the others, and as each owner sees their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.people.models import Person, Tie
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
FEW = 30


@dataclass(frozen=True, slots=True)
class Figures:
    """An estate's roster in numbers; no name."""

    estate: Estate
    units: int
    owners: int
    area: int


def estates_watched(actor: Actor, community: Any) -> list[Estate]:
    """The estates whose votes this reader watches, by name."""
    rows = Estate.objects.filter(community=community, until__isnull=True).order_by("name")
    return [
        each for each in rows.select_related("place") if may("property.see_votes_desk", actor, each)
    ]


def figures(community: Any, estates: Sequence[Estate]) -> list[Figures]:
    """These estates with their numbers, in two queries."""
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


def units_of(
    estate: Estate, after: str, words: str = "", *, without_place: bool = False
) -> list[Unit]:
    """A page of units by label, one more than is shown where there are more, each with who owns it
    now as `current`. `without_place`: those that are asked nothing until their place is known."""
    rows = Unit.objects.filter(community=estate.community_id, estate=estate, label__gt=after)
    if without_place:
        rows = rows.filter(_no_place())
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


def unplaced(estate: Estate) -> int:
    """How many homes have no place."""
    rows = Unit.objects.filter(community=estate.community_id, estate=estate)
    return rows.filter(_no_place()).count()


def _no_place() -> Q:
    return Q(dwelling__isnull=True, sharing__isnull=True, use="home")


def owners_like(estate: Estate, words: str) -> list[tuple[Owner, list[str]]]:
    """Owners of an estate by a part of the name, the phone or a unit, with their units: at most
    thirty. Names are sealed, so every row is opened: a few thousand at most."""
    words = "".join(words.split())
    if not words:
        return []
    now = Ownership.objects.filter(community=estate.community_id, until__isnull=True)
    rows: Any = Owner.objects.filter(
        community=estate.community_id, estate=estate, ended_on__isnull=True
    ).prefetch_related(Prefetch("ownerships", now.select_related("unit"), to_attr="current"))
    found = []
    for each in rows.order_by("id"):
        labels = sorted(held.unit.label for held in each.current)
        said = ("".join(each.name.split()), "".join(each.phone.split()), *labels)
        if any(words in one for one in said):
            found.append((each, labels))
    return found[:FEW]


def owner_chosen(estate: Estate, key: str) -> Owner | None:
    """The owner a page was opened with; 404 where they are not of this estate."""
    if not key:
        return None
    try:
        wanted = UUID(key)
    except ValueError:
        raise Http404 from None
    found: Owner | None = Owner.objects.filter(
        community=estate.community_id, estate=estate, ended_on__isnull=True, pk=wanted
    ).first()
    if found is None:
        raise Http404
    return found


def current_of(unit: Unit) -> Ownership:
    """Who owns a unit now; 404 where nobody does."""
    rows = Ownership.objects.filter(community=unit.community_id, unit=unit, until__isnull=True)
    found: Ownership | None = rows.select_related("owner__estate").first()
    if found is None:
        raise Http404
    return found


def units_owned(owner: Owner) -> list[str]:
    """The units that are theirs now."""
    rows = Ownership.objects.filter(community=owner.community_id, owner=owner, until__isnull=True)
    return list(rows.order_by("unit__label").values_list("unit__label", flat=True))


def tables_open(estate: Estate) -> "QuerySet[RosterTable]":
    """Tables that were read and neither taken in nor left, the newest first."""
    rows = RosterTable.objects.filter(community=estate.community_id, estate=estate, state="read")
    return rows.order_by("-read_at")[:5]


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


def own_here(unit: Unit) -> list[Person]:
    """Who of the register is tied to the unit's home as its owner."""
    if unit.dwelling_id is None:
        return []
    ties = Tie.objects.filter(
        community=unit.community_id, dwelling=unit.dwelling_id, kind=Tie.OWNER, until__isnull=True
    )
    rows = Person.objects.filter(community=unit.community_id, pk__in=ties.values("person"))
    return list(rows.order_by("pk"))


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
    ).order_by("position")  # fmt: skip


def owns_here(actor: Actor, community: Any) -> bool:
    """Whether the visitor stands in a roster of the community."""
    return actor.person is not None and Owner.objects.filter(
        community=community, person=actor.person, ended_on__isnull=True
    ).exists()  # fmt: skip


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
    """What owners said and nobody has answered, with what is theirs."""
    now = Ownership.objects.filter(community=community, until__isnull=True)
    return (
        RosterObjection.objects.filter(Q(answered_at__isnull=True), community=community)
        .select_related("owner__estate")
        .prefetch_related(
            Prefetch("owner__ownerships", now.select_related("unit"), to_attr="current")
        )
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
