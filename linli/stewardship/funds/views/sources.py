"""A source at the desk: opened, received into, closed; a receipt taken back."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.links.faces import linked_faces
from linli.core.pages.answer import answer
from linli.stewardship.funds import actions, books, charts, rules
from linli.stewardship.funds.forms.sources import (
    BackForm,
    CloseSourceForm,
    ReceiptForm,
    SourceForm,
)
from linli.stewardship.funds.origins import commissions_of
from linli.stewardship.funds.queries import desk
from linli.stewardship.funds.queries.figures import source_in
from linli.stewardship.funds.views.prefilled import from_address, line_of
from linli.stewardship.funds.views.shapes import sent, status_of


@needs("funds.see_desk")
@require_safe
def show(request: Visit, source_id: UUID) -> HttpResponse:
    """What is in a source, what came in, what is asked of it."""
    source = source_in(request.community, source_id)
    held = books.balances(source)
    context = {
        "source": source,
        "free": held[charts.FREE],
        "committed": held[charts.COMMITTED],
        "reserved": held[charts.RESERVED],
        "receipts": desk.receipts_of(source),
        "rows": desk.requests_of(source),
        "reserves": desk.reserves_of(source),
        "origins": linked_faces(source, "follows_from"),
        "keeps": may("funds.keep", request.actor, source),
        "agrees": may("funds.approve", request.actor, source),
        "may_reopen": source.closed_on is not None
        and rules.another_hand(request.actor.account, [source.closed_by_id]).holds,
        "may_close": source.closed_on is None and not any(held.values()),
    }
    return answer(request, "funds/source.html", context)


@needs("funds.keep")
def open_new(request: Visit) -> HttpResponse:
    """A new source with its book."""
    here = request.community
    data, _files = sent(request)
    offered = commissions_of(here, request.actor)
    form = SourceForm(data, community=here, commissions=offered)
    if form.is_valid():
        with suppress(Replayed):
            source = actions.open_source(
                here,
                given=form.given,
                by=request.actor,
                at=timezone.now(),
                once=form.cleaned_data["once"],
            )
            messages.success(request, _("来源已设立，有了自己的账。"))
            return redirect("funds:source", here.code, source.pk)
        return redirect("funds:desk", here.code)
    title = _("设立经费来源")
    return _form(request, form, title, _("每一笔来路不同的钱各有一本账，互相不能挪用。"))


@needs("funds.keep")
def receive(request: Visit, source_id: UUID) -> HttpResponse:
    """Money came in."""
    source = source_in(request.community, source_id)
    data, files = sent(request)
    line = line_of(request)
    form = ReceiptForm(data, files, source=source, initial=from_address(request))
    if form.is_valid():
        with suppress(Replayed):
            actions.record_receipt(
                source,
                **form.given,
                by=request.actor,
                at=timezone.now(),
                once=form.cleaned_data["once"],
            )
            messages.success(request, _("已入账。"))
        if line is not None:
            return redirect("funds:bank_line", request.community.code, line.pk)
        return redirect("funds:source", request.community.code, source.pk)
    return _form(request, form, _("记一笔到账"), source.title, back=source)


@needs("funds.keep")
def close(request: Visit, source_id: UUID) -> HttpResponse:
    """A source that is empty takes and pays nothing any more."""
    source = source_in(request.community, source_id)
    data, _files = sent(request)
    form = CloseSourceForm(data, initial={"on": timezone.localdate()})
    if form.is_valid():
        on = form.cleaned_data["on"]
        actions.close_source(source, on=on, by=request.actor, at=timezone.now())
        messages.success(request, _("来源已结束，账还看得到。"))
        return redirect("funds:desk", request.community.code)
    return _form(request, form, _("结束这个来源"), source.title, back=source)


@needs("funds.approve")
def reopen(request: Visit, source_id: UUID) -> HttpResponse:
    """A source that was closed by mistake takes and pays again, by another hand."""
    source = source_in(request.community, source_id)
    data, _files = sent(request)
    form = BackForm(data)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.reopen_source(source, reason=reason, by=request.actor, at=timezone.now())
        messages.success(request, _("来源已重新启用。"))
        return redirect("funds:source", request.community.code, source.pk)
    return _form(request, form, _("重新启用这个来源"), source.title, back=source)


@needs("funds.approve")
def reverse(request: Visit, receipt_id: UUID) -> HttpResponse:
    """A receipt that was entered wrongly is taken back."""
    receipt = desk.receipt_for(request.actor, request.community, receipt_id)
    data, _files = sent(request)
    form = BackForm(data, sealed=desk.sealed_names_of(receipt.entry))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.reverse_receipt(receipt, reason=reason, by=request.actor, at=timezone.now())
        messages.success(request, _("已冲销，原来的记录和原因都看得到。"))
        return redirect("funds:source", request.community.code, receipt.source_id)
    return _form(request, form, _("冲销这笔到账"), receipt.what, back=receipt.source)


@needs("funds.approve")
@require_POST
def release(request: Visit, reserve_id: UUID) -> HttpResponse:
    """What is left of a project's money goes back to its source."""
    kept = desk.reserve_for(request.actor, request.community, reserve_id)
    actions.release(kept, by=request.actor, at=timezone.now())
    messages.success(request, _("余款已放回来源。"))
    return redirect("funds:source", request.community.code, kept.source_id)


def _form(request: Visit, form: Any, title: Any, note: Any, *, back: Any = None) -> HttpResponse:
    context = {"form": form, "title": title, "note": note, "source": back}
    return answer(request, "funds/form.html", context, status=status_of(form))
