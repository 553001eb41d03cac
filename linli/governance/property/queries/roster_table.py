"""A table of units as a person brings it: read, and every fault told by its row."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from linli.core.places.models import Place
from linli.governance.property.models import Estate, Ownership, RosterTable, Unit
from linli.governance.property.models.estate import AREA_SOURCES
from linli.governance.property.queries.roster_columns import FIELDS, WORDS
from linli.governance.property.queries.roster_lines import (
    CODE as CODE,
    Line as Line,
    Where,
    fault,
    line_of,
)
from linli.governance.property.rules.heads import square_metres
from linli.lib.tables import Row, Sheet, read_table, sentence_of
from linli.lib.tables.problems import Problem

LIMIT = 20_000


@dataclass(slots=True)
class ReadTable:
    """What a table would do: its lines, those already there, and what is wrong, by row."""

    lines: list[Line]
    faults: list[dict[str, Any]]
    known: int = 0
    total: int = 0

    @property
    def owners(self) -> int:
        return len({each.buyer for each in self.lines})

    @property
    def area(self) -> int:
        return sum(each.area for each in self.lines)

    def as_text(self) -> str:
        return json.dumps([asdict(each) for each in self.lines], ensure_ascii=False)

    def faults_told(self, most: int) -> list[dict[str, Any]]:
        """The first of them, and how many more there are."""
        left = len(self.faults) - most
        more = [_told(Problem("more_faults", numbers={"count": left}))] if left > 0 else []
        return [*self.faults[:most], *more]


@dataclass(slots=True)
class _Seen:
    """What earlier rows said: units, homes, who a number is, what the developer is called."""

    labels: dict[str, int] = field(default_factory=dict)
    homes: dict[str, int] = field(default_factory=dict)
    buyers: dict[str, tuple[str, int]] = field(default_factory=dict)
    developers: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _There:
    """A unit as the roster has it already."""

    label: str
    area: int
    name: str


def lines_from(text: str) -> list[Line]:
    """The lines of a table kept for confirmation."""
    return [Line(**each) for each in json.loads(text or "[]")]


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is looked at before it is taken in; `part`: the building or entrance found."""

    label: str
    part: str
    area: str
    source: str
    use: str
    name: str
    phone: str
    joint: int


def lines_shown(table: RosterTable) -> list[Shown]:
    """The lines of a table that waits, with the place each was found in."""
    lines = lines_from(table.content)
    wanted = {each.sharing for each in lines if each.sharing}
    rows = Place.objects.filter(community=table.community_id, pk__in=wanted)
    parts = {str(each.pk): each.name_inside for each in rows}
    sources = dict(AREA_SOURCES)
    return [
        Shown(
            each.label, parts.get(each.sharing, ""), square_metres(each.area),
            str(sources.get(each.area_from, "")), each.use, each.name, each.phone, each.joint,
        )
        for each in lines
    ]  # fmt: skip


def read_roster(estate: Estate, content: bytes, filename: str, source: str = "") -> ReadTable:
    """Reads a table; `source`: where an area column without a source of its own was read."""
    sheet = read_table(content, filename, fields=FIELDS, limit_rows=LIMIT)
    table = ReadTable([], [_told(each) for each in sheet.problems], total=sheet.total)
    if sheet.readable and not any(each.code == "too_many_rows" for each in sheet.problems):
        _read_rows(estate, sheet, table, source)
    return table


def _read_rows(estate: Estate, sheet: Sheet, table: ReadTable, source: str) -> None:
    where, there, seen = Where(estate), _units_there(estate), _Seen()
    for row in sheet.rows():
        faults = list(row.problems)
        line = line_of(row, faults, where, source)
        if line is not None:
            faults.extend(_against_others(row, line, seen))
            known = there.get(line.label) or there.get(line.dwelling)
            if known is not None and not faults:
                if known.area == line.area and known.name == "".join(line.name.split()):
                    table.known += 1
                    continue
                faults.append(fault("unit_differs", row))
        table.faults.extend(_told(each) for each in faults)
        if line is not None and not faults:
            table.lines.append(line)


def _units_there(estate: Estate) -> dict[str, _There]:
    """The units of the roster by what they are called, and by the home they are."""
    here = {"community": estate.community_id}
    owners = {
        held.unit_id: "".join(held.owner.name.split())
        for held in Ownership.objects.filter(
            **here, unit__estate=estate, until__isnull=True
        ).select_related("owner")
    }
    found = {}
    for unit in Unit.objects.filter(**here, estate=estate):
        one = _There(unit.label, unit.area, owners.get(unit.pk, ""))
        found[unit.label] = one
        if unit.dwelling_id is not None:
            found[str(unit.dwelling_id)] = one
    return found


def _against_others(row: Row, line: Line, seen: _Seen) -> list[Problem]:
    """A unit stands there once, a number is one buyer, and there is one developer."""
    faults = []
    twice = seen.labels.get(line.label) or seen.homes.get(line.dwelling)
    if twice is not None:
        faults.append(fault("unit_twice", row, other=twice))
    seen.labels.setdefault(line.label, row.number)
    if line.dwelling:
        seen.homes.setdefault(line.dwelling, row.number)
    faults.extend(_another_name(row, line, seen.buyers))
    if line.kind == "developer":
        seen.developers.add(line.name)
        if len(seen.developers) > 1:
            faults.append(fault("two_developers", row))
    return faults


def _another_name(row: Row, line: Line, buyers: dict[str, tuple[str, int]]) -> list[Problem]:
    """One number is one buyer: beside another name the head of one would be lost."""
    if not line.buyer.startswith(CODE):
        return []
    name = "".join(line.name.split())
    first, other = buyers.setdefault(line.buyer, (name, row.number))
    if first == name:
        return []
    return [fault("buyer_differs", row, buyer=line.buyer.removeprefix(CODE), other=other)]


def _told(problem: Problem) -> dict[str, Any]:
    """A fault as it is kept: its row, its code, and the numbers of its sentence."""
    return {
        "code": problem.code,
        "row": problem.row,
        "column": problem.column or "",
        "cell": problem.cell or "",
        "numbers": {key: str(value) for key, value in problem.numbers.items()},
    }


def say_fault(fault: Mapping[str, Any], translate: Any) -> str:
    """A kept fault in the reader's language."""
    problem = Problem(
        fault["code"], fault["row"], fault["column"] or None, fault["cell"] or None,
        fault["numbers"],
    )  # fmt: skip
    return sentence_of(problem, translate, WORDS)
