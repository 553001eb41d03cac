"""How the divisions stand: bands by group and standard, ranges instead of ranks, context beside
them; and one indicator across all of them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.pages.answer import answer
from linli.core.pages.shapes import Chart
from linli.evaluation.definitions import catalogue
from linli.evaluation.groups import groups
from linli.evaluation.levels.standing import (
    FEWEST,
    Stand,
    band_words,
    ranges_of,
    scored_groups,
    scored_rows,
    stand_of,
)
from linli.evaluation.periods import plan_span
from linli.evaluation.presentation import UNIT_WORDS, say_period
from linli.evaluation.returns.outgoing import travels
from linli.evaluation.side_by_side import SideBySide, has_total, rows_of
from linli.evaluation.standards import standards
from linli.evaluation.statistics.ageing import burden
from linli.web.street.gate import needs_street
from linli.web.street.reading import child_words, read_asked, read_table, today, ways_up
from linli.web.street.tables import say_origins, tabs_of

_TONES = {"start": "new", "growing": "open", "good": "waiting", "model": "done"}


@needs_street
@require_safe
def show(request: Any, street: Any) -> HttpResponse:
    """One year; other periods have too few indicators to be a stand."""
    asked = read_asked(request)
    year = asked.period if asked.period.kind == "year" else None
    if year is None:
        raise Http404
    table = read_table(street, year, scored_rows(year))
    stands = stand_of(table)
    context = {
        "street": street,
        "child": child_words(street),
        "year": say_period(year),
        "tabs": [tab for tab in tabs_of(plan_span(today()).periods, year) if "-" not in tab.url],
        "parts": [
            (_("九组"), [str(groups()[code].title) for code in scored_groups()], _bands(stands)),
            (_("六大标准"), [str(each.title) for each in standards()], _standards(stands)),
        ],
        "ranges": [(each.place, _tenth(each.low), _tenth(each.high)) for each in ranges_of(stands)],
        "fewest": FEWEST,
        "context": _context(street, year),
        "ways_up": ways_up(request.actor, street),
    }
    return answer(request, "street/standing.html", context)


@needs_street
@require_safe
def indicator(request: Any, street: Any, name: str) -> HttpResponse:
    """One indicator across the divisions, with its interval where it has one."""
    asked = read_asked(request)
    row = catalogue().in_force(name, asked.period.starts) if name in catalogue() else None
    if row is None or not travels(row) or asked.period.kind not in row.period_kinds:
        raise Http404
    table = read_table(street, asked.period, [row])
    column = table.columns[0]
    periods = [each for each in plan_span(today()).periods if each.kind in row.period_kinds]
    context = {
        "street": street,
        "child": child_words(street),
        "row": row,
        "unit": UNIT_WORDS[row.unit],
        "period": say_period(asked.period),
        "tabs": tabs_of(periods, asked.period),
        "lines": [
            (node, cells[0], _interval(cells[0]), say_origins(origins))
            for node, origins, cells in table.lines
        ],
        "total": column.total,
        "has_total": has_total(row),
        "figure": _draw_indicator(table),
        "group": groups()[row.group],
    }
    return answer(request, "street/indicator.html", context)


def _bands(stands: list[Stand]) -> list[tuple[Any, list[Any]]]:
    return [(each.place, [_told(each.groups[code]) for code in scored_groups()]) for each in stands]


def _standards(stands: list[Stand]) -> list[tuple[Any, list[Any]]]:
    return [(each.place, [_told(joint) for joint in each.standards.values()]) for each in stands]


def _told(joint: Any) -> dict[str, Any]:
    band = band_words(joint)
    told = {"present": joint.present, "asked": joint.asked, "band": "", "interval": ""}
    if band is not None:
        told |= {"band": str(band.title), "tone": _TONES.get(band.code, "new")}
        if joint.low is not None and joint.high is not None:
            told["interval"] = f"{joint.low:.0f}–{joint.high:.0f}"
    return told


def _tenth(value: float) -> float | int:
    rounded = round(value, 1)
    return int(rounded) if rounded.is_integer() else rounded


def _draw_indicator(table: SideBySide) -> Chart | None:
    column = table.columns[0]
    rows = [
        [node.place.name, cell.as_data() if cell.state == "shown" else None, *_ends(cell)]
        for node, cell in zip(table.nodes, column.cells, strict=True)
    ]
    if not any(row[1] is not None for row in rows):
        return None
    has_interval = any(row[2] is not None for row in rows)
    title = str(column.row.title)
    return Chart(
        kind="interval" if has_interval else "bar",
        title=title,
        heading=_("名称"),
        columns=[title, _("下限"), _("上限")] if has_interval else [title],
        rows=rows if has_interval else [row[:2] for row in rows],
        unit=UNIT_WORDS[column.row.unit],
    )


def _ends(cell: Any) -> list[float | None]:
    if cell.state != "shown" or cell.low is None or cell.high is None:
        return [None, None]
    return [round(cell.low * 100, 1), round(cell.high * 100, 1)]


def _interval(cell: Any) -> str:
    low, high = _ends(cell)
    return f"{low}–{high}%" if low is not None else ""


def _context(street: Any, year: Any) -> dict[str, Any]:
    """Context is never scored: it says under what conditions the others are read."""
    table = read_table(street, year, rows_of(year, "CX"))
    ids = [column.row.id for column in table.columns]
    totals = [column.total for column in table.columns]
    return {
        "titles": [(column.row, str(column.row.title), column.unit) for column in table.columns],
        "lines": [
            (node.place, cells, _burden(ids, cells)) for node, _origins, cells in table.lines
        ],
        "totals": totals,
        "burden": _burden(ids, totals),
        "has_burden": _WORKING in ids and _ELDERS in ids,
    }


_ELDERS, _WORKING = "CX01", "CX06"
"""Residents of 60 and over of all residents; and something of the residents of 16 to 59."""


def _burden(ids: list[str], cells: Any) -> str:
    """四二一: how many under 16 and of 60 and over there are for one resident between; from the
    counts that stand on the page already, and from nothing else."""
    by = dict(zip(ids, cells, strict=True))
    elders, working = by.get(_ELDERS), by.get(_WORKING)
    if not (elders and working and elders.state == working.state == "shown"):
        return "—"
    children = elders.denominator - elders.numerator - working.denominator
    found = burden(max(0, children), working.denominator, elders.numerator)
    return f"{float(found.together):.2f}" if found else "—"
