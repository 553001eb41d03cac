"""A quarrel comes in: at the window, or a mediator offers."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.core.places.laid_down import number_laid_down
from linli.safety.mediation import actions
from linli.safety.mediation.forms.starting import OfferForm, RegisterForm
from linli.safety.mediation.models import Screening
from linli.safety.mediation.queries.work import screening_of
from linli.safety.mediation.views.shapes import address, private


@needs("mediation.register")
def register(request: Visit) -> HttpResponse:
    """Writes down what somebody asks for, or an office hands over. Who writes it down and is no
    mediator cannot open it again."""
    form = RegisterForm(sent(request))
    if not form.is_valid():
        return _page(request, form, _("登记调解"))
    given = {"quarrel": form.quarrel(), "parties": form.parties()}
    with suppress(Replayed):
        actions.register(
            request.community,
            **given,
            by=request.actor,
            at=timezone.now(),
            once=form.cleaned_data["once"],
        )
    return redirect(address(request, "registered"))


@needs("mediation.register")
@require_safe
def registered(request: Visit) -> HttpResponse:
    """It is with whoever assigns."""
    context = {
        "goes_on": may("mediation.see_desk", request.actor, request.community),
        "days": number_laid_down("mediation.taken_up", request.community, timezone.localdate()),
    }
    return private(answer(request, "mediation/registered.html", context))


@needs("mediation.offer")
def offer(request: Visit) -> HttpResponse:
    """A mediator offers; where it was found on a round, that is kept with it."""
    form = OfferForm(sent(request))
    if not form.is_valid():
        note = _("各方都会被问愿不愿意；有一方不愿意就停止。")
        return _page(request, form, _("主动调解"), note)
    try:
        made = actions.offer(
            request.community,
            quarrel=form.quarrel(source="own_motion", channel=""),
            parties=form.parties(),
            screening=_round_of(request),
            apart=form.cleaned_data["apart"],
            by=request.actor,
            at=timezone.now(),
            once=form.cleaned_data["once"],
        )
    except Replayed as replayed:
        return redirect(address(request, "case", case_id=replayed.subject))
    messages.success(request, _("登记了。"))
    return redirect(address(request, "case", case_id=made.pk))


def _round_of(request: Visit) -> Screening | None:
    """The round it was found on, where the address names one."""
    found = request.GET.get("found", "")
    if not found:
        return None
    try:
        return screening_of(request.community, UUID(found))
    except ValueError:
        raise Http404 from None


def _page(request: Visit, form: Any, title: str, note: str = "") -> HttpResponse:
    context = {"form": form, "title": title, "note": note}
    status = 422 if form.is_bound else 200
    return private(answer(request, "mediation/form.html", context, status=status))
