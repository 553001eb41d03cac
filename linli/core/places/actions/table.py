"""A division table taken in: all of it or none of it, unless the operator says `partial`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from linli.core.audit.door import Act, action
from linli.core.places.actions.history import (
    check_day,
    new_place,
    save_new,
    transplant,
    write_history,
)
from linli.core.places.actions.naming import refresh_names
from linli.core.places.batches import BATCH, in_batches, rewrite
from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place, PlaceVersion, Succession
from linli.core.places.rules.table import HISTORICAL, Entry, Known, Plan, RefusedRow, Row, plan
from linli.lib.law import Finding, Refused


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would have done where it was refused."""

    read: int
    new: int
    changed: int
    same: int
    refused: tuple[RefusedRow, ...]
    absent: tuple[str, ...]


class TableRefused(Refused):
    """Some rows cannot be taken, so none was; `report` has each with its reason."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__(
            Finding(
                False,
                "places.table_sound",
                numbers={"read": report.read, "refused": len(report.refused)},
            )
        )
        self.report = report


def _no_progress(rows: int) -> None:
    """Nobody watches."""


@action("places.import", needs="places.import")
def import_divisions(
    act: Act,
    subject: None,
    *,
    rows: Sequence[Row],
    on: date | None = None,
    partial: bool = False,
    advance: Callable[[int], None] = _no_progress,
) -> ImportReport:
    """Takes in the rows of a table that holds from `on`.

    Without a day new divisions have been there since before our records, and what differs from
    our records changes today. Rows already known change nothing, so the same table twice does
    nothing the second time. `advance` is told how many rows have been dealt with.

    Raises `TableRefused`, with nothing written, where rows are refused and `partial` is not set.
    """
    if on is not None:
        check_day(on, act.at)
    changes_on = on or timezone.localdate(act.at)
    found = plan(rows, _known(), _former(rows), on, changes_on)
    report = ImportReport(
        read=found.read,
        new=len(found.new),
        changed=len(found.changed),
        same=found.same,
        refused=found.refused,
        absent=found.absent,
    )
    if found.refused and not partial:
        raise TableRefused(report)
    advance(found.same + len(found.refused))
    _write(found, on, changes_on, advance)
    act.note(read=report.read, new=report.new, changed=report.changed, refused=len(report.refused))
    return report


def _known() -> dict[str, Known]:
    """Every division in force, by code."""
    divisions = Place.objects.filter(level__lte=COMMUNITY, until__isnull=True)
    rows = list(
        divisions.values_list("id", "parent_id", "code", "name", "kind", "ur_code", "lon", "lat")
    )
    codes = {row[0]: row[2] for row in rows}
    begun = dict(
        PlaceVersion.objects.filter(
            level__lte=COMMUNITY, until__isnull=True, since__isnull=False
        ).values_list("place_id", "since")
    )
    return {
        code: Known(code, codes.get(parent, ""), name, kind, ur_code, lon, lat, begun.get(key))
        for key, parent, code, name, kind, ur_code, lon, lat in rows
    }


def _former(rows: Iterable[Row]) -> dict[str, date]:
    """Codes no place bears any more, with the last day's morrow; later ones win."""
    ended = (
        PlaceVersion.objects.filter(level__lte=COMMUNITY, until__isnull=False)
        .order_by("until")
        .values_list("code", "until")
    )
    listed = {row.code for row in rows}
    return {code: until for code, until in ended if until and code in listed}


def _write(found: Plan, on: date | None, changes_on: date, advance: Callable[[int], None]) -> None:
    touched = {entry.parent for entry in (*found.new, *found.changed)}
    places = _load(touched | {entry.code for entry in found.changed})
    fresh: list[Place] = []
    for entry in found.new:
        place = new_place(
            places.get(entry.parent),
            kind=entry.kind,
            name=entry.name,
            code=entry.code,
            ur_code=entry.ur_code,
            lon=entry.lon,
            lat=entry.lat,
            since=on,
        )
        places[entry.code] = place
        fresh.append(place)
    for batch in in_batches(fresh):
        save_new(batch)
        advance(len(batch))
    _change(found.changed, places, changes_on)
    advance(len(found.changed))


def _load(codes: Iterable[str]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for batch in in_batches(sorted(codes)):
        for place in Place.objects.filter(code__in=batch, until__isnull=True):
            places[place.code] = place
    return places


_FIELDS = ("name", "ur_code", "lon", "lat")


def _change(entries: Sequence[Entry], places: Mapping[str, Place], on: date) -> None:
    """First what each place says of itself, all at once; then the few that lie elsewhere."""
    for entry in entries:
        for field in _FIELDS:
            setattr(places[entry.code], field, getattr(entry, field))
    rewrite([places[entry.code] for entry in entries], *_FIELDS)
    renamed = [places[entry.code] for entry in entries if "name" in entry.changed]
    refresh_names(renamed)
    write_history([places[e.code] for e in entries if e.changed & HISTORICAL], on)
    _record("rename", renamed, on)
    moved = [entry for entry in entries if "parent" in entry.changed]
    for entry in moved:  # the widest first
        place, parent = places[entry.code], places[entry.parent]
        place.refresh_from_db()  # a move of something wider may have rewritten its path
        parent.refresh_from_db()
        transplant(place, parent, on)
    _record("move", [places[entry.code] for entry in moved], on)


def _record(kind: str, changed: Sequence[Place], on: date) -> None:
    Succession.objects.bulk_create(
        [Succession(source=place, target=place, kind=kind, on=on) for place in changed],
        batch_size=BATCH,
    )
