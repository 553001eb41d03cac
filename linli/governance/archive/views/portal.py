"""For residents: the open inventory, one item, a copy asked for, and what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may, record_opening
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.governance.archive import actions, law
from linli.governance.archive.filing_plan import part_called
from linli.governance.archive.flows import COPY
from linli.governance.archive.forms.filing import SearchForm
from linli.governance.archive.forms.keeping import AskForm, ReceiptForm
from linli.governance.archive.models import CopyRequest, Item
from linli.governance.archive.queries import copies, holdings
from linli.governance.archive.rules.copies import not_too_many, still_open
from linli.governance.archive.views.shown import as_lines, paper_response, wanted_of
from linli.lib.identity.receipt import parse_receipt
from linli.lib.identity.refusals import Refusal
from linli.lib.identity.sentences import sentence_of
from linli.lib.law import require
from linli.mechanisms.flow.queries import timeline


@public
@require_safe
def show_open(request: Visit) -> HttpResponse:
    """The open inventory, newest first, by class, year and words; also as data."""
    years = holdings.years_of(request.community, timezone.localdate())
    form = SearchForm(request.GET or None, years=years)
    wanted = wanted_of(form) if form.is_bound else holdings.Wanted()
    page = holdings.open_holdings(request.community, wanted, request.GET.get("after", ""))
    context = {
        "form": form,
        "lines": as_lines(page.rows),
        "after": page.after,
        "looked_back_to": page.looked_back_to,
        "searched": bool(wanted.words),
    }
    return answer(
        request,
        "archive/open.html",
        context,
        fragment="archive/_open.html",
        json=lambda: {
            "items": [_as_data(item) for item in page.rows],
            "after": page.after or None,
        },
    )


@public
def show_item(request: Visit, item_id: UUID) -> HttpResponse:
    """One open item, and the form that asks for a copy, for who lives here."""
    item = holdings.open_item(request.community, item_id)
    asks = may("archive.ask_copy", request.actor, item)
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _ask(request, item, form.cleaned_data)
    account = request.actor.account
    waiting = copies.count_waiting(account, request.community)
    today = timezone.localdate()
    context = {
        "item": item,
        "filed_under": part_called(item.part),
        "form": form,
        "asks": asks,
        "limit": not_too_many(waiting, law.number("copies_at_once", request.community, today)),
        "days": law.number("copy_answered", request.community, today),
    }
    return answer(request, "archive/open_item.html", context, status=422 if form.errors else 200)


@public
def find(request: Visit) -> HttpResponse:
    """The receipt is typed."""
    form = ReceiptForm(request.GET or None)
    if request.GET and form.is_valid():
        receipt = parse_receipt(form.cleaned_data["receipt"])
        if isinstance(receipt, Refusal):
            form.add_error("receipt", sentence_of(receipt, gettext))
        elif not copies.is_receipt(request.community, receipt):
            form.add_error("receipt", gettext("没有找到这个回执号。请核对，或到居委会窗口查询。"))
        else:
            return redirect("archive:receipt", request.community.code, receipt)
    status = 422 if form.is_bound and not form.is_valid() else 200
    return answer(request, "archive/find.html", {"form": form}, status=status)


@public
@require_safe
def show_receipt(request: Visit, receipt: str) -> HttpResponse:
    """What came of a request, for whoever bears its receipt."""
    row = copies.copy_by_receipt(request.community, receipt)
    today, calendar = timezone.localdate(), work_calendar(row.community_id)
    clock = next(iter(clocks_of(row, "archive_copy")), None)
    context = {
        "row": row,
        "filed_under": part_called(row.item.part),
        "address": request.build_absolute_uri(
            reverse("archive:receipt", args=[request.community.code, row.receipt])
        ),
        "deadline": deadline_of(clock, calendar, timezone.now()) if clock else None,
        "fetchable": _still_open(row, today) if row.state == "given" else None,
        "contents": row.item.contents if row.way == "file" and row.item.is_kept else [],
        "entries": timeline(COPY, row, public=True),
    }
    return answer(request, "archive/receipt.html", context)


@public
@require_safe
def fetch(request: Visit, receipt: str, position: int) -> HttpResponse:
    """One paper of what was given; that it was fetched is kept, and not by whom."""
    row = copies.copy_by_receipt(request.community, receipt)
    item = row.item
    if row.state != "given" or row.way != "file" or item.access != "open" or not item.is_kept:
        raise Http404
    require(_still_open(row, timezone.localdate()))
    response = paper_response(item, position - 1)
    record_opening(
        "archive.fetch_copy",
        request.actor,
        item,
        at=timezone.now(),
        about=None,
        purpose=item.number,
    )
    return response


@public
@require_POST
def withdraw(request: Visit, receipt: str) -> HttpResponse:
    """Whoever bears the receipt wants it no longer."""
    row = copies.copy_by_receipt(request.community, receipt)
    actions.withdraw_copy(row, by=request.actor.bearing(row.pk), at=timezone.now())
    messages.success(request, _("已撤回。"))
    return redirect("archive:receipt", request.community.code, row.receipt)


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """One's own requests."""
    rows = copies.copies_asked_by(request.actor.account, request.community)
    return answer(request, "archive/mine.html", {"rows": rows})


def _ask(request: Visit, item: Item, said: dict[str, Any]) -> HttpResponse:
    try:
        made = actions.ask_copy(
            item, way=said["way"], by=request.actor, at=timezone.now(), once=said["once"]
        )
    except Replayed:
        return redirect("archive:my_copies", request.community.code)
    return redirect("archive:receipt", request.community.code, made.receipt)


def _still_open(row: CopyRequest, today: Any) -> Any:
    days = law.number("copy_open", row.community, today)
    return still_open(row.answered_on or row.asked_on, today, days=days)


def _as_data(item: Item) -> dict[str, Any]:
    return {
        "id": item.pk,
        "number": item.number,
        "title": item.title,
        "part": item.part,
        "year": item.year,
        "on": item.on,
        "term": item.term,
        "pages": item.pages,
        "sha256": item.sha256 or None,
    }
