"""The map as its page, its printed sheet and its data show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from linli.core.places.laid_down import laid_down
from linli.core.places.models import Place
from linli.core.places.queries import Pointed
from linli.core.places.rules.points import metres_between
from linli.lib.law.packs import ParameterStatus
from linli.service.catalogue.models import GuideVersion
from linli.service.catalogue.models.choices import BASIC_CHOICES, BASICS, FIELDS
from linli.service.catalogue.nearby import queries
from linli.service.catalogue.nearby.drawing import Drawing, draw, legend
from linli.service.catalogue.nearby.queries import Around, Service
from linli.service.catalogue.opening_words import tell_hours, tell_now, tell_price
from linli.service.catalogue.rules.nearby import Reach, reach_of_basics, told_metres, within

_FIELDS = dict(FIELDS)
_BASICS = dict(BASIC_CHOICES)
_BASIC_FIELDS = {key: field for key, _title, field in BASICS}


@dataclass(frozen=True)
class Looked:
    """What somebody looks for."""

    start: UUID | None = None
    field: str = ""
    step_free: bool = False
    open_now: bool = False

    def takes(self, each: Service) -> bool:
        """Whether a service is what is looked for."""
        return (
            (not self.field or each.field == self.field)
            and (not self.step_free or each.step_free)
            and (not self.open_now or each.open)
        )


def picture(community: Place, around: Around, looked: Looked, at: datetime) -> dict[str, Any]:
    """Everything the page shows."""
    limit = laid_down("providers.quarter_hour_walk", community, timezone.localdate(at))
    reach = int(limit.value)
    start = around.building(looked.start)
    wanted = [each for each in around.services if looked.takes(each)]
    layers = queries.counted_layers(community, at)
    defects: dict[UUID, int] = {}
    for _layer, places in layers:
        for place, count in places:
            defects[place.pk] = defects.get(place.pk, 0) + count
    drawing = draw(wanted, around.buildings, reach=reach, start=start, defects=defects)
    lines = [_line(each, start, drawing, reach, at) for each in wanted]
    # The nearest first, where one has said from where; the order of the field stays.
    fields = [*dict.fromkeys(line["field_key"] for line in lines)]
    far = 10**9
    lines.sort(key=lambda line: (fields.index(line["field_key"]), line["metres"] or far))
    basics = _basics(around, reach, start)
    placed = [line for line in lines if line["placed"]]
    return {
        "drawing": drawing,
        "found": len(lines),
        "lines": placed or lines,
        "unplaced": [line for line in lines if not line["placed"]] if placed else [],
        "start": start,
        "reach": reach,
        "reach_source": limit.source,
        "reach_to_verify": limit.status is ParameterStatus.TO_VERIFY,
        "basics": basics,
        "missing": [row for row in basics if row["missing"]],
        "layers": [
            {
                "key": layer.key,
                "title": layer.title,
                "note": layer.note,
                "url": layer.url(community),
                "places": [(place.name_inside or place.name, count) for place, count in places],
                "total": sum(count for _place, count in places),
            }
            for layer, places in layers
        ],
        "datum": around.datum,
        "buildings": len(around.buildings),
        "any": bool(around.services),
    }


def as_data(shown: dict[str, Any]) -> dict[str, Any]:
    """The twin of the page, for programs."""
    return {
        "datum": shown["datum"].datum if shown["datum"] else None,
        "reach_metres": shown["reach"],
        "from": shown["start"].place.name_inside if shown["start"] else None,
        "services": [
            {name: value for name, value in line.items() if name not in ("tone", "field_key")}
            for line in (*shown["lines"], *shown["unplaced"])
        ],
        "basics": shown["basics"],
        "layers": [
            {"key": each["key"], "places": [list(pair) for pair in each["places"]]}
            for each in shown["layers"]
        ],
        "points": legend(shown["drawing"]),
    }


def _line(
    each: Service, start: Pointed | None, drawing: Drawing | None, reach: int, at: datetime
) -> dict[str, Any]:
    row = each.row
    words, tone = tell_now(each.now, at)
    metres = None
    if start and start.point and each.point:
        metres = metres_between(start.point, each.point)
    code = row.community.code if not isinstance(row, GuideVersion) else row.guide.community.code
    return {
        "title": row.name,
        "url": (
            reverse("catalogue:guide", args=[code, row.guide.key])
            if isinstance(row, GuideVersion)
            else reverse("catalogue:provider", args=[code, row.pk])
        ),
        "field_key": each.field,
        "field": str(_FIELDS[each.field]),
        "basic": str(_BASICS.get(row.basic, "")),
        "where": row.where or (each.building.name_inside if each.building else ""),
        "phone": row.phone,
        "price": tell_price(row.price_class, row.price_fen, row.price_unit),
        "hours": tell_hours(row.opening),
        "now": words,
        "tone": tone,
        "step_free": each.step_free,
        "checked_on": each.checked_on,
        "stale": each.stale,
        "number": drawing.number_of(each) if drawing else None,
        "metres": told_metres(metres) if metres is not None else None,
        "near": metres is not None and within(metres, reach),
        "placed": each.point is not None,
    }


def _basics(around: Around, reach: int, start: Pointed | None) -> list[dict[str, Any]]:
    """Of each basic kind how far it reaches; nothing where no building has a point."""
    buildings = [each.point for each in around.buildings if each.point]
    if not buildings:
        return []
    points: dict[str, list[Any]] = {}
    for each in around.services:
        if each.row.basic and each.point:
            points.setdefault(each.row.basic, []).append(each.point)
    keys = [key for key, _title, _field in BASICS]
    found = reach_of_basics(keys, points, buildings, reach, start.point if start else None)
    return [_told(each) for each in _missing_first(found)]


def _missing_first(found: Sequence[Reach]) -> list[Reach]:
    """What is missing for planning before what is there; else in the order of the fields."""
    return sorted(found, key=lambda each: (not each.is_missing, each.is_everywhere))


def _told(each: Reach) -> dict[str, Any]:
    return {
        "key": each.basic,
        "title": str(_BASICS[each.basic]),
        "field": str(_FIELDS[_BASIC_FIELDS[each.basic]]),
        "known": each.known,
        "reached": each.reached,
        "buildings": each.buildings,
        "nearest": told_metres(each.nearest) if each.nearest is not None else None,
        "missing": each.is_missing,
        "everywhere": each.is_everywhere,
    }
