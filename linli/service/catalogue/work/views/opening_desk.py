"""Openings at the desk: drafted, put up, rung about."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.lib.law import Refused
from linli.service.catalogue.work import actions, rules
from linli.service.catalogue.work.choices import DRAFT, OPEN
from linli.service.catalogue.work.forms.openings import (
    OpeningForm,
    PublishForm,
    RingForm,
    begin_opening,
)
from linli.service.catalogue.work.models import JobOpening
from linli.service.catalogue.work.pay_words import tell_pay
from linli.service.catalogue.work.queries import openings as queries
from linli.service.catalogue.work.views.tabbed import tabs_of

MOST = 200


@needs("catalogue.keep_openings")
@require_safe
def lines(request: Visit) -> HttpResponse:
    """Drafts and what is up, whose employer is to be rung; or what is over."""
    on, over = timezone.localdate(), request.GET.get("show") == "over"
    rows = list(queries.kept(request.community, over=over)[:MOST])
    context = {
        "rows": [(row, tell_pay(row)) for row in rows],
        "over": over,
        "to_ring": [] if over else queries.to_ring(request.community, on),
        "tabs": tabs_of(request, "over" if over else "openings"),
        "has_employers": bool(rows) or queries.employers_to_name(request.community).exists(),
    }
    return answer(request, "catalogue/work/desk.html", context)


@needs("catalogue.keep_openings")
def write(request: Visit) -> HttpResponse:
    """A new draft; begun from one that is over, where that is named."""
    begun = {}
    if request.GET.get("from"):
        begun = begin_opening(queries.opening_in(request.community, _key(request.GET["from"])))
    form = OpeningForm(sent(request), community=request.community, initial=begun)
    if form.is_bound and form.is_valid():
        by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
        made = actions.draft_opening(request.community, given=form.given(), **by)
        messages.success(request, _("记好了，还没有公布。"))
        return _to(made)
    return _form_page(request, form)


@needs("catalogue.keep_openings")
def edit(request: Visit, opening_id: UUID) -> HttpResponse:
    """Changes a draft."""
    row = queries.opening_in(request.community, opening_id)
    if row.state != DRAFT:
        return _to(row)
    form = OpeningForm(sent(request), community=request.community, initial=begin_opening(row))
    if form.is_bound and form.is_valid():
        by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
        seen = _number(request.POST.get("seen"))
        actions.redraft_opening(row, given=form.given(), seen=seen, **by)
        messages.success(request, _("改好了。"))
        return _to(row)
    return _form_page(request, form, row)


@needs("catalogue.keep_openings")
@require_safe
def show(request: Visit, opening_id: UUID) -> HttpResponse:
    """One of them with what it still lacks, and what can be done."""
    return _page(request, queries.opening_in(request.community, opening_id))


@needs("catalogue.keep_openings")
@require_POST
def publish(request: Visit, opening_id: UUID) -> HttpResponse:
    """Puts it up, or says why not."""
    row = queries.opening_in(request.community, opening_id)
    form = PublishForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form)
    try:
        actions.publish_opening(row, **form.cleaned_data, by=request.actor, at=timezone.now())
    except Refused as refused:
        return _page(request, row, form, refused)
    messages.success(request, _("公布了，居民看得到。"))
    return _to(row)


@needs("catalogue.keep_openings")
@require_POST
def discard(request: Visit, opening_id: UUID) -> HttpResponse:
    """Deletes a draft."""
    row = queries.opening_in(request.community, opening_id)
    by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    actions.discard_opening(row, seen=_number(request.POST.get("seen")), **by)
    messages.success(request, _("删除了。"))
    return redirect("catalogue:opening_lines", community_code=request.community.code)


@needs("catalogue.keep_openings")
def ring(request: Visit, opening_id: UUID) -> HttpResponse:
    """One call about what is up: the number, what to say, what they said."""
    row = queries.opening_in(request.community, opening_id)
    if row.state != OPEN:
        return _to(row)
    form = RingForm(sent(request), initial={"seen": row.version})
    refused = None
    if form.is_bound and form.is_valid():
        try:
            by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
            actions.ring_about_opening(row, **form.cleaned_data, **by)
            messages.success(request, _("{name}：记下了。").format(name=row.name))
            return redirect("catalogue:opening_lines", community_code=request.community.code)
        except Refused as caught:
            refused = caught
    context = {"row": row, "form": form, "pay": tell_pay(row), "finding": _finding(refused)}
    status = 409 if refused else 422 if form.errors else 200
    return answer(request, "catalogue/work/ring.html", context, status=status)


def _page(
    request: Visit, row: JobOpening, form: Any = None, refused: Refused | None = None
) -> HttpResponse:
    drafted = row.state == DRAFT
    context = {
        "row": row,
        "pay": tell_pay(row),
        "form": form or PublishForm(initial={"seen": row.version}),
        "wording": list(rules.wording(row.texts)) if drafted else [],
        "drafted": drafted,
        "up": row.state == OPEN,
        "finding": _finding(refused),
        "check": queries.last_check(row.employer),
    }
    status = 409 if refused else 422 if form is not None else 200
    return answer(request, "catalogue/work/opening.html", context, status=status)


def _form_page(request: Visit, form: OpeningForm, row: JobOpening | None = None) -> HttpResponse:
    context = {"form": form, "row": row}
    status = 422 if form.is_bound else 200
    return answer(request, "catalogue/work/write.html", context, status=status)


def _finding(refused: Refused | None) -> Any:
    return refused.finding if refused else None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def _to(row: JobOpening) -> HttpResponse:
    here = {"community_code": row.community.code, "opening_id": row.pk}
    return redirect(reverse("catalogue:opening_desk", kwargs=here))
