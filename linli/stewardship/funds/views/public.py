"""Where the money is, for everybody: the sheet of a month, a figure opened, one entry down to its
voucher, the budget beside what came of it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.links.faces import linked_faces
from linli.core.pages.answer import answer
from linli.mechanisms.flow.queries import timeline
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.queries.budgets import budget_of, lines_of
from linli.stewardship.funds.queries.figures import behind, entry_seen, source_in
from linli.stewardship.funds.queries.grants import calls_open
from linli.stewardship.funds.queries.months import closed_months, first_month, month_at
from linli.stewardship.funds.queries.sheet import MonthSheet, as_data, digest_of, sheet_of
from linli.stewardship.funds.views.shapes import SIDE_TITLES, beside, month_in


@public
@require_safe
def show_home(request: Visit) -> HttpResponse:
    """What there is today by source, the months that are closed, the budget of the year."""
    today = timezone.localdate()
    sheet = sheet_of(request.community, today)
    context = {
        "sheet": sheet,
        "total": sheet.total,
        "months": closed_months(request.community),
        "budget": budget_of(request.community, today.year, settled=True),
        "month": today.replace(day=1),
        "calls": calls_open(request.community, today),
        "desk": may("funds.see_desk", request.actor, request.community),
    }
    return answer(request, "funds/home.html", context, json=lambda: as_data(sheet))


@public
@require_safe
def show_month(request: Visit, year: int, month: int) -> HttpResponse:
    """The sheet of one month; every figure opens."""
    first = _month(request, year, month)
    sheet = sheet_of(request.community, first)
    row = month_at(request.community, first)
    context = {
        "sheet": sheet,
        "total": sheet.total,
        "row": row,
        "closed": row is not None and row.is_closed,
        "digest": digest_of(sheet),
        **beside(first, first_month(request.community)),
    }
    return answer(request, "funds/month.html", context, json=lambda: _told(request, sheet, row))


@public
@require_safe
def print_sheet(request: Visit, year: int, month: int) -> HttpResponse:
    """The same month as it hangs on the board."""
    first = _month(request, year, month)
    sheet = sheet_of(request.community, first)
    row = month_at(request.community, first)
    address = reverse("funds:month", args=[request.community.code, year, month])
    context = {
        "sheet": sheet,
        "total": sheet.total,
        "row": row,
        "closed": row is not None and row.is_closed,
        "digest": digest_of(sheet),
        "address": request.build_absolute_uri(address),
        "community": request.community,
    }
    return answer(request, "funds/sheet.html", context)


@public
@require_safe
def open_figure(request: Visit, year: int, month: int, source_id: UUID, side: str) -> HttpResponse:
    """The entries one figure is the sum of."""
    first = _month(request, year, month)
    source = source_in(request.community, source_id)
    rows = behind(source, first, side)
    context = {
        "source": source,
        "month": first,
        "side": side,
        "title": SIDE_TITLES[side](),
        "rows": rows,
        "sum": sum(each.fen for each in rows),
    }
    return answer(request, "funds/figure.html", context)


@public
@require_safe
def open_entry(request: Visit, entry_id: UUID) -> HttpResponse:
    """One entry: what for, how much, who agreed, its vouchers; of persons nothing, unless the
    reader keeps or watches the accounts."""
    keeper = may("funds.see_desk", request.actor, request.community)
    seen = entry_seen(request.community, entry_id, keeper=keeper)
    row = seen.row
    context = {
        "seen": seen,
        "keeper": keeper,
        "keeps": may("funds.keep", request.actor, request.community),
        "steps": timeline(REQUEST, row, public=True) if row else [],
        "title": SIDE_TITLES[seen.side]() if seen.side in SIDE_TITLES else "",
        "month": seen.entry.day.replace(day=1),
    }
    return answer(request, "funds/entry.html", context)


@public
@require_safe
def show_budget(request: Visit, year: int) -> HttpResponse:
    """The budget of a year as residents decided it, each line beside what came of it."""
    budget = budget_of(request.community, year, settled=True)
    if budget is None:
        raise Http404
    lines = lines_of(budget)
    context: dict[str, Any] = {"budget": budget, "editions": list(budget.editions.all())}
    for side in ("income", "outgo"):
        of_side = [each for each in lines if each.line.side == side]
        context[side] = of_side
        context[f"{side}_planned"] = sum(each.line.fen for each in of_side)
        context[f"{side}_done"] = sum(each.done for each in of_side)
    context["decisions"] = linked_faces(budget, "follows_from")
    return answer(request, "funds/budget.html", context)


def _month(request: Visit, year: int, month: int) -> date:
    """The month of an address; before the first book there is nothing to show."""
    first, began = month_in(year, month), first_month(request.community)
    if began is None or first < began:
        raise Http404
    return first


def _told(request: Visit, sheet: MonthSheet, row: Any) -> dict[str, Any]:
    """The month as data, each figure with the address that opens it."""
    data = as_data(sheet)
    for line, each in zip(sheet.lines, data["sources"], strict=True):
        each["opens"] = {
            side: reverse(
                "funds:figure",
                args=[
                    request.community.code,
                    sheet.month.year,
                    sheet.month.month,
                    line.source.pk,
                    side,
                ],
            )
            for side in SIDE_TITLES
            if getattr(line, side)
        }
    closed = row is not None and row.is_closed
    return {**data, "closed": closed, "sha256": digest_of(sheet)}
