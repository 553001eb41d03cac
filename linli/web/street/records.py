"""The values as records, one a line, and what each column means: the files and the dictionary
from one definition, so that neither can say what the other does not."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _, gettext_lazy

from linli.evaluation.side_by_side import Cell, SideBySide
from linli.lib.tables import comma_separated, spreadsheet


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its name, of what kind it is, what it says."""

    name: str
    kind: str
    says: Any


FIELDS = (
    Field("division", "text", gettext_lazy("区划代码，12 位")),
    Field("name", "text", gettext_lazy("名称")),
    Field("level", "text", gettext_lazy("级别：community 社区，town 街道，county 区县，city 市")),
    Field("indicator", "text", gettext_lazy("指标代码，见下面的指标")),
    Field("version", "whole", gettext_lazy("按定义的第几版算")),
    Field("period", "text", gettext_lazy("时段：2026 全年，2026Q3 第三季度，2026-11 十一月")),
    Field(
        "state",
        "text",
        gettext_lazy(
            "shown 有数；hidden 不足 10 或能推算出不足 10 的数，不写；thin 太少，算不出可靠的数；missing 没有数。都不是零"
        ),
    ),
    Field("value", "number", gettext_lazy("值，按指标的单位；合计是分子之和除以分母之和")),
    Field("numerator", "whole", gettext_lazy("分子；抽样调查的乘了 1000")),
    Field("denominator", "whole", gettext_lazy("分母；抽样调查的乘了 1000；不是比的为 1")),
    Field("n", "whole", gettext_lazy("数立在多少上；只是件数的为空")),
    Field("low", "number", gettext_lazy("95% 区间的下限，以 1 为全部")),
    Field("high", "number", gettext_lazy("95% 区间的上限，以 1 为全部")),
    Field("told", "whole", gettext_lazy("有几个社区的数在里面")),
    Field("asked", "whole", gettext_lazy("一共几个社区")),
    Field("source", "text", gettext_lazy("own 本系统的记录；return 社区的上报；both 两样都有")),
    Field("as_of", "text", gettext_lazy("数最早截至哪天")),
)
_ARROW = {"text": "string", "whole": "int64", "number": "float64"}


def records_of(office: Any, table: SideBySide) -> Iterator[list[Any]]:
    """A line for each division and indicator, the office's own last."""
    for node, origins, cells in table.lines:
        kinds = {each.kind for each in origins}
        source = "both" if len(kinds) > 1 else next(iter(kinds), "")
        days = [each.on.isoformat() for each in origins if each.on]
        told = (source, min(days, default=""))
        for column, cell in zip(table.columns, cells, strict=True):
            yield _record(node.place, column.row, table.period.key, cell, told)
    for column in table.columns:
        oldest = table.oldest.isoformat() if table.oldest else ""
        yield _record(office, column.row, table.period.key, column.total, ("both", oldest))


def _record(place: Any, row: Any, period: str, cell: Cell, told: tuple[str, str]) -> list[Any]:
    shown = cell.state == "shown"
    value = float(round(cell.value, 6)) if shown and cell.value is not None else None
    return [
        place.code,
        place.name,
        place.kind,
        row.id,
        row.version,
        period,
        cell.state,
        value,
        cell.numerator if shown else None,
        cell.denominator if shown else None,
        cell.n if cell.state in ("shown", "thin") else None,
        cell.low if shown else None,
        cell.high if shown else None,
        cell.told,
        cell.asked,
        *told,
    ]


def as_csv(rows: Iterable[list[Any]]) -> bytes:
    """For a spreadsheet."""
    return b"".join(comma_separated(rows, [field.name for field in FIELDS]))


def as_workbook(rows: Iterable[list[Any]]) -> bytes:
    """The same as .xlsx."""
    return spreadsheet(rows, [field.name for field in FIELDS], title="values")


def as_parquet(rows: Iterable[list[Any]]) -> bytes:
    """The same as Parquet, each column of one kind; nothing is null."""
    import pyarrow as pa
    from pyarrow import parquet

    columns = list(zip(*rows, strict=True)) or [()] * len(FIELDS)
    table = pa.table(
        {
            field.name: pa.array(list(column), type=getattr(pa, _ARROW[field.kind])())
            for field, column in zip(FIELDS, columns, strict=True)
        }
    )
    sink = BytesIO()
    parquet.write_table(table, sink)
    return sink.getvalue()


def _indicators(table: SideBySide) -> list[dict[str, Any]]:
    return [
        {
            "id": column.row.id,
            "version": column.row.version,
            "title": str(column.row.title),
            "numerator": str(column.row.numerator),
            "denominator": str(column.row.denominator),
            "unit": column.row.unit,
            "direction": column.row.direction,
            "basis": column.row.basis,
        }
        for column in table.columns
    ]


def dictionary_as_json(table: SideBySide) -> bytes:
    """What the columns and the indicators mean, as data."""
    fields = [{"name": each.name, "kind": each.kind, "says": str(each.says)} for each in FIELDS]
    whole = {"fields": fields, "indicators": _indicators(table)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def dictionary_as_csv(table: SideBySide) -> bytes:
    """The same for a spreadsheet."""
    rows = [["field", each.name, each.kind, str(each.says)] for each in FIELDS]
    rows += [["indicator", each["id"], each["unit"], _says(each)] for each in _indicators(table)]
    return b"".join(comma_separated(rows, ["what", "name", "kind", "says"]))


def dictionary_as_markdown(table: SideBySide) -> bytes:
    """The same to be read."""
    lines = [
        f"# {_('数据字典')}",
        "",
        f"| {_('列')} | {_('类型')} | {_('说明')} |",
        "|---|---|---|",
    ]
    lines += [f"| {each.name} | {each.kind} | {each.says} |" for each in FIELDS]
    lines += ["", f"| {_('指标')} | {_('单位')} | {_('说明')} |", "|---|---|---|"]
    lines += [f"| {each['id']} | {each['unit']} | {_says(each)} |" for each in _indicators(table)]
    return ("\n".join(lines) + "\n").encode()


def _says(row: dict[str, Any]) -> str:
    over = f" ÷ {row['denominator']}" if row["denominator"] else ""
    return f"{row['title']}：{row['numerator']}{over}"
