"""The chart: a table that a script may draw."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django import template

from linli.core.pages.sentences import say
from linli.core.pages.shapes import Chart, Level

register = template.Library()


@register.inclusion_tag("components/chart.html")
def chart(figure: Chart) -> dict[str, Any]:
    """A figure with its table; charts.js draws it where scripts run and ECharts is there."""
    name = "chart-" + sha256(f"{figure.title}{figure.rows}".encode()).hexdigest()[:10]
    return {
        "figure": figure,
        "name": name,
        "rows": [(row[0], [_cell(value) for value in row[1:]]) for row in figure.rows],
        "data": {
            "kind": figure.kind,
            "columns": [str(column) for column in figure.columns],
            "labels": [str(row[0]) for row in figure.rows],
            "values": [list(row[1:]) for row in figure.rows],
            "unit": str(figure.unit),
            "across": figure.across,
        },
    }


@register.inclusion_tag("components/levels.html")
def levels(rows: Sequence[Level], caption: Any, ticks: Sequence[Any] = ()) -> dict[str, Any]:
    """How far each has come, as bars that need no script and print as they are, with their table.
    `ticks`: the bounds between the words, from 0 to 100."""
    return {
        "caption": caption,
        "ticks": [f"{float(tick):.1f}" for tick in ticks],
        "rows": [
            {
                "level": row,
                "value": _width(row.value),
                "number": _cell(None if row.value is None else round(row.value)),
                "low": _width(row.low),
                "high": _width(row.high),
                "span": _width(None if row.low is None or row.high is None else row.high - row.low),
            }
            for row in rows
        ],
    }


@register.inclusion_tag("components/chart_scripts.html")
def chart_scripts() -> dict[str, Any]:
    """The scripts of a page with charts; goes into the block `scripts`."""
    return {}


def _cell(value: Any) -> str:
    return f"{value:,}" if isinstance(value, float) else say(value)


def _width(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
