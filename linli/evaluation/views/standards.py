"""How are we doing: the six standards, each figure with its ground, the yearly report."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.places.laid_down import floor_laid_down
from linli.evaluation import actions, sheets
from linli.evaluation.chapters import Reader, chapters_of, headlines_of
from linli.evaluation.definitions import Indicator, catalogue
from linli.evaluation.periods import period_of, read_period
from linli.evaluation.queries import (
    picture_of,
    records_behind,
    report_of,
    waiting_reckoning,
    years_reckoned,
)


@public
@require_safe
def show_standards(request: Any) -> HttpResponse:
    """The six standards of a community: evidence for each sentence, figures, a year's lines."""
    community, on = request.community, timezone.localdate()
    picture = picture_of(community, on)
    reader = _reader(request, drawn=sheets.drawn_on_overview(on))
    context = {
        "picture": picture,
        "headlines": headlines_of(picture, on, reader),
        "chapters": chapters_of(picture, on, reader),
        "years": years_reckoned(community),
        "may_reckon": may("evaluation.reckon", request.actor, community),
        "waiting": waiting_reckoning(community),
        "sees_all": reader.sees_all,
    }

    return answer(
        request,
        "evaluation/standards.html",
        context,
        json=lambda: sheets.tell_overview(community, picture, on, reader.floor),
    )


@public
@require_safe
def show_indicator(request: Any, indicator: str) -> HttpResponse:
    """One indicator: what it means, how it is reckoned, how it went."""
    on = timezone.localdate()
    row, reader = _indicator(indicator, on), _reader(request)
    sheet = sheets.sheet_of(request.community, row, reader)
    anyone = Reader(sees_all=False, floor=reader.floor)
    return answer(
        request,
        "evaluation/indicator.html",
        {"sheet": sheet, "row": row, "sees_all": reader.sees_all},
        json=lambda: sheets.tell_sheet(sheets.sheet_of(request.community, row, anyone)),
    )


@needs("evaluation.open_records")
@require_safe
def list_records(request: Any, indicator: str) -> HttpResponse:
    """The records an indicator counted in a period, for those who answer for them."""
    on = timezone.localdate()
    period = read_period(request.GET.get("period", "")) or period_of("year", on)
    row = _indicator(indicator, min(on, period.starts))
    page = records_behind(
        request.community, row, period, today=on, after=request.GET.get("after", "")
    )
    context = {
        "row": row,
        "period": period,
        "periods": sheets.periods_of(request.community, row, period),
        "records": sheets.with_addresses(page.rows, request.community, request.actor),
        "after": page.after,
    }
    return answer(request, "evaluation/records.html", context)


@public
@require_safe
def show_report(request: Any, year: int) -> HttpResponse:
    """A year in six chapters, to be read on paper."""
    community, on = request.community, timezone.localdate()
    if not 2000 <= year <= on.year:
        raise Http404
    picture = report_of(community, year)
    last = min(on, date(year, 12, 31))
    # It is printed and hung up, so it holds what anybody may see, whoever prints it.
    reader = Reader(sees_all=False, floor=floor_laid_down(community, last))
    context = {
        "year": year,
        "until": last,
        "picture": picture,
        "chapters": chapters_of(picture, last, reader),
        "may_reckon": may("evaluation.reckon", request.actor, community),
    }
    return answer(
        request,
        "evaluation/report.html",
        context,
        json=lambda: sheets.tell_report(picture, year, last, reader.floor),
    )


@needs("evaluation.reckon")
@require_POST
def ask_reckoning(request: Any) -> HttpResponse:
    """Has the figures reckoned now; the job's own page shows how far it is."""
    at = timezone.now()
    period = read_period(request.POST.get("year", ""))
    year = period.starts.year if period and 2000 <= period.starts.year <= at.year else None
    reckoning = actions.ask(request.community, by=request.actor, at=at, year=year)
    if reckoning.job is not None and may("jobs.see", request.actor, reckoning.job):
        return redirect("jobs:show", reckoning.job.pk)
    messages.info(request, _("正在重新计算，几分钟后刷新就能看到。"))
    return redirect("evaluation:standards", request.community.code)


def _reader(request: Any, drawn: frozenset[str] = frozenset()) -> Reader:
    sees_all = may("evaluation.open_records", request.actor, request.community)
    return Reader(sees_all, floor_laid_down(request.community, timezone.localdate()), drawn)


def _indicator(name: str, on: date) -> Indicator:
    known = catalogue()
    row = known.in_force(name, on) if name in known else None
    if row is None:
        raise Http404
    return row
