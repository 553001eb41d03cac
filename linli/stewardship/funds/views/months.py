"""Closing a month: one prepares its sheet, another looks at it and closes."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.lib.law import Finding
from linli.stewardship.funds import actions, rules
from linli.stewardship.funds.exports import SHAPES
from linli.stewardship.funds.models import Month
from linli.stewardship.funds.queries import months
from linli.stewardship.funds.queries.sheet import digest_of, sheet_of
from linli.stewardship.funds.views.shapes import month_in, tabs_of


@needs("funds.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The months, closed and to be closed."""
    due = months.next_month(request.community)
    context = {
        "rows": months.months_of(request.actor, request.community),
        "due": due if due and rules.month_is_over(due, timezone.localdate()) else None,
        "coming": due,
        "tabs": tabs_of(request, "months"),
    }
    return answer(request, "funds/months.html", context)


@needs("funds.see_desk")
@require_safe
def show(request: Visit, year: int, month: int) -> HttpResponse:
    """The sheet of a month as it is looked at before it is closed, and its exports."""
    first, here = month_in(year, month), request.community
    sheet, row = sheet_of(here, first), months.month_at(here, first)
    digest = digest_of(sheet)
    findings = [] if row and row.is_closed else _findings(request, first, row, digest)
    context = {
        "sheet": sheet,
        "total": sheet.total,
        "unproved": [] if row and row.is_closed else months.payments_without_voucher(here, first),
        "keeps": may("funds.keep", request.actor, here),
        "due": months.next_month(here),
        "row": row,
        "digest": digest,
        "findings": findings,
        "may_prepare": may("funds.prepare_month", request.actor, here)
        and all(findings[:3])
        and not (row and row.is_closed),
        "may_close": may("funds.close_month", request.actor, here)
        and row is not None
        and not row.is_closed
        and all(findings),
        "shapes": SHAPES if may("funds.export", request.actor, here) else (),
    }
    return answer(request, "funds/month_desk.html", context)


@needs("funds.prepare_month")
@require_POST
def prepare(request: Visit, year: int, month: int) -> HttpResponse:
    """Puts the month before another to close."""
    first = month_in(year, month)
    actions.prepare_month(request.community, month=first, by=request.actor, at=timezone.now())
    messages.success(request, _("表做好了，请另一个人核对、结账。"))
    return redirect("funds:month_desk", request.community.code, year, month)


@needs("funds.close_month")
@require_POST
def close(request: Visit, year: int, month: int) -> HttpResponse:
    """Closes what another prepared."""
    row = months.prepared(request.community, month_in(year, month))
    actions.close_month(row, by=request.actor, at=timezone.now())
    messages.success(request, _("已结账，这个月不能再改。"))
    return redirect("funds:month_desk", request.community.code, year, month)


def _findings(request: Visit, first: date, row: Month | None, digest: str) -> list[Finding]:
    """What stands in the way: first of preparing it, then of this reader's closing it."""
    here = request.community
    found = [
        rules.month_is_over(first, timezone.localdate()),
        rules.next_to_close(first, months.closed_through(here), months.first_month(here) or first),
        rules.all_have_vouchers(months.without_voucher(here, first)),
    ]
    if row is not None:
        found.append(rules.still_as_prepared(row.digest, digest))
        found.append(rules.closed_by_another(row.prepared_by_id, request.actor.account))
    return found
