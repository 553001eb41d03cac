"""One's own service card: making it, changing, printing, keeping it for another year, taking it
back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.service.catalogue.reminders import actions, forms, queries
from linli.service.catalogue.reminders.cards_shown import tell_card
from linli.service.catalogue.reminders.models import ServiceCard
from linli.service.catalogue.reminders.views.portal import FOLDER, form_page, private


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """The card and who looked at it; or what a card is."""
    card = queries.own_card(request.actor, request.community)
    context: dict[str, Any] = {"card": None, "here": request.actor.person is not None}
    if card is not None:
        context |= {**_told(request, card), "looks": queries.looks_at(card.person_id)}
    return private(answer(request, f"{FOLDER}/my_card.html", context))


@signed_in
def write(request: Visit) -> HttpResponse:
    """Makes it, or changes it; everything may be left empty."""
    card = queries.own_card(request.actor, request.community)
    queries.person_here(request.actor, request.community)
    form = forms.CardForm(sent(request), row=card)
    if not (form.is_bound and form.is_valid()):
        return form_page(request, "write_card.html", {"form": form, "card": card})
    by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    if card is not None:
        actions.change_card(card, card=form.card(), **by)
    else:
        try:
            once = form.cleaned_data["once"]
            actions.make_card(request.community, card=form.card(), once=once, **by)
        except Replayed:
            return _to(request)
    messages.success(request, _("照您说的记下了。"))
    return _to(request)


@signed_in
@require_POST
def keep(request: Visit) -> HttpResponse:
    """Keeps it for another year."""
    actions.keep_card(_own(request), by=request.actor, at=timezone.now())
    messages.success(request, _("再留一年。"))
    return _to(request)


@signed_in
@require_POST
def delete(request: Visit) -> HttpResponse:
    """Not wished any more: gone at once."""
    actions.delete_card(_own(request), by=request.actor, at=timezone.now())
    messages.success(request, _("删除了。没有服务卡，服务一样。"))
    return _to(request)


@signed_in
@require_safe
def paper(request: Visit) -> HttpResponse:
    """To print."""
    context = {**_told(request, _own(request)), "large": "large" in request.GET}
    return private(answer(request, f"{FOLDER}/card_paper.html", context))


def _told(request: Visit, card: ServiceCard) -> dict[str, Any]:
    rows = list(queries.own_reminders(request.actor, request.community))
    return tell_card(card, rows, request.actor, timezone.localdate())


def _own(request: Visit) -> ServiceCard:
    card = queries.own_card(request.actor, request.community)
    if card is None:
        raise Http404
    return card


def _to(request: Visit) -> HttpResponse:
    return redirect("catalogue:my_card", community_code=request.community.code)
