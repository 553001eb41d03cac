"""The frame: the register as of a day, as counts by stratum, and in the one order a draw goes
through it. The lists are made for the draw and kept by nobody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.people.models import Tie
from linli.core.people.queries.dwellings import in_term
from linli.core.people.rules.ages import born_by
from linli.core.places.models import Place
from linli.evaluation.surveys.rules.sampling import TOGETHER, small_together
from linli.evaluation.surveys.words import CELLS

TITLE = 60
"""Letters of the names of layers that stand together."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A dwelling that can be drawn, or one of its residents: then `whom` says age band and sex,
    and nothing else."""

    dwelling: UUID
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One stratum of the frame with its units in their order."""

    code: str
    title: str
    units: Sequence[Unit]


def read_frame(community: Place, on: date, *, per: str, strata: str) -> list[Layer]:
    """The strata of a community on that day, in three queries. By household: the dwellings, one
    household each. By person: the usual residents of 18 and over, as far as the register knows
    them; by age band and sex where it knows these."""
    homes = _homes(community, on)
    names = _names(community, on, strata)
    layers: dict[str, list[Unit]] = {}
    found = [(home, "") for home in homes] if per == "household" else _adults(community, on, homes)
    for home, whom in found:
        layers.setdefault(_above(homes[home], names), []).append(Unit(home, whom))
    order = {path: number for number, path in enumerate(names, 1)}
    return [
        Layer(f"{strata}-{order.get(path, 0)}", names.get(path, community.name), units)
        for path, units in sorted(layers.items(), key=lambda each: order.get(each[0], 0))
    ]


def join_small(layers: list[Layer], n: int, *, floor: int, strata: str) -> list[Layer]:
    """The layers as a sample of `n` is drawn from them: those of which fewer than the floor would
    be drawn stand together as one, in their order, and it is drawn as one. So each of its units
    is as likely as any other, and answers that may not say where they come from need no weight."""
    together = small_together({layer.code: len(layer.units) for layer in layers}, n, floor)
    kept = [layer for layer in layers if layer.code not in together]
    small = [layer for layer in layers if layer.code in together]
    if not small:
        return kept
    units = [unit for layer in small for unit in layer.units]
    title = "、".join(layer.title for layer in small)
    if len(title) > TITLE:
        title = f"{title[: TITLE - 1]}…"
    return [*kept, Layer(f"{strata}-{TOGETHER}", title, units)]


def _standing(community: Place, on: date, kind: str) -> Any:
    """The places of a kind that there were on that day; some are from before the records."""
    begun = Q(since__isnull=True) | Q(since__lte=on)
    lasts = Q(until__isnull=True) | Q(until__gt=on)
    return Place.objects.filter(begun, lasts, community=community, kind=kind)


def _homes(community: Place, on: date) -> dict[UUID, str]:
    """Every dwelling of that day with its path, in the order people number them."""
    rows = _standing(community, on, "dwelling")
    return dict(rows.order_by("position", "pk").values_list("pk", "path"))


def _names(community: Place, on: date, strata: str) -> dict[str, str]:
    """The strata by their path, in their order. A building bears the name of its compound too."""
    rows = _standing(community, on, strata)
    found = rows.order_by("position", "pk").values_list("path", "name", "parent__name", "kind")
    return {
        path: f"{parent} {name}" if kind == "building" else name
        for path, name, parent, kind in found
    }


def _above(path: str, names: dict[str, str]) -> str:
    """The path of the stratum a dwelling lies in; empty where it lies in none."""
    while "/" in path:
        path = path.rpartition("/")[0]
        if path in names:
            return path
    return ""


def _adults(community: Place, on: date, homes: dict[UUID, str]) -> list[tuple[UUID, str]]:
    order = {home: number for number, home in enumerate(homes)}
    rows = _residents(community, on).filter(person__birth_date__lte=born_by(18, on))
    found = rows.values_list("dwelling", "person__birth_date", "person__sex", "person")
    units = sorted(
        (
            (order[home], born, str(person), home, "/".join(filter(None, (band(born, on), sex))))
            for home, born, sex, person in found
            if home in order
        ),
        key=lambda each: each[:3],
    )
    return [(home, whom) for _order, _born, _person, home, whom in units]


def _residents(community: Place, on: date) -> Any:
    return Tie.objects.filter(
        in_term(on),
        community=community,
        kind=Tie.RESIDENT,
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
        person__died_on__isnull=True,
    )


def count_cells(community: Place, on: date) -> dict[str, int]:
    """How many usual residents of 18 and over there are of each age band, sex and registration,
    in two queries. Where the register does not know the sex, its place is empty: such a cell
    counts among the residents, and no answer is weighed by it. Children do not answer, so they
    are no part of whom the answers stand for."""
    here = set(
        Tie.objects.filter(in_term(on), community=community, kind=Tie.HUKOU).values_list(
            "person", flat=True
        )
    )
    rows = _residents(community, on).filter(person__birth_date__lte=born_by(18, on))
    found = rows.values_list("person", "person__birth_date", "person__sex")
    return dict(
        Counter(
            f"{band(born, on)}/{sex}/{'hukou_here' if person in here else 'hukou_elsewhere'}"
            for person, born, sex in found
        )
    )


def band(born: date, on: date) -> str:
    """The age band of somebody of 18 or more, born on a day."""
    return "band_60_up" if born <= born_by(60, on) else "band_18_59"


def say_cell(cell: str) -> str:
    """A cell or whom in words: 女, 60 岁以上."""
    return "，".join(str(CELLS[part]) for part in cell.split("/") if part in CELLS)
