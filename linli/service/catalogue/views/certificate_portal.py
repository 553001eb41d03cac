"""Certificates for residents: is it ours, else who does it; asking for one; one's own."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.actor import NOBODY
from linli.core.audit.door import Replayed, may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.mechanisms.flow.queries import timeline
from linli.service.catalogue import actions, forms, paper
from linli.service.catalogue.flows import CERTIFICATE, ON_PAPER
from linli.service.catalogue.lists import national_list
from linli.service.catalogue.models import Certificate
from linli.service.catalogue.queries import certificates as queries, lists

SIZES = ("a5", "receipt")


@public
def search(request: Visit) -> HttpResponse:
    """What is to be certified, in one's own words. Asked by POST: what somebody needs to prove
    stands in no address, no history and no server's log."""
    form = forms.SearchForm(request.POST or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    on = timezone.localdate()
    context = {
        "form": form,
        "text": text,
        "found": lists.search(request.community, text, on),
        "national": national_list(),
        "more": lists.more_elsewhere(request.community, on),
        "more_unchecked": lists.more_unchecked(request.community, on),
    }
    return answer(request, "catalogue/search.html", context, "catalogue/_found.html")


@public
@require_safe
def item(request: Visit, key: str) -> HttpResponse:
    """One certificate: issued here, with what to bring and how long it takes; or who does."""
    at = timezone.now()
    listed = lists.listed_one(request.community, key, timezone.localdate(at))
    context: dict[str, Any] = {
        "listed": listed,
        "national": national_list(),
        "may_ask": may("catalogue.ask_certificate", request.actor, request.community),
        "signed_in": request.actor.signed_in,
    }
    if listed.ours and listed.kept is not None:
        context["ready_by"] = lists.ready_by(listed.kept, request.community, at)
    return answer(request, "catalogue/item.html", context)


@public
@require_POST
def take_slip(request: Visit, key: str) -> HttpResponse:
    """Somebody takes the way on along. Counted for the item and the day, by nobody."""
    community = request.community
    actions.tell_not_ours(community, item=key, at_desk=False, by=NOBODY, at=timezone.now())
    return redirect("catalogue:slip", community_code=community.code, key=key)


@public
@require_safe
def slip(request: Visit, key: str) -> HttpResponse:
    """The slip: who does it, where, what to bring, by which rule. For A5 or a receipt printer."""
    on = timezone.localdate()
    listed = None
    if key != lists.UNLISTED:
        listed = lists.listed_one(request.community, key, on)
        if listed.ours:
            return redirect("catalogue:item", community_code=request.community.code, key=key)
    chosen = request.GET.get("paper", "a5")
    context = {
        "listed": listed,
        "finding": listed.finding if listed else lists.finding_unlisted(_("这种证明"), on),
        "on": on,
        "paper": chosen if chosen in SIZES else "a5",
        "large": "large" in request.GET,
        "issuer": paper.issuer_of(request.community, on),
        "phone": paper.phone_of(request.community, on),
        "national": national_list(),
        "desk": may("catalogue.see_certificates", request.actor, request.community),
    }
    return answer(request, "catalogue/slip.html", context)


@signed_in
def ask(request: Visit, key: str) -> HttpResponse:
    """Asks for one about oneself. Who is on no roster here is told how that comes about."""
    listed = lists.listed_one(request.community, key, timezone.localdate())
    here = {"community_code": request.community.code}
    able = may("catalogue.ask_certificate", request.actor, request.community)
    if listed.kept is None or not listed.ours or not able:
        return redirect("catalogue:item", key=key, **here)
    form = forms.AskForm(request.POST or None)
    if not form.is_valid():
        context = {"form": form, "listed": listed}
        return answer(request, "catalogue/ask.html", context, status=422 if form.is_bound else 200)
    given = dict(form.cleaned_data)
    try:
        asked = actions.ask_certificate(
            request.community, item=listed.kept, by=request.actor, at=timezone.now(), **given
        )
    except Replayed as replayed:
        return redirect("catalogue:own_certificate", subject=replayed.subject, **here)
    messages.success(request, _("申请收到了。"))
    return redirect("catalogue:own_certificate", subject=asked.pk, **here)


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """One's own certificates and requests."""
    rows = queries.own_certificates(request.actor, request.community)
    return answer(request, "catalogue/mine.html", {"rows": rows})


@signed_in
@require_safe
def own(request: Visit, subject: UUID) -> HttpResponse:
    """One of them: where it stands, why not, or the paper."""
    certificate = _own(request, subject)
    calendar, at = work_calendar(certificate.community_id), timezone.now()
    clock = next(iter(clocks_of(certificate, "promise")), None)
    context = {
        "certificate": certificate,
        "entries": timeline(CERTIFICATE, certificate, public=True),
        "deadline": deadline_of(clock, calendar, at) if clock else None,
        "holds": certificate.holds_on(timezone.localdate(at)),
        "on_paper": certificate.state in ON_PAPER and not certificate.forgotten_at,
        "can_draw": can_draw(),
    }
    return _private(answer(request, "catalogue/own.html", context))


@signed_in
@require_POST
def withdraw(request: Visit, subject: UUID) -> HttpResponse:
    """Needed no longer."""
    certificate = _own(request, subject)
    actions.withdraw_certificate(certificate, by=request.actor, at=timezone.now())
    messages.success(request, _("撤回了，写的内容已清除。"))
    return redirect("catalogue:my_certificates", community_code=request.community.code)


@signed_in
@require_safe
def own_paper(request: Visit, subject: UUID) -> HttpResponse:
    """The paper as a PDF, to be kept or printed at home; its code proves it."""
    return download(request, _own(request, subject))


def download(request: Visit, certificate: Certificate) -> HttpResponse:
    """The paper as a PDF. Http404 where there is none (yet, or any more), or no way to draw it."""
    if certificate.state != "issued" or certificate.forgotten_at or not can_draw():
        raise Http404
    html = render_to_string(
        "catalogue/paper_pdf.html", {"paper": paper.drawn(request, certificate)}
    )
    name = f"certificate-{certificate.year}-{certificate.serial}.pdf"
    return pdf_response(as_pdf(html, [paper.STYLE]), name)


def _own(request: Visit, subject: UUID) -> Certificate:
    certificate = queries.certificate_for(request.actor, request.community, subject)
    if not may("catalogue.withdraw_certificate", request.actor, certificate):
        raise Http404  # the desk has a page of its own
    return certificate


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
