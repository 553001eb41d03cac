"""The street's table as a page, a spreadsheet and data."""

from collections.abc import Iterable
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Tab
from linli.evaluation.periods import Period
from linli.evaluation.side_by_side import SideBySide


def tabs_of(periods: Iterable[Period], present: Period) -> list[Tab]:
    """The periods that can be looked at, the latest first: years, then months."""
    order = {"year": 0, "month": 1}
    offered = sorted(
        (period for period in periods if period.kind in order),
        key=lambda period: (order[period.kind], -period.starts.toordinal()),
    )
    return [Tab(name_of(each), f"?period={each.key}", each == present) for each in offered]


def name_of(period: Period) -> str:
    """The period in the reader's language."""
    if period.kind == "year":
        return _("{year}年").format(year=period.starts.year)
    return formats.date_format(period.starts, "YEAR_MONTH_FORMAT")


def heading_row(table: SideBySide) -> list[str]:
    """The headings of the spreadsheet: each share is followed by what it is a share of."""
    headings = [_("社区")]
    for column in table.columns:
        unit = _("（{unit}）").format(unit=column.unit) if column.unit else ""
        headings.append(f"{column.row.title}{unit}")
        if column.row.denominator:
            headings.append(_("其中：{base}").format(base=column.row.denominator))
    return headings


def as_rows(table: SideBySide) -> Iterable[list[Any]]:
    """The rows of the spreadsheet, the street's own last. A hidden cell says `<10`."""
    lines = [(community.name, cells) for community, cells in table.lines]
    lines.append((_("合计"), [column.total for column in table.columns]))
    for name, cells in lines:
        row: list[Any] = [name]
        for column, cell in zip(table.columns, cells, strict=True):
            row.append(cell.as_data())
            if column.row.denominator:
                row.append("<10" if cell.state == "hidden" else cell.n)
        yield row


def as_data(street: Any, table: SideBySide) -> dict[str, Any]:
    """The table as data; counts and shares, and no more."""
    return {
        "street": street.code,
        "name": street.name,
        "period": table.period.key,
        "oldest": table.oldest,
        "columns": [
            {"id": column.row.id, "title": str(column.row.title), "unit": column.row.unit}
            for column in table.columns
        ],
        "communities": [
            {
                "code": community.code,
                "name": community.name,
                "cells": [_cell(cell) for cell in cells],
            }
            for community, cells in table.lines
        ],
        "total": [_cell(column.total) for column in table.columns],
    }


def _cell(cell: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"state": cell.state}
    if cell.state in ("shown", "thin"):
        told |= {"value": cell.as_data(), "n": cell.n}
    return told
