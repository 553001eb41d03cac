"""The office's table as a page, a spreadsheet and data."""

from collections.abc import Iterable
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Tab
from linli.evaluation.levels.held import Origin
from linli.evaluation.periods import Period
from linli.evaluation.presentation import say_period
from linli.evaluation.side_by_side import Cell, SideBySide

name_of = say_period


def tabs_of(periods: Iterable[Period], present: Period, group: str = "") -> list[Tab]:
    """The periods that can be looked at, the latest first: years, then months."""
    order = {"year": 0, "month": 1}
    offered = sorted(
        (period for period in periods if period.kind in order),
        key=lambda period: (order[period.kind], -period.starts.toordinal()),
    )
    and_group = f"&group={group}" if group else ""
    return [
        Tab(say_period(each), f"?period={each.key}{and_group}", each == present) for each in offered
    ]


def say_origins(origins: Iterable[Origin]) -> str:
    """Where the values of one row come from, in words."""
    parts = []
    for kind in ("own", "return"):
        days = sorted(each.on for each in origins if each.kind == kind and each.on)
        if not days:
            continue
        day = formats.date_format(days[0], "SHORT_DATE_FORMAT")
        words = _("本系统记录，{day}") if kind == "own" else _("上报，截至{day}")
        parts.append(words.format(day=day))
    return str(_("；")).join(parts) or _("还没有数")


def heading_row(table: SideBySide) -> list[str]:
    """The headings of the spreadsheet: each share is followed by what it is a share of."""
    headings = [_("名称"), _("数从哪里来")]
    for column in table.columns:
        unit = _("（{unit}）").format(unit=column.unit) if column.unit else ""
        headings.append(f"{column.row.title}{unit}")
        if column.row.denominator:
            headings.append(_("其中：{base}").format(base=column.row.denominator))
    return headings


def as_rows(table: SideBySide) -> Iterable[list[Any]]:
    """The rows of the spreadsheet, the office's own last. A hidden cell says so."""
    lines = [(node.place.name, say_origins(origins), cells) for node, origins, cells in table.lines]
    lines.append((_("合计"), "", [column.total for column in table.columns]))
    for name, origin, cells in lines:
        row: list[Any] = [name, origin]
        for column, cell in zip(table.columns, cells, strict=True):
            hidden = cell.state == "hidden"
            row.append(_("不显示") if hidden else cell.as_data())
            if column.row.denominator:
                row.append(_("不显示") if hidden else cell.n)
        yield row


def as_data(office: Any, table: SideBySide) -> dict[str, Any]:
    """The table as data; counts and shares, and no more."""
    return {
        "street": office.code,
        "name": office.name,
        "level": office.kind,
        "period": table.period.key,
        "oldest": table.oldest,
        "columns": [
            {"id": column.row.id, "title": str(column.row.title), "unit": column.row.unit}
            for column in table.columns
        ],
        "communities": [
            {
                "code": node.place.code,
                "name": node.place.name,
                "level": node.place.kind,
                "from": [{"source": each.kind, "as_of": each.on} for each in origins],
                "cells": [_cell(cell) for cell in cells],
            }
            for node, origins, cells in table.lines
        ],
        "total": [_cell(column.total) for column in table.columns],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    told: dict[str, Any] = {"state": cell.state}
    if cell.state in ("shown", "thin"):
        told |= {"value": cell.as_data(), "n": cell.n}
        if cell.is_partial:
            told |= {"told": cell.told, "asked": cell.asked}
    return told
