"""Who votes in a scope on a day, as rows of the roster: owners with their heads and area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.governance.property.models import Estate, Ownership
from linli.governance.property.queries import vote_law
from linli.governance.property.queries.placed import counted_units, placed
from linli.governance.property.rules.heads import Held, Weight, counted, total, weights
from linli.lib.law import Finding

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Line:
    """One owner on the roll. `label` says which units, never who."""

    owner: UUID
    person: UUID | None
    label: str
    group: str
    units: int
    weight: Weight


@dataclass(frozen=True, slots=True)
class Roll:
    """All owners of a scope."""

    lines: Sequence[Line]
    units: Sequence[Held]

    placed: Finding

    @property
    def all(self) -> Weight:
        return total(each.weight for each in self.lines)


def roll_of(estate: Estate, scope: str, place: Any, on: date) -> Roll:
    """The owners of a scope on that day, in the order of their first unit; whether all units are
    known to be in it or outside."""
    rows = _ownerships(estate, on)
    known = placed(counted_units(estate, on) if place is not None else (), place)
    if place is not None:
        under = f"{place.path}/"

        def lies(key: str) -> Q:
            return Q(**{f"unit__{key}": place}) | Q(**{f"unit__{key}__path__startswith": under})

        wanted = lies("sharing")
        rows = rows.filter(wanted | lies("dwelling") if scope == "building" else wanted)
    found = list(
        rows.order_by("unit__label").values_list(
            "owner_id", "owner__person_id", "unit__label", "unit__sharing__name", "unit__area",
            "unit__use",
        )
    )  # fmt: skip
    community = estate.community
    held = [Held(owner, area, use) for owner, _person, _label, _group, area, use in found]
    kept = counted(
        held,
        parking=vote_law.counts_parking(community, on),
        shops=vote_law.counts_shops(community, on),
    )
    weigh = weights(kept)
    labels: dict[UUID, list[str]] = {}
    groups: dict[UUID, str] = {}
    persons: dict[UUID, UUID | None] = {}
    left = _pairs(kept)
    for owner, person, label, group, area, use in found:
        if left.get((owner, area, use), 0) == 0:
            continue
        left[owner, area, use] -= 1
        labels.setdefault(owner, []).append(label)
        groups.setdefault(owner, group or "")
        persons[owner] = person
    lines = [
        Line(owner, persons[owner], _named(each), groups[owner], len(each), weigh[owner])
        for owner, each in labels.items()
    ]
    return Roll(lines, kept, known)


def _ownerships(estate: Estate, on: date) -> Any:
    return Ownership.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on),
        community=estate.community_id,
        unit__estate=estate,
        since__lte=on,
    )


def _pairs(kept: Sequence[Held]) -> dict[tuple[UUID, int, str], int]:
    found: dict[tuple[UUID, int, str], int] = {}
    for each in kept:
        key = (each.owner, each.area, each.use)
        found[key] = found.get(key, 0) + 1
    return found


def _named(labels: Sequence[str]) -> str:
    """The first unit, and how many there are: 3号楼2单元501等20处."""
    first = labels[0]
    return first if len(labels) == 1 else f"{first[: LONGEST - 10]}等{len(labels)}处"
