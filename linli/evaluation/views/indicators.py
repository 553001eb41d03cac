"""One indicator: its figure and working, why it changed, which records did it, what anybody may
open of them."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import needs, public
from linli.core.pages.answer import answer
from linli.evaluation import sheets
from linli.evaluation.bars import TICKS
from linli.evaluation.chapters import Reader
from linli.evaluation.definitions import Indicator
from linli.evaluation.explaining import explain
from linli.evaluation.groups import groups
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.periods import Period, period_of, read_period
from linli.evaluation.queries import records_behind
from linli.evaluation.queries.against import can_be_against, records_against
from linli.evaluation.queries.figures import figures_of
from linli.evaluation.receipts import receipts_of
from linli.evaluation.sheets import Sheet, find_period, periods_of
from linli.evaluation.views.standards import read_as


@public
@require_safe
def show_indicator(request: Any, indicator: str) -> HttpResponse:
    """One indicator: what it means, how it is reckoned, how it went and why."""
    on = timezone.localdate()
    row, reader = _indicator(request, indicator, on), read_as(request)
    sheet = sheets.sheet_of(request.community, row, reader, on)
    anyone = Reader(sees_all=False, floor=reader.floor)
    context = {
        "sheet": sheet,
        "row": row,
        "group": groups().get(row.group),
        "ticks": TICKS,
        "sees_all": reader.sees_all,
        "against": can_be_against(row),
        "this_year": on.year,
    }
    return answer(
        request,
        "evaluation/indicator.html",
        context,
        json=lambda: sheets.tell_sheet(_public_sheet(request, row, anyone, on)),
    )


@needs("evaluation.open_records")
@require_safe
def list_records(request: Any, indicator: str) -> HttpResponse:
    """The records an indicator counted in a period, for those who answer for them."""
    on = timezone.localdate()
    period = read_period(request.GET.get("period", "")) or period_of("year", on)
    row = _indicator(request, indicator, min(on, period.starts))
    page = records_behind(
        request.community, row, period, today=on, after=request.GET.get("after", "")
    )
    context = {
        "row": row,
        "period": period,
        "periods": periods_of(request.community, row, period),
        "records": sheets.with_addresses(page.rows, request.community, request.actor),
        "after": page.after,
    }
    return answer(request, "evaluation/records.html", context)


@needs("evaluation.open_records")
@require_safe
def list_against(request: Any, indicator: str) -> HttpResponse:
    """Which records did it: what counts against it in a period and did not in the one before."""
    on, community = timezone.localdate(), request.community
    row = _indicator(request, indicator, on)
    figures = list(figures_of(community).filter(indicator=row.id))
    known, asked = catalogue_of(community), read_period(request.GET.get("period", ""))
    change = explain(row, figures, known, sees_all=True, on=on, period=asked)
    period = change.period if change else asked or period_of("month", on)
    page = records_against(
        community,
        change.row if change else row,
        period,
        today=on,
        middle=change.before.value if change else None,
        after=request.GET.get("after", ""),
    )
    context = {
        "row": row,
        "change": change,
        "possible": can_be_against(row),
        "periods": periods_of(community, row, period),
        "records": sheets.with_addresses(page.rows, community, request.actor),
        "count": page.count,
        "after": page.after,
    }
    return answer(request, "evaluation/against.html", context)


@public
@require_safe
def show_receipts(request: Any, indicator: str) -> HttpResponse:
    """Is this made up: what it was counted from, and what of it anybody may open."""
    on, community = timezone.localdate(), request.community
    row, reader = _indicator(request, indicator, on), read_as(request)
    figures = list(figures_of(community).filter(indicator=row.id))
    period = _period(request, row, figures, on)
    found = receipts_of(
        community,
        row,
        period,
        figure=next((each for each in figures if each.period == period), None),
        floor=reader.floor,
        at=timezone.now(),
        today=on,
    )
    context = {
        "row": row,
        "period": period,
        "figure": find_period(community, row, figures, period),
        "periods": periods_of(community, row, period),
        "found": found,
    }
    return answer(request, "evaluation/receipts.html", context)


def _period(request: Any, row: Indicator, figures: list[Any], on: date) -> Period:
    asked = read_period(request.GET.get("period", ""))
    if asked is not None and asked.kind in row.period_kinds and asked.starts <= on:
        return asked
    finest = [each.period for each in figures if each.period_kind == row.period_kinds[0]]
    return finest[-1] if finest else period_of(row.period_kinds[0], on)


def _public_sheet(request: Any, row: Indicator, anyone: Reader, on: date) -> Sheet:
    return sheets.sheet_of(request.community, row, anyone, on)


def _indicator(request: Any, name: str, on: date) -> Indicator:
    """As it is defined on that day; one that was retired since, as it was last."""
    known = catalogue_of(request.community)
    begun = [row for row in known.versions(name) if row.valid_from <= on] if name in known else []
    if not begun:
        raise Http404
    return begun[-1]
