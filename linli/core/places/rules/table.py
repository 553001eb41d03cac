"""What a division table would change: each of its rows is new, changed, the same or refused.

A parent is what the row says and never read off the code: codes are handed out to divisions that
later move, and special zones carry codes of places they do not lie in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from linli.core.places.kinds import LEVELS
from linli.core.places.rules.codes import code_fits_kind, is_code, kind_of_level

LONGEST_NAME = 80
_UR_CODES = frozenset(("111", "112", "121", "122", "123", "210", "220"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the file; `number` counts as a spreadsheet does. Nothing is
    checked yet, except that `problem` names what kept a cell from being read at all, and
    `numbers` what its sentence says."""

    number: int
    code: str
    parent: str
    name: str
    level: str
    ur_code: str = ""
    lon: str = ""
    lat: str = ""
    problem: str = ""
    numbers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """A division in force, as the database holds it; `since` None: from before our records."""

    code: str
    parent: str
    name: str
    kind: str
    ur_code: str = ""
    lon: float | None = None
    lat: float | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An accepted row; `changed` names the fields that differ from what is known."""

    number: int
    code: str
    parent: str
    name: str
    kind: str
    ur_code: str
    lon: float | None
    lat: float | None
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken, with the reason's stable name and what its sentence says."""

    number: int
    code: str
    reason: str
    numbers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the table would do: `new` and `changed` with parents before children."""

    read: int
    new: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    same: int
    refused: tuple[RefusedRow, ...]
    absent: tuple[str, ...]
    """Codes in force that the table leaves out though it lists others under the same parent.
    They stay; whether they were merged or closed is for a person to enter."""


HISTORICAL = frozenset({"name", "parent", "ur_code"})
"""Fields whose change closes a version; a corrected coordinate is no event in history."""


def plan(
    rows: Sequence[Row],
    known: Mapping[str, Known],
    former: Mapping[str, date],
    on: date | None,
    changes_on: date,
) -> Plan:
    """Sorts the rows. `former`: codes no longer in force and the day each ended; `on`: from when
    new rows hold (None: from before our records); `changes_on`: from when changes hold."""
    refused: dict[int, RefusedRow] = {}
    taken: dict[str, Entry] = {}
    for row in rows:
        entry = _read(row, taken)
        if isinstance(entry, RefusedRow):
            refused[row.number] = entry
        else:
            taken[entry.code] = entry
    _refuse_misplaced(taken, known, refused)
    _refuse_orphans(taken, known, refused)
    new: list[Entry] = []
    changed: list[Entry] = []
    same = 0
    for entry in sorted(taken.values(), key=lambda entry: (LEVELS[entry.kind], entry.number)):
        before = known.get(entry.code)
        if before is None:
            reason = _not_yet(entry, former, on)
            if reason is None:
                new.append(entry)
            else:
                refused[entry.number] = reason
            continue
        differing = differences(entry, before)
        if not differing:
            same += 1
        elif differing & HISTORICAL and before.since is not None and changes_on < before.since:
            refused[entry.number] = _refuse(entry, "before_current", since=before.since)
        else:
            changed.append(_with_changes(entry, before, differing))
    gone = {entry.code for entry in taken.values() if entry.number in refused} - known.keys()
    new = _without_orphans(new, gone, refused)
    changed = _without_orphans(changed, gone, refused)
    return Plan(
        read=len(rows),
        new=tuple(new),
        changed=tuple(changed),
        same=same,
        refused=tuple(refused[number] for number in sorted(refused)),
        absent=_absent(rows, known),
    )


def differences(entry: Entry, before: Known) -> frozenset[str]:
    """The fields that differ; an empty cell says nothing and changes nothing."""
    found = {
        name
        for name in ("name", "parent", "ur_code", "lon", "lat")
        if (value := getattr(entry, name)) not in ("", None) and value != getattr(before, name)
    }
    return frozenset(found)


def _with_changes(entry: Entry, before: Known, differing: frozenset[str]) -> Entry:
    return Entry(
        entry.number,
        entry.code,
        entry.parent,
        entry.name,
        entry.kind,
        entry.ur_code or before.ur_code,
        before.lon if entry.lon is None else entry.lon,
        before.lat if entry.lat is None else entry.lat,
        differing,
    )


def _refuse(row: Row | Entry, reason: str, **numbers: object) -> RefusedRow:
    return RefusedRow(row.number, row.code, reason, numbers)


def _read(row: Row, taken: Mapping[str, Entry]) -> Entry | RefusedRow:
    """The row's own cells, without looking at its neighbours."""
    kind = kind_of_level(row.level)
    if row.problem:
        return _refuse(row, row.problem, **row.numbers)
    if not is_code(row.code):
        return _refuse(row, "bad_code")
    if row.code in taken:
        return _refuse(row, "duplicate_code", first=taken[row.code].number)
    if not row.name:
        return _refuse(row, "no_name")
    if len(row.name) > LONGEST_NAME:
        return _refuse(row, "long_name", longest=LONGEST_NAME)
    if kind is None:
        return _refuse(row, "unknown_level", level=row.level[:20])
    if not code_fits_kind(row.code, kind):
        return _refuse(row, "level_against_code", level=row.level[:20])
    if row.parent and not is_code(row.parent):
        return _refuse(row, "bad_parent")
    parent = "" if row.parent == row.code and kind == "country" else row.parent
    if not parent and kind != "country":
        return _refuse(row, "no_parent")
    if parent == row.code:
        return _refuse(row, "cycle")
    if row.ur_code and row.ur_code not in _UR_CODES:
        return _refuse(row, "bad_ur_code", ur_code=row.ur_code[:20])
    point = _point(row.lon, row.lat)
    if point is None:
        return _refuse(row, "bad_coordinates")
    return Entry(row.number, row.code, parent, row.name, kind, row.ur_code, *point)


