"""Certificates at the desk: what waits, one of them with its next step, the seal's register."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.audit.queries import entries_of
from linli.core.clocks.queries import clocks_of, clocks_of_each, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.paper import can_draw
from linli.core.pages.shapes import Tab
from linli.lib.law import Refused
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.service.catalogue import actions, forms, moves, paper
from linli.service.catalogue.fields import FOUND, field_titles
from linli.service.catalogue.flows import CERTIFICATE, ON_PAPER
from linli.service.catalogue.models import Certificate
from linli.service.catalogue.queries import certificates as queries
from linli.service.catalogue.queries.roster import holder_of, known_of
from linli.service.catalogue.views.certificate_portal import download as send_file

VIEWS = (
    ("open", gettext_lazy("待办")),
    ("to_seal", gettext_lazy("待盖章")),
    ("issued", gettext_lazy("出具了的")),
    ("ended", gettext_lazy("没有出具或作废的")),
)


@needs("catalogue.see_certificates")
@require_safe
def queue(request: Visit) -> HttpResponse:
    """What was asked for, what waits for the seal, what is done."""
    show = request.GET.get("show", "open")
    show = show if show in dict(VIEWS) else "open"
    rows, at = list(queries.queue(request.community, show)), timezone.now()
    calendar = work_calendar(request.community.pk)
    clocks = clocks_of_each(request.community.pk, [row.pk for row in rows])
    lines = [
        (row, deadline_of(clocks[row.pk][0], calendar, at) if clocks.get(row.pk) else None)
        for row in rows
    ]
    context = {"lines": lines, "tabs": tabs_of(request, show), "show": show}
    return _private(answer(request, "catalogue/queue.html", context))


@needs("catalogue.see_certificates")
@require_safe
def show(request: Visit, certificate_id: UUID) -> HttpResponse:
    """One certificate: what it says, how the roster stands to it, what can be done."""
    return _show(request, _load(request, certificate_id))


@needs("catalogue.see_certificates")
def take_move(request: Visit, certificate_id: UUID, move: str) -> HttpResponse:
    """A step: its form, and the step itself."""
    certificate = _load(request, certificate_id)
    offered = moves.FORMS.get(move)
    if offered is None:
        raise Http404
    moves.require_open(certificate, move)
    form = offered.form(request.POST or None, row=certificate)
    if not form.is_valid():
        context = {"certificate": certificate, "form": form, "offered": offered, "move": move}
        status = 422 if form.is_bound else 200
        return answer(
            request, "catalogue/move.html", context, "catalogue/_move.html", status=status
        )
    offered.act(certificate, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, offered.done)
    return _back(certificate)


@needs("catalogue.draft_certificates")
def draft(request: Visit, certificate_id: UUID) -> HttpResponse:
    """Drafts what was asked for on the portal, or anew what the keeper of the seal sent back."""
    certificate = _load(request, certificate_id)
    moves.require_open(certificate, "draft")
    person = holder_of(certificate)
    if person is None:
        raise Http404
    known = known_of(person, timezone.localdate())
    form = forms.DraftForm(
        request.POST or None, item=certificate.item, known=known, certificate=certificate
    )
    if not form.is_valid():
        return _draft_page(request, certificate, form)
    seen, by, at = form.cleaned_data["seen"], request.actor, timezone.now()
    try:
        actions.draft_asked(certificate, draft=form.draft(), seen=seen, by=by, at=at)
    except Refused as refused:
        return _draft_page(request, certificate, form, refused)
    messages.success(request, _("拟好了，请另一位同事看过盖章。"))
    return _back(certificate)


@needs("catalogue.see_certificates")
@require_safe
def show_paper(request: Visit, certificate_id: UUID) -> HttpResponse:
    """The paper, to be printed and sealed."""
    certificate = _load(request, certificate_id)
    if certificate.state != "issued" or certificate.forgotten_at:
        raise Http404
    context = {
        "certificate": certificate,
        "paper": paper.drawn(request, certificate),
        "can_draw": can_draw(),
    }
    return _private(answer(request, "catalogue/paper.html", context))


@needs("catalogue.see_certificates")
@require_safe
def download(request: Visit, certificate_id: UUID) -> HttpResponse:
    """The paper as a PDF."""
    return send_file(request, _load(request, certificate_id))


@needs("catalogue.seal_certificates")
@require_POST
def seal_again(request: Visit, certificate_id: UUID) -> HttpResponse:
    """Further copies of the same paper, each written into the register."""
    certificate, form = _load(request, certificate_id), forms.CopiesForm(request.POST)
    if not form.is_valid():
        return _show(request, certificate, copies_form=form, status=422)
    actions.seal_again(certificate, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("盖好了，登记簿里多了一行。"))
    return _back(certificate)


def tabs_of(request: Visit, current: str) -> list[Tab]:
    """The counter, the parts of the queue, and the register."""
    here = {"community_code": request.community.code}
    address = reverse("catalogue:queue", kwargs=here)
    counts = queries.queue_counts(request.community)
    counter = reverse("catalogue:counter", kwargs=here)
    tabs = [Tab(_("窗口"), counter, current == "counter")]
    tabs += [
        Tab(title, f"{address}?show={name}", name == current, counts.get(name))
        for name, title in VIEWS
    ]
    register = reverse("catalogue:register", kwargs=here)
    return [*tabs, Tab(_("用印登记簿"), register, current == "register")]


def _show(
    request: Visit, certificate: Certificate, *, copies_form: Any = None, status: int = 200
) -> HttpResponse:
    at = timezone.now()
    clock = next(iter(clocks_of(certificate, "promise")), None)
    titles = field_titles()
    context = {
        "certificate": certificate,
        "deadline": deadline_of(clock, work_calendar(certificate.community_id), at)
        if clock
        else None,
        "checked": [(titles[c.field], c, *FOUND[c.found]) for c in certificate.checked],
        "moves": [
            move
            for move in moves.offered(moves_open(CERTIFICATE, certificate, request.actor))
            if move[0] != "draft" or certificate.person_id
        ],
        "entries": timeline(CERTIFICATE, certificate, public=False),
        "seals": list(certificate.seals.select_related("keeper").order_by("at")),
        "book": entries_of(certificate.pk),
        "paper": certificate.state == "issued" and not certificate.forgotten_at,
        "on_paper": certificate.state in ON_PAPER,
        "copies_form": copies_form or forms.CopiesForm(),
        "may_seal": may("catalogue.seal_certificates", request.actor, certificate),
    }
    return _private(answer(request, "catalogue/show.html", context, status=status))


def _draft_page(
    request: Visit, certificate: Certificate, form: Any, refused: Refused | None = None
) -> HttpResponse:
    context = {
        "item": certificate.item,
        "certificate": certificate,
        "form": form,
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return _private(answer(request, "catalogue/draft.html", context, status=status))


def _load(request: Visit, certificate_id: UUID) -> Certificate:
    return queries.certificate_for(request.actor, request.community, certificate_id)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def _back(certificate: Certificate) -> HttpResponse:
    code = certificate.community.code
    return redirect("catalogue:certificate", community_code=code, certificate_id=certificate.pk)
