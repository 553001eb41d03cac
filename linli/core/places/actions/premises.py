"""Compounds, buildings, entrances and dwellings, laid out many at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from linli.core.audit.door import Act, action
from linli.core.places.actions.history import check_day, check_open, new_place, save_new
from linli.core.places.actions.tree import check_free_among_siblings, check_level, check_name
from linli.core.places.models import Place
from linli.lib.law import Finding, require

MOST_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class BuildingPlan:
    """A building: its name, and for each entrance its name and the names of its dwellings.
    Dwellings that open straight to the lane stand under an entrance named ""."""

    name: str
    entrances: Sequence[tuple[str, Sequence[str]]] = ()

    @classmethod
    def numbered(
        cls, name: str, *, entrances: int = 1, floors: int = 6, per_floor: int = 2
    ) -> Self:
        """The usual block: 1单元 … with 101, 102, 201 … in each."""
        doors = tuple(
            f"{floor}{door:02d}"
            for floor in range(1, floors + 1)
            for door in range(1, per_floor + 1)
        )
        return cls(name, tuple((f"{number}单元", doors) for number in range(1, entrances + 1)))


@action("places.build_compound", needs="places.lay_out")
def build_compound(
    act: Act,
    community: Place,
    *,
    name: str,
    buildings: Sequence[BuildingPlan] = (),
    on: date | None = None,
) -> Place:
    """A compound of the community with its buildings, entrances and dwellings."""
    _begin(act, community, on)
    check_level("compound", community)
    name = check_name(name)
    check_free_among_siblings(community, name)
    compound = new_place(community, kind="compound", name=name, since=on)
    places = [compound, *_lay_out(compound, buildings, on)]
    _save(places)
    act.note(label=name, places=len(places), dwellings=_dwellings(places))
    return compound


@action("places.add_buildings", needs="places.lay_out")
def add_buildings(
    act: Act, compound: Place, *, buildings: Sequence[BuildingPlan], on: date | None = None
) -> Place:
    """More buildings in a compound."""
    _begin(act, compound, on)
    check_level("building", compound)
    for building in buildings:
        check_free_among_siblings(compound, building.name.strip())
    places = list(_lay_out(compound, buildings, on))
    _save(places)
    act.note(label=compound.name, places=len(places), dwellings=_dwellings(places))
    return compound


def _begin(act: Act, parent: Place, on: date | None) -> None:
    if on is not None:
        check_day(on, act.at)
    check_open(parent)


def _lay_out(
    compound: Place, buildings: Sequence[BuildingPlan], on: date | None
) -> Iterator[Place]:
    _check_distinct([building.name for building in buildings])
    for plan in buildings:
        building = new_place(compound, kind="building", name=check_name(plan.name), since=on)
        yield building
        _check_distinct([name for name, _doors in plan.entrances])
        for entrance_name, doors in plan.entrances:
            above = building
            if entrance_name:
                name = check_name(entrance_name)
                above = new_place(building, kind="entrance", name=name, since=on)
                yield above
            _check_distinct(doors)
            for door in doors:
                yield new_place(above, kind="dwelling", name=check_name(door), since=on)


def _check_distinct(names: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in (name.strip() for name in names):
        require(Finding(name not in seen, "places.name_free", numbers={"name": name}))
        seen.add(name)


def _save(places: list[Place]) -> None:
    require(
        Finding(
            len(places) <= MOST_AT_ONCE,
            "places.not_too_many",
            numbers={"places": len(places), "most": MOST_AT_ONCE},
        )
    )
    save_new(places)


def _dwellings(places: Sequence[Place]) -> int:
    return sum(place.kind == "dwelling" for place in places)
