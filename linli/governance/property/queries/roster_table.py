"""A table of units as a person brings it: read, and every fault told by its row."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_noop as _

from linli.core.places.models import Place
from linli.governance.property.models import Estate, Unit
from linli.governance.property.rules.heads import area_by_source
from linli.lib.tables import SENTENCES, Field, Row, Sheet, read_table, sentence_of
from linli.lib.tables.problems import Problem

LIMIT = 20_000
LARGEST = 10_000_000
"""A unit of more than a hundred thousand square metres is a slip of the pen."""
USES: Mapping[str, tuple[str, ...]] = {
    "home": ("住宅", "居住", "home"),
    "shop": ("商铺", "商业", "店铺", "shop"),
    "office": ("办公", "写字楼", "office"),
    "parking": ("车位", "车库", "parking"),
    "other": ("其他", "other"),
}
KINDS: Mapping[str, tuple[str, ...]] = {
    "person": ("个人", "自然人"),
    "firm": ("单位", "公司", "企业"),
    "developer": ("建设单位", "开发商", "未售", "未交付"),
}
SOURCES: Mapping[str, tuple[str, ...]] = {
    "register": ("不动产登记簿", "登记簿", "登记", "产权证"),
    "survey": ("测绘成果", "测绘", "实测"),
    "contract": ("买卖合同", "合同"),
}
FIELDS = (
    Field("label", ("房号", "坐落", "房屋坐落", "门牌号", "单元房号", "unit"), required=True,
          longest=60),
    Field("name", ("业主", "业主姓名", "姓名", "产权人", "owner"), required=True, longest=80),
    Field("phone", ("电话", "联系电话", "手机", "手机号", "phone"), "code", longest=30),
    Field("buyer", ("业主编号", "买受人编号", "业主代码"), "code", longest=40),
    Field("kind", ("业主类别", "类别"), "choice", choices=KINDS),
    Field("use", ("用途", "房屋用途", "规划用途"), "choice", choices=USES),
    Field("register", ("登记面积", "产权面积", "不动产登记面积"), "decimal"),
    Field("survey", ("测绘面积", "实测面积"), "decimal"),
    Field("contract", ("合同面积", "买卖合同面积"), "decimal"),
    Field("area", ("专有部分面积", "建筑面积", "面积", "area"), "decimal"),
    Field("area_from", ("面积依据", "面积来源"), "choice", choices=SOURCES),
    Field("joint", ("共有人数", "几人共有"), "integer"),
    Field("sharing", ("分摊部位", "分摊单元", "楼栋单元", "楼栋"), longest=60),
)  # fmt: skip
OWN = {
    "unit_twice": _("房号在表里出现了两次（第 {other} 行也是）。请核对，留下一行。"),
    "unit_differs": _("名册里已有这一处，面积或业主和表里不同。请在名册里改，或者办理过户。"),
    "area_missing": _("没有面积。请按登记簿、测绘成果或者买卖合同填一个。"),
    "area_wrong": _("面积要大于 0，最多两位小数，不超过十万平方米。"),
    "area_source": _("写了面积，没有写面积依据。请填登记、测绘或者合同。"),
    "sharing_unknown": _("没有找到“{value}”这个楼栋或单元。请写成“1号楼”或“1号楼2单元”。"),
    "joint_wrong": _("共有人数要在 1 到 99 之间。"),
    "two_developers": _("建设单位只能有一个名称。请把未售、未交付的都写同一个名称。"),
}
WORDS = {**SENTENCES, **OWN}


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


def lines_from(text: str) -> list[Line]:
    """The lines of a table kept for confirmation."""
    return [Line(**each) for each in json.loads(text or "[]")]


def read_roster(estate: Estate, content: bytes, filename: str, source: str = "") -> ReadTable:
    """Reads a table; `source`: where an area column without a source of its own was read."""
    sheet = read_table(content, filename, fields=FIELDS, limit_rows=LIMIT)
    table = ReadTable([], [_told(each) for each in sheet.problems], total=sheet.total)
    if sheet.readable and not any(each.code == "too_many_rows" for each in sheet.problems):
        _read_rows(estate, sheet, table, source)
    return table


def _read_rows(estate: Estate, sheet: Sheet, table: ReadTable, source: str) -> None:
    places = places_by_name(estate)
    there = {
        each.label: each for each in Unit.objects.filter(community=estate.community_id,
                                                         estate=estate)
    }  # fmt: skip
    seen: dict[str, int] = {}
    developers: set[str] = set()
    for row in sheet.rows():
        faults = list(row.problems)
        line = _line(row, faults, places, source)
        if line is not None:
            if line.label in seen:
                faults.append(_fault("unit_twice", row, other=seen[line.label]))
            seen.setdefault(line.label, row.number)
            if line.kind == "developer":
                developers.add(line.name)
                if len(developers) > 1:
                    faults.append(_fault("two_developers", row))
            known = there.get(line.label)
            if known is not None and not faults:
                if known.area != line.area:
                    faults.append(_fault("unit_differs", row))
                else:
                    table.known += 1
                    continue
        table.faults.extend(_told(each) for each in faults)
        if line is not None and not faults:
            table.lines.append(line)


def _line(row: Row, faults: list[Problem], places: Mapping[str, Place], source: str) -> Line | None:
    said: dict[str, Any] = row.values
    label = "".join(str(said.get("label") or "").split())
    area, area_from = _area(row, faults, source)
    joint = said.get("joint")
    if joint is not None and not 1 <= joint <= 99:
        faults.append(_fault("joint_wrong", row))
    sharing, dwelling = _placed(row, faults, places, label)
    name = str(said.get("name") or "").strip()
    if not label or not name:
        return None
    kind = said.get("kind") or "person"
    phone = str(said.get("phone") or "")
    return Line(
        label, name, phone, _buyer(row, kind, name, phone), kind, said.get("use") or "home",
        area or 0, area_from, joint or 1, sharing, dwelling,
    )  # fmt: skip


def _buyer(row: Row, kind: str, name: str, phone: str) -> str:
    """Which lines are one buyer's: by the number given to them, or by name and phone together. By
    the name alone they are two: there are several 王芳."""
    code = str(row.values.get("buyer") or "")
    if kind == "developer":
        return "developer"
    if code:
        return f"code:{code}"
    return f"phone:{name}|{phone}" if phone else f"row:{row.number}"


def _area(row: Row, faults: list[Problem], source: str) -> tuple[int | None, str]:
    read: dict[str, int | None] = {}
    wrong = False
    for name in ("register", "survey", "contract", "area"):
        value = row.values.get(name)
        if value is None:
            read[name] = None
            continue
        hundredths = _hundredths(value)
        wrong = wrong or hundredths is None
        read[name] = hundredths
    plain = read.pop("area")
    if wrong:
        faults.append(_fault("area_wrong", row))
        return None, ""
    if plain is not None:
        named = row.values.get("area_from") or source
        if named not in SOURCES:
            faults.append(_fault("area_source", row))
            return None, ""
        read[str(named)] = read[str(named)] or plain
    found = area_by_source(read["register"], read["survey"], read["contract"])
    if found is None:
        if not any(each.code in ("not_a_number", "area_wrong") for each in faults):
            faults.append(_fault("area_missing", row))
        return None, ""
    return found


def _hundredths(value: Any) -> int | None:
    scaled = Decimal(value) * 100
    if not scaled.is_finite() or scaled != scaled.to_integral_value():
        return None
    return int(scaled) if 0 < scaled <= LARGEST else None


def _placed(
    row: Row, faults: list[Problem], places: Mapping[str, Place], label: str
) -> tuple[str, str]:
    dwelling = places.get(label)
    said = "".join(str(row.values.get("sharing") or "").split())
    if said:
        found = places.get(said)
        if found is None:
            faults.append(_fault("sharing_unknown", row, value=said))
            return "", ""
        return str(found.pk), str(dwelling.pk) if dwelling else ""
    if dwelling is not None:
        return str(dwelling.parent_id), str(dwelling.pk)
    return "", ""


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


def _fault(code: str, row: Row, **numbers: object) -> Problem:
    return Problem(code, row.number, numbers=numbers)


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
