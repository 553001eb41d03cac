"""The log of minutes, and the burden of a month by office: page, chart, spreadsheet, data."""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import formats, timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer, twin
from linli.core.pages.downloads import file_response
from linli.core.pages.shapes import Chart
from linli.lib.tables import comma_separated
from linli.partners.intake import actions, queries
from linli.partners.intake.burden import as_data, as_rows, cells, heading_row
from linli.partners.intake.forms.requests import MinutesForm
from linli.partners.intake.months import read_month


@needs("intake.log_minutes")
def log(request: Visit) -> HttpResponse:
    """Minutes by hand for any office, and the latest entries."""
    sent = request.POST if request.method == "POST" else None
    form = MinutesForm(sent, community=request.community)
    if form.is_valid():
        with suppress(Replayed):
            actions.log_minutes(
                request.community, by=request.actor, at=timezone.now(), **form.cleaned_data
            )
            messages.success(request, gettext_lazy("记下了。"))
        return redirect("intake:minutes", request.community.code)
    entries = queries.minutes_lately(request.actor, request.community)
    context = {"form": form, "entries": entries}
    return answer(request, "intake/minutes.html", context, status=422 if form.is_bound else 200)


@needs("intake.log_minutes")
@require_POST
def strike(request: Visit, entry_id: UUID) -> HttpResponse:
    """An entry is struck out; it stays to be read."""
    entry = queries.entry_for(request.actor, request.community, entry_id)
    actions.strike_minutes(entry, by=request.actor, at=timezone.now())
    messages.success(request, gettext_lazy("已划掉，不再计入。"))
    if entry.request_id:
        return redirect("intake:show", request.community.code, entry.request_id)
    return redirect("intake:minutes", request.community.code)


@needs("intake.see_burden")
@require_safe
def show_burden(request: Visit) -> HttpResponse:
    """One month by office, and the twelve months up to it."""
    first = _month(request)
    found = queries.burden(request.community, first)
    today = timezone.localdate().replace(day=1)
    context = {
        "titles": heading_row(_("单位")),
        "lines": [(name, cells(tally)) for name, tally in found.rows],
        "total": found.total,
        "sums": cells(found.total),
        "month": _name(first),
        "key": f"{first:%Y-%m}",
        "before": f"{queries.month_before(first, 1):%Y-%m}",
        "next": f"{queries.month_after(first):%Y-%m}" if first < today else "",
        "chart": _chart(request.community, first),
        "desk": may("intake.see_desk", request.actor, request.community),
    }
    return answer(request, "intake/burden.html", context)


@needs("intake.see_burden")
@require_safe
def download_csv(request: Visit) -> HttpResponse:
    """The same month for a spreadsheet."""
    found = queries.burden(request.community, _month(request))
    body = b"".join(comma_separated(as_rows(found), heading_row(_("单位"))))
    name = f"burden-{request.community.code}-{found.first:%Y-%m}.csv"
    return file_response(body, name, "text/csv; charset=utf-8")


@needs("intake.see_burden")
@require_safe
def download_json(request: Visit) -> HttpResponse:
    """The same month as data."""
    found = queries.burden(request.community, _month(request))
    return twin(request, {"community": request.community.code, **as_data(found, "office")})


def _month(request: Visit) -> date:
    return read_month(request.GET.get("month", ""), timezone.localdate())


def _name(first: date) -> str:
    return formats.date_format(first, "YEAR_MONTH_FORMAT")


def _chart(community: Any, first: date) -> Chart:
    rows = [
        (f"{month:%Y-%m}", minutes)
        for month, minutes, _asked in queries.minutes_by_month(community, first)
    ]
    return Chart(
        kind="bar",
        title=_("十二个月里为上级要求花的时间"),
        heading=_("月份"),
        columns=[_("分钟")],
        rows=rows,
        unit=_("分钟"),
    )
