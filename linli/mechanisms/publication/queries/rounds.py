"""Which households still have to be told at the door, by staircase; elsewhere only how many.

Nothing here asks who read a notice. A household has no telephone where nobody in it left one; no
name is read for this, only the door.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from linli.core.audit.actor import Actor
from linli.core.people.models import Household, Tie
from linli.core.people.queries.dwellings import in_term
from linli.core.places.models import Place
from linli.mechanisms.publication.models import Posting, Told


@dataclass(frozen=True, slots=True)
class Door:
    """One household: where it is to be found on its stair, and how it was told, if it was."""

    household: UUID
    name: str
    told: str = ""


@dataclass(slots=True)
class Stair:
    """One staircase with the households on it that have no telephone."""

    place: UUID
    name: str
    doors: list[Door] = field(default_factory=list)

    @property
    def left(self) -> int:
        """How many have not been told."""
        return sum(not door.told for door in self.doors)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many households there are, how many have no telephone, how many were told and how."""

    households: int
    without_phone: int
    told: dict[str, int]
    left: int

    @property
    def reached(self) -> int:
        return sum(self.told.values())


def households_of(community: Any, on: date) -> "QuerySet[Any]":
    """The households of the day in which somebody lives."""
    members = Tie.objects.filter(
        in_term(on),
        community=community,
        household=OuterRef("pk"),
        person__forgotten_at__isnull=True,
        person__merged_into__isnull=True,
    )
    with_phone = members.filter(person__phone_index__isnull=False)
    rows: QuerySet[Any] = Household.objects.filter(in_term(on), community=community)
    return rows.filter(Exists(members)).annotate(has_phone=Exists(with_phone))


def stairs_without_phone(posting: Posting, on: date, stair: UUID | None = None) -> list[Stair]:
    """The households without a telephone, staircase by staircase as people number them."""
    told = dict(
        Told.objects.filter(community=posting.community_id, posting=posting).values_list(
            "household", "how"
        )
    )
    rows = households_of(posting.community_id, on).filter(has_phone=False)
    rows = rows.select_related("dwelling__parent").order_by("dwelling__position", "id")
    if stair is not None:
        rows = rows.filter(dwelling__parent=stair)
    stairs: dict[UUID, Stair] = {}
    for row in rows:
        above: Place = row.dwelling.parent or row.dwelling
        found = stairs.setdefault(above.pk, Stair(above.pk, above.name_inside or above.name))
        found.doors.append(Door(row.pk, row.dwelling.name, told.get(row.pk, "")))
    return list(stairs.values())


def reach_of(posting: Posting, on: date) -> Reach:
    """The counts of a round, while it lasts; afterwards those that were kept."""
    if posting.ended_at is not None:
        kept = posting.told
        return Reach(
            kept.get("households", 0), kept.get("without_phone", 0), kept.get("told", {}), 0
        )
    households = households_of(posting.community_id, on)
    told = Told.objects.filter(community=posting.community_id, posting=posting)
    without = households.filter(has_phone=False)
    return Reach(
        households.count(),
        without.count(),
        dict(Counter(told.values_list("how", flat=True))),
        without.exclude(pk__in=told.values("household")).count(),
    )


def own_household(actor: Actor, community: Any, on: date) -> Household | None:
    """The household of whoever acts: the one they belong to, else the only one of their home."""
    if actor.person is not None:
        ties = Tie.objects.filter(
            in_term(on), community=community, person=actor.person, household__isnull=False
        )
        tie = ties.select_related("household").first()
        if tie is not None:
            return tie.household
    homes: QuerySet[Household] = Household.objects.filter(
        in_term(on), Q(dwelling__in=actor.dwellings), community=community
    )
    found = list(homes[:2])
    return found[0] if len(found) == 1 else None


def is_told(posting: Posting, household: Household) -> bool:
    """Whether the household counts as told."""
    return Told.objects.filter(
        community=posting.community_id, posting=posting, household=household
    ).exists()
