"""Gifts for everybody, and for whoever bears a receipt: no account is needed."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.core.pages.sentences import outline
from linli.lib.identity.mask import mask_name
from linli.stewardship.funds.actions import giving as acts
from linli.stewardship.funds.forms.giving import CodeForm, QuestionForm
from linli.stewardship.funds.models import Gift
from linli.stewardship.funds.queries import giving, stock
from linli.stewardship.funds.rules import appeals

STYLE = "funds/receipt.css"
SHOWN_FOR = timedelta(days=400)
"""How far back the list of gifts reaches: a year and the month in which it is looked at."""


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """What was given and what became of it; the charities' appeals that run."""
    today, here = timezone.localdate(), request.community
    uses, gifts = giving.uses_told(here), giving.gifts_told(here, today - SHOWN_FOR)
    goods = stock.goods_held(here)
    context = {
        "uses": uses,
        "gifts": gifts,
        "goods": goods,
        "appeals": giving.appeals_told(here, today),
        "desk": may("funds.see_desk", request.actor, here),
        "form": CodeForm(),
    }
    data = {
        "sources": [
            {"source": each.source.title, "purpose": each.source.purpose_told,
             "gifts": each.gifts, "given_fen": each.given, "spent_fen": each.spent}
            for each in uses
        ],
        "goods": [
            {"good": each.good.title, "measure": each.good.measure, "held": each.held}
            for each in goods
        ],
    }  # fmt: skip
    return answer(request, "funds/giving/public.html", context, json=data)


@public
@require_safe
def tell_why(request: Visit) -> HttpResponse:
    """Why the committee raises no funds in public, by which articles, and what is possible."""
    found = appeals.may_appeal(None, filing="", link="", on=timezone.localdate())
    context = {
        "found": list(found),
        "asked": [outline(each.rule) for each in appeals.what_is_asked()],
    }
    return answer(request, "funds/giving/why.html", context)


@public
@require_safe
def find(request: Visit) -> HttpResponse:
    """Type the code of a receipt."""
    form = CodeForm(request.GET or None)
    if form.is_valid():
        try:
            gift = giving.gift_by_code(request.community, form.cleaned_data["code"])
        except Http404:
            form.add_error("code", _("没有找到这张收据。请核对查询码，或到窗口问。"))
        else:
            return redirect("funds:gift_receipt", request.community.code, gift.code)
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, "funds/giving/find.html", {"form": form}, status=status)


@public
@require_safe
def show_receipt(request: Visit, code: str) -> HttpResponse:
    """One's own gift: what became of it, and a word to those who keep it."""
    gift = giving.gift_by_code(request.community, code)
    return answer(request, "funds/giving/receipt.html", _receipt(request, gift))


@public
@require_safe
def download_receipt(request: Visit, code: str) -> HttpResponse:
    """The receipt as a PDF; where this machine cannot draw one, the page prints the same."""
    gift = giving.gift_by_code(request.community, code)
    if not can_draw():
        raise Http404
    html = render_to_string("funds/giving/receipt_pdf.html", receipt_parts(request, gift))
    return pdf_response(as_pdf(html, [STYLE]), f"receipt-{gift.number}.pdf")


@public
@require_POST
def ask(request: Visit, code: str) -> HttpResponse:
    """The donor asks or says a word."""
    gift = giving.gift_by_code(request.community, code)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        context = {**_receipt(request, gift), "form": form}
        return answer(request, "funds/giving/receipt.html", context, status=422)
    try:
        acts.ask_about_gift(
            gift,
            words=form.cleaned_data["words"],
            by=request.actor.bearing(gift.pk),
            at=timezone.now(),
            once=form.cleaned_data["once"],
        )
        messages.success(request, _("收到了。答复会写在这一页，请过几天再来看。"))
    except Replayed:  # the same words came twice; once is enough
        pass
    return redirect("funds:gift_receipt", request.community.code, gift.code)


@public
@require_POST
def hide_name(request: Visit, code: str) -> HttpResponse:
    """The donor no longer wishes to be named."""
    gift = giving.gift_by_code(request.community, code)
    acts.hide_name(gift, by=request.actor.bearing(gift.pk), at=timezone.now())
    messages.success(request, _("公示里改成“热心居民”了。"))
    return redirect("funds:gift_receipt", request.community.code, gift.code)


def receipt_parts(request: Visit, gift: Gift, *, whole_name: bool = False) -> dict[str, Any]:
    """The receipt as it is drawn: the name in full where it is printed at the desk, or where the
    donor agreed that everybody reads it."""
    name = gift.donor_name
    address = reverse("funds:gift_receipt", args=[request.community.code, gift.code])
    return {
        "gift": gift,
        "donor_told": name if whole_name or gift.consents else mask_name(name),
        "slips": [] if gift.is_money else giving.slips_of_gift(gift),
        "community": request.community,
        "address": request.build_absolute_uri(address),
    }


def _receipt(request: Visit, gift: Gift) -> dict[str, Any]:
    parts = receipt_parts(request, gift)
    out = {each.good_id: giving.went_out(each) for each in parts["slips"]}
    return {
        **parts,
        "use": giving.use_of(gift.source, since=gift.on) if gift.source else None,
        "news": giving.news_of(gift),
        "went_out": [slip for slips in out.values() for slip in slips],
        "questions": giving.questions_of(gift),
        "form": QuestionForm(),
        "can_draw": can_draw(),
    }