def _point(lon: str, lat: str) -> tuple[float | None, float | None] | None:
    """Degrees, both or neither; None where they are no point on the globe."""
    if not lon and not lat:
        return None, None
    try:
        east, north = float(lon), float(lat)
    except ValueError:
        return None
    return (east, north) if -180 <= east <= 180 and -90 <= north <= 90 else None


def _refuse_misplaced(
    taken: dict[str, Entry], known: Mapping[str, Known], refused: dict[int, RefusedRow]
) -> None:
    """Rows in a cycle, under a parent that is no wider than they, or changing their level."""
    for code in _codes_in_cycles(taken, known):
        entry = taken.pop(code)
        refused[entry.number] = _refuse(entry, "cycle")
    for code, entry in list(taken.items()):
        before, above = known.get(code), taken.get(entry.parent) or known.get(entry.parent)
        if before and before.kind != entry.kind:
            refused[entry.number] = _refuse(entry, "level_changed", known=before.kind)
        elif above and LEVELS[above.kind] >= LEVELS[entry.kind]:
            refused[entry.number] = _refuse(entry, "level_against_parent", parent=entry.parent)
        else:
            continue
        del taken[code]


def _codes_in_cycles(taken: Mapping[str, Entry], known: Mapping[str, Known]) -> list[str]:
    """The file's codes that are their own ancestor, once its parents have replaced the known."""
    settled: set[str] = set()
    caught: list[str] = []
    for start in taken:
        way: dict[str, int] = {}
        code = start
        while code and code not in settled and code not in way:
            way[code] = len(way)
            here = taken.get(code) or known.get(code)
            code = here.parent if here else ""
        if code in way:
            caught += [each for each, step in way.items() if step >= way[code] and each in taken]
        settled.update(way)
    return caught


def _refuse_orphans(
    taken: dict[str, Entry], known: Mapping[str, Known], refused: dict[int, RefusedRow]
) -> None:
    """Rows whose parent is neither in force nor accepted from this file; level by level, so
    that a refused row takes along what hangs on it."""
    refused_codes = {row.code for row in refused.values()}
    for entry in sorted(taken.values(), key=lambda entry: LEVELS[entry.kind]):
        if not entry.parent or entry.parent in taken or entry.parent in known:
            continue
        reason = "parent_refused" if entry.parent in refused_codes else "missing_parent"
        refused[entry.number] = _refuse(entry, reason, parent=entry.parent)
        refused_codes.add(entry.code)
        del taken[entry.code]


def _not_yet(entry: Entry, former: Mapping[str, date], on: date | None) -> RefusedRow | None:
    """A code may be handed out again, but only from the day the earlier holder gave it up."""
    ended = former.get(entry.code)
    if ended is not None and (on is None or on < ended):
        return _refuse(entry, "code_still_in_use", until=ended)
    return None


def _without_orphans(
    entries: Iterable[Entry], gone: set[str], refused: dict[int, RefusedRow]
) -> list[Entry]:
    """Those that do not hang on a new place which was refused after all (`gone` grows)."""
    kept = []
    for entry in entries:  # parents come first
        if entry.parent in gone:
            if not entry.changed:
                gone.add(entry.code)
            refused[entry.number] = _refuse(entry, "parent_refused", parent=entry.parent)
        else:
            kept.append(entry)
    return kept


def _absent(rows: Sequence[Row], known: Mapping[str, Known]) -> tuple[str, ...]:
    listed = {row.code for row in rows}
    # A province's table names the country too, and is none of the other provinces.
    parents = {
        row.parent for row in rows if row.parent in known and known[row.parent].kind != "country"
    }
    return tuple(
        sorted(
            code for code, place in known.items() if place.parent in parents and code not in listed
        )
    )
