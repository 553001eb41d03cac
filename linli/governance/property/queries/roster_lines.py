"""One row of a table of units: where it is, whose, how large, and what is wrong with it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from linli.core.people.roster.addresses import AddressBook, Within
from linli.core.places.models import Place
from linli.governance.property.models import Estate
from linli.governance.property.queries.placed import places_by_name
from linli.governance.property.queries.roster_columns import SOURCES
from linli.governance.property.rules.heads import area_by_source
from linli.lib.tables import Row
from linli.lib.tables.problems import Problem
from linli.lib.tables.values import read_decimal

CODE = "code:"
"""Before the number that the table gives a buyer."""
LARGEST = 10_000_000
"""A unit of more than a hundred thousand square metres is a slip of the pen."""
AREAS = ("register", "survey", "contract", "area")
_METRES = re.compile(r"(?:m2|m\^2|平方米|平米|平方|平)$", re.IGNORECASE)
_NAMES = re.compile(r"[、，,/;；]")
_BARE = re.compile(r"^[0-9A-Za-z甲乙丙丁戊东西南北中]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """One unit as it is to be taken in. `buyer` says which lines are one buyer's."""

    label: str
    name: str
    phone: str
    buyer: str
    kind: str
    use: str
    area: int
    area_from: str
    joint: int
    sharing: str
    dwelling: str


class Where:
    """The places of an estate by what a table writes for them: 3号楼2单元501, 3-2-501."""

    def __init__(self, estate: Estate) -> None:
        self._named = places_by_name(estate)
        self._homes = {each.pk: each for each in self._named.values() if each.kind == "dwelling"}
        self._book = AddressBook(estate.community)
        self._within = Within(estate.place_id if estate.place.kind == "compound" else None)

    def part(self, name: str) -> Place | None:
        """The building or entrance of that name."""
        return self._named.get(name)

    def home(self, label: str) -> Place | None:
        """The home a unit is; none where it is none, or may be several."""
        found = self._named.get(label)
        if found is None:
            meant = self._book.find(label, self._within).dwelling
            found = self._homes.get(meant) if meant is not None else None
        return found if found is not None and found.kind == "dwelling" else None


def line_of(row: Row, faults: list[Problem], where: Where, source: str) -> Line | None:
    """The row as a unit; what is wrong is added to `faults`. None without a unit or an owner."""
    said: dict[str, Any] = row.values
    _without_metres(row, faults)
    label = _label(said)
    area, area_from = _area(row, faults, source)
    joint = said.get("joint")
    if joint is not None and not 1 <= joint <= 99:
        faults.append(fault("joint_wrong", row))
    sharing, dwelling = _placed(row, faults, where, label)
    name = str(said.get("name") or "").strip()
    if not label or not name:
        return None
    kind = said.get("kind") or "person"
    if kind == "person" and len(names := _NAMES.split(name)) > 1 and all(names):
        faults.append(fault("name_several", row))
    phone = str(said.get("phone") or "")
    return Line(
        label, name, phone, _buyer(row, kind, name, phone), kind, said.get("use") or "home",
        area or 0, area_from, joint or 1, sharing, dwelling,
    )  # fmt: skip


def fault(code: str, row: Row, **numbers: object) -> Problem:
    """A fault of that row."""
    return Problem(code, row.number, numbers=numbers)


def _plain(value: Any) -> str:
    return "".join(unicodedata.normalize("NFKC", str(value or "")).split())


def _part(said: Mapping[str, Any]) -> str:
    """The building and entrance of a table that gives them columns of their own: 3, 2 → 3号楼2单元."""
    building, entrance = _plain(said.get("building")), _plain(said.get("entrance"))
    if building and _BARE.match(building):
        building = f"{building}号楼"
    if entrance and _BARE.match(entrance):
        entrance = f"{entrance}单元"
    return f"{building}{entrance}"


def _label(said: Mapping[str, Any]) -> str:
    """What a unit is called: the room alone would be there once in each building."""
    room, part = _plain(said.get("label")), _part(said)
    alone = part and room and _BARE.match(room.removesuffix("室").removesuffix("号"))
    return f"{part}{room}" if alone else room


def _without_metres(row: Row, faults: list[Problem]) -> None:
    """An area is read with its unit too: 89.50㎡, 89.5平方米."""
    for name in AREAS:
        raw = unicodedata.normalize("NFKC", row.raw.get(name) or "").strip()
        bare = _METRES.sub("", raw).strip()
        if bare == raw or row.values.get(name) is not None:
            continue
        value, code, _numbers = read_decimal(bare)
        if code is None:
            row.values[name] = value
            wrong = next((each for each in faults if _of_cell(each, raw)), None)
            if wrong is not None:
                faults.remove(wrong)


def _of_cell(problem: Problem, raw: str) -> bool:
    told = unicodedata.normalize("NFKC", str(problem.numbers.get("value", ""))).strip()
    return problem.code == "not_a_number" and told == raw


def _buyer(row: Row, kind: str, name: str, phone: str) -> str:
    """Which lines are one buyer's: by the number given to them, or by name and phone together. By
    the name alone they are two: there are several 王芳."""
    code = str(row.values.get("buyer") or "")
    if kind == "developer":
        return "developer"
    if code:
        return f"{CODE}{code}"
    return f"phone:{name}|{phone}" if phone else f"row:{row.number}"


def _area(row: Row, faults: list[Problem], source: str) -> tuple[int | None, str]:
    read: dict[str, int | None] = {}
    wrong = False
    for name in AREAS:
        value = row.values.get(name)
        if value is None:
            read[name] = None
            continue
        hundredths = _hundredths(value)
        wrong = wrong or hundredths is None
        read[name] = hundredths
    plain = read.pop("area")
    if wrong:
        faults.append(fault("area_wrong", row))
        return None, ""
    if plain is not None:
        named = row.values.get("area_from") or source
        if named not in SOURCES:
            faults.append(fault("area_source", row))
            return None, ""
        read[str(named)] = read[str(named)] or plain
    found = area_by_source(read["register"], read["survey"], read["contract"])
    if found is None:
        if not any(each.row == row.number and each.column for each in faults):
            faults.append(fault("area_missing", row))
        return None, ""
    return found


def _hundredths(value: Any) -> int | None:
    scaled = Decimal(value) * 100
    if not scaled.is_finite() or scaled != scaled.to_integral_value():
        return None
    return int(scaled) if 0 < scaled <= LARGEST else None


def _placed(row: Row, faults: list[Problem], where: Where, label: str) -> tuple[str, str]:
    dwelling = where.home(label)
    home = str(dwelling.pk) if dwelling else ""
    said = _plain(row.values.get("sharing")) or _part(row.values)
    if said and (row.values.get("sharing") or dwelling is None):
        found = where.part(said)
        if found is None:
            faults.append(fault("sharing_unknown", row, value=said))
            return "", ""
        return str(found.pk), home
    return (str(dwelling.parent_id), home) if dwelling is not None else ("", "")
