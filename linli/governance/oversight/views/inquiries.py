"""Residents ask, follow by receipt, and go on to the street office. No account is ever needed."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.access.queries import account_of
from linli.core.audit.actor import Actor
from linli.core.audit.door import Replayed
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import ENGLISH, SOURCE
from linli.governance.oversight.actions import inquiries as actions
from linli.governance.oversight.flows.inquiries import INQUIRY
from linli.governance.oversight.forms.inquiries import AskForm, ComplainForm, ReceiptForm
from linli.governance.oversight.models import Inquiry
from linli.governance.oversight.queries import inquiries as queries
from linli.governance.oversight.queries.disclosure import (
    latest_postings,
    lines_on,
    posted_disclosure,
)
from linli.governance.oversight.views import shapes
from linli.lib.identity.refusals import Refusal
from linli.lib.identity.sentences import sentence_of
from linli.mechanisms.flow.queries import timeline


@public
def ask(request: Visit) -> HttpResponse:
    """The question. `?of=` names the item it is about, `?line=` the line nothing was seen of."""
    at = timezone.now()
    form = _ask_form(request, at)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        days = actions.days_of("query_answered_within", request.community, timezone.localdate(at))
        return answer(request, "oversight/ask.html", {"form": form, "days": days}, status=status)
    account = request.actor.account
    try:
        made = actions.ask(
            request.community,
            **form.given,
            asker=account_of(account) if account else None,
            by=request.actor,
            at=at,
            once=form.cleaned_data["once"],
        )
    except Replayed as replay:
        made = queries.asked_here(request.community, replay.subject)
    messages.success(request, _("收到了。请记下回执号，凭它看答复。"))
    return _back(made)


@public
def find(request: Visit) -> HttpResponse:
    """Type the receipt number."""
    form = ReceiptForm(request.GET or None)
    if request.GET and form.is_valid():
        found = queries.by_receipt(form.cleaned_data["receipt"])
        if isinstance(found, Refusal):
            form.add_error("receipt", sentence_of(found, _))
        elif found is None:
            form.add_error("receipt", _("没有找到这个回执号。请核对，或到居委会窗口查询。"))
        else:
            return _back(found)
    status = 422 if form.is_bound and not form.is_valid() else 200
    return answer(request, "oversight/find.html", {"form": form}, status=status)


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """What one has asked, signed in."""
    rows = list(queries.asked_by(account_of(request.actor.account).pk)[:100])
    return answer(request, "oversight/mine.html", {"rows": rows})


@public
@require_safe
def follow(request: Visit, receipt: str) -> HttpResponse:
    """One's own inquiry: where it stands, the answer and what it rests on, the way on."""
    inquiry, _actor = _borne(request, receipt)
    return _show(request, inquiry)


@public
@require_POST
def take(request: Visit, receipt: str, step: str) -> HttpResponse:
    """Content, or taken back."""
    inquiry, actor = _borne(request, receipt)
    done = {"accept": actions.accept, "withdraw": actions.withdraw}.get(step)
    if done is None:
        raise Http404
    done(inquiry, seen=_seen(request), by=actor, at=timezone.now())
    told = {"accept": _("谢谢，了结了。"), "withdraw": _("撤回了。")}
    messages.success(request, told[step])
    return _back(inquiry)


@public
@require_POST
def complain(request: Visit, receipt: str) -> HttpResponse:
    """To the street office: a letter to carry there, or to be sent."""
    inquiry, actor = _borne(request, receipt)
    form = ComplainForm(request.POST, inquiry=inquiry)
    if not form.is_valid():
        return _show(request, inquiry, complain_form=form, status=422)
    given = form.cleaned_data
    with suppress(Replayed):
        actions.complain(
            inquiry,
            why=given["why"],
            send=given["send"],
            consents=given["send"],
            seen=given["seen"],
            by=actor,
            at=timezone.now(),
        )
    sent = _("信写好了，已发给街道办事处。") if given["send"] else _("信写好了，请打印后带去。")
    messages.success(request, sent)
    return redirect("oversight:letter", inquiry.community.code, inquiry.receipt)


@public
@require_safe
def letter(request: Visit, receipt: str) -> HttpResponse:
    """The letter to the street office as it was written, to print and sign by hand."""
    inquiry, _actor = _borne(request, receipt)
    complaints = queries.complaints_of(inquiry)
    if not complaints:
        raise Http404
    english = (translation.get_language() or SOURCE).startswith(ENGLISH)
    lines = complaints[-1].text[ENGLISH if english else SOURCE].split("\n")
    context = {
        "inquiry": inquiry,
        "complaint": complaints[-1],
        "to": lines[0],
        "paragraphs": lines[1:-1],
        "dated": lines[-1],
    }
    return answer(request, "oversight/letter.html", context)


def _ask_form(request: Visit, at: Any) -> AskForm:
    items = latest_postings(request.community, at)
    lines = lines_on(request.community, timezone.localdate(at)).values()
    about = ""
    if item := _named(request):
        about = str(item.pk)
        if item.pk not in {each.pk for each in items}:
            items = [item, *items]
    elif line := request.GET.get("line"):
        about = f"line:{line}"
    data = request.POST if request.method == "POST" else None
    return AskForm(data, items=items, lines=lines, initial={"about": about})


def _named(request: Visit) -> Any:
    try:
        key = UUID(request.POST.get("about", "") or request.GET.get("of", ""))
    except ValueError:
        return None
    return posted_disclosure(request.community, key)


def _borne(request: Visit, receipt: str) -> tuple[Inquiry, Actor]:
    """The inquiry of the receipt in the address, and the visitor as its bearer."""
    inquiry = queries.by_receipt(receipt)
    if not isinstance(inquiry, Inquiry) or inquiry.community_id != request.community.pk:
        raise Http404
    return inquiry, request.actor.bearing(inquiry.pk)


def _show(
    request: Visit, inquiry: Inquiry, *, complain_form: Any = None, status: int = 200
) -> HttpResponse:
    at = timezone.now()
    running = clocks_of(inquiry)
    address = reverse("oversight:follow", args=[inquiry.community.code, inquiry.receipt])
    posting = inquiry.posting
    context = {
        "inquiry": inquiry,
        "steps": shapes.stages(inquiry),
        "deadline": deadline_of(running[-1], work_calendar(inquiry.community_id), at)
        if running
        else None,
        "entries": timeline(INQUIRY, inquiry, public=True),
        "posting": posting if posting is not None and posting.is_up(at) else None,
        "proof": _proof_of(inquiry, at),
        "complaints": queries.complaints_of(inquiry),
        "complain_form": complain_form or ComplainForm(inquiry=inquiry)
        if inquiry.state in ("asked", "answered")
        else None,
        "address": request.build_absolute_uri(address),
    }
    return answer(request, "oversight/follow.html", context, status=status)


def _proof_of(inquiry: Inquiry, at: Any) -> Any:
    """The disclosure whose frozen form proves what the answer rests on."""
    posting = inquiry.posting
    if posting is None or not posting.is_up(at) or posting.owner_kind != "oversight.Disclosure":
        return None
    return posted_disclosure(inquiry.community, posting.owner)


def _seen(request: Visit) -> int | None:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else None


def _back(inquiry: Inquiry) -> HttpResponse:
    return redirect("oversight:follow", inquiry.community.code, inquiry.receipt)
