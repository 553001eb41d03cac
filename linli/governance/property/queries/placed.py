"""Where the units of an estate are: in a part of it, outside it, or nobody knows."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from linli.core.places.models import Place
from linli.governance.property.models import Estate, Unit
from linli.governance.property.queries import vote_law
from linli.governance.property.rules.heads import counts_use
from linli.governance.property.rules.rosters import units_placed
from linli.lib.law import Finding


def places_by_name(estate: Estate) -> dict[str, Place]:
    """The places under the estate by their names put together: 1号楼, 1号楼2单元, 1号楼2单元301."""
    rows = Place.objects.filter(
        community=estate.community_id, path__startswith=f"{estate.place.path}/", until__isnull=True
    ).order_by("level")
    names: dict[Any, str] = {estate.place_id: ""}
    found: dict[str, Place] = {}
    for place in rows:
        if place.parent_id not in names:
            continue
        names[place.pk] = f"{names[place.parent_id]}{''.join(place.name.split())}"
        found[names[place.pk]] = place
    return found


def place_named(estate: Estate, label: str) -> Place | None:
    """The home of that name in the tree of places, if there is one."""
    found = places_by_name(estate).get(label)
    return found if found is not None and found.kind == "dwelling" else None


def counted_units(estate: Estate, on: date) -> list[Unit]:
    """The units that count in this place on that day, with where they are."""
    parking = vote_law.counts_parking(estate.community, on)
    shops = vote_law.counts_shops(estate.community, on)
    rows = Unit.objects.filter(community=estate.community_id, estate=estate)
    return [
        each
        for each in rows.select_related("sharing", "dwelling").order_by("label")
        if counts_use(each.use, parking=parking, shops=shops)
    ]


def lies_in(unit: Unit, place: Any) -> bool:
    """Whether the unit is in that part, by its home or by what it bears the cost of."""
    return any(
        each is not None and (each.path == place.path or each.path.startswith(f"{place.path}/"))
        for each in (unit.dwelling, unit.sharing)
    )


def without_place(units: Iterable[Unit], place: Any = None) -> list[Unit]:
    """Those of which nobody can say whether they are in that part: a home without any place, or a
    unit of whose place the part is a part. Shops and parking may stand apart."""
    return [each for each in units if _unknown(each, place)]


def placed(units: Iterable[Unit], place: Any) -> Finding:
    """Whether every unit is known to be in that part or outside it."""
    left = without_place(units, place)
    return units_placed(len(left), left[0].label if left else "")


def _unknown(unit: Unit, place: Any) -> bool:
    if unit.dwelling is not None:
        return False
    if unit.sharing is None:
        return bool(unit.use == "home")
    return place is not None and place.path.startswith(f"{unit.sharing.path}/")
