"""The frame of a draw: the residents of eighteen and over as the register knows them on a day, by
stratum. The lists are made for the draw and kept by nobody."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.people.models import Tie
from linli.core.people.queries.asked import LIVING
from linli.core.people.queries.dwellings import in_term
from linli.core.people.rules.ages import born_by
from linli.core.places.models import Place
from linli.governance.deliberation.words import BANDS, SEXES
from linli.lib.numbers import conceal, in_drawn_order, share_out

GROWN = 18
AGES = ((60, "60"), (40, "40"), (GROWN, "18"))


@dataclass(frozen=True, slots=True)
class Stratum:
    """One stratum: its code, what it is called, and whom it holds."""

    code: str
    title: str
    persons: tuple[UUID, ...]


def read_frame(community: Place, on: date, by: Iterable[str]) -> list[Stratum]:
    """The strata that hold anybody, in the order of their codes; `by`: of what they are made
    (age, sex, building). In two queries."""
    buildings = _buildings(community, on) if "building" in by else {}
    order = {path: number for number, path in enumerate(buildings, 1)}
    found: dict[str, list[UUID]] = {}
    titles: dict[str, str] = {}
    seen: set[UUID] = set()
    for person, born, sex, path in _residents(community, on):
        if person in seen:  # who lives in two homes here is one resident
            continue
        seen.add(person)
        band = next(code for age, code in AGES if born <= born_by(age, on))
        above = _above(path, buildings)
        parts = {
            "building": (f"b{order.get(above, 0):03}", buildings.get(above, community.name)),
            "age": (band, str(BANDS[band])),
            "sex": (sex or "-", str(SEXES[sex or "-"])),
        }
        chosen = [part for name, part in parts.items() if name in by]
        code = "/".join(each for each, _title in chosen) or "all"
        found.setdefault(code, []).append(person)
        titles[code] = "，".join(title for _code, title in chosen) or community.name
    return [Stratum(code, titles[code][:80], tuple(whom)) for code, whom in sorted(found.items())]


def parts_of(strata: Sequence[Stratum], wanted: int) -> dict[str, int]:
    """How many are asked of each stratum, by its share."""
    return share_out({each.code: len(each.persons) for each in strata}, wanted, least=0)


def order_of(stratum: Stratum, seed: str) -> list[UUID]:
    """Its people in the order the lot gives."""
    return list(in_drawn_order(stratum.persons, seed, stratum.code, key=str))


def mark_of(strata: Iterable[Stratum]) -> str:
    """The mark of a frame: SHA-256 over who stands in which stratum, in hexadecimal digits. It
    tells nobody who that is, and another frame has another."""
    lines = sorted(f"{each.code}/{person}" for each in strata for person in each.persons)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def told(sizes: list[int]) -> list[int | None]:
    """The sizes as they may be published; None where a few people could be pointed at."""
    return [None if gone else size for size, gone in zip(sizes, conceal(sizes), strict=True)]


def _residents(community: Place, on: date) -> Any:
    rows = Tie.objects.filter(
        in_term(on),
        community=community,
        kind__in=LIVING,
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
        person__died_on__isnull=True,
        person__birth_date__lte=born_by(GROWN, on),
    ).order_by("person", "pk")
    return rows.values_list("person", "person__birth_date", "person__sex", "dwelling__path")


def _buildings(community: Place, on: date) -> dict[str, str]:
    """The buildings of that day by their path, in the order people number them."""
    begun = Q(since__isnull=True) | Q(since__lte=on)
    lasts = Q(until__isnull=True) | Q(until__gt=on)
    rows = Place.objects.filter(begun, lasts, community=community, kind="building")
    named = rows.order_by("position", "pk").values_list("path", "name", "parent__name")
    return {path: f"{parent} {name}" for path, name, parent in named}


def _above(path: str, buildings: dict[str, str]) -> str:
    """The path of the building a dwelling lies in; empty where it lies in none."""
    while "/" in path:
        path = path.rpartition("/")[0]
        if path in buildings:
            return path
    return ""
