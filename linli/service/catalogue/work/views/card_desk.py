"""Cards at the counter, for the employment post alone; each look is written down, where the owner
reads it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.audit.door import Replayed, record_opening, record_openings
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import sent, step
from linli.core.people.choosing import FindForm
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.forms.cards import (
    CardForm,
    ConsentForm,
    NewCardForm,
    ReleaseForm,
    begin_card,
)
from linli.service.catalogue.work.models import JobCard
from linli.service.catalogue.work.queries import cards as queries, openings
from linli.service.catalogue.work.views.own_card import private, shared
from linli.service.catalogue.work.views.tabbed import tabs_of


@needs("catalogue.keep_job_cards")
@proved
@require_safe
def cards(request: Visit) -> HttpResponse:
    """Whose cards there are, those to be asked about first. Not what stands on them, no number,
    no search, and nothing to take along. That they were listed is written down, where each owner
    reads it."""
    kept = queries.cards_kept(request.actor, request.community)
    page = page_of(kept, "confirmed_on", request.GET.get("after", ""))
    look, persons = "catalogue.look_at_job_cards", [card.person for card in page.rows]
    record_openings(look, request.actor, persons, at=timezone.now(), note={}, closed=True)
    context = {"rows": page.rows, "after": page.after, "tabs": tabs_of(request, "cards")}
    return private(answer(request, "catalogue/work/cards.html", context))


@needs("catalogue.keep_job_cards")
@proved
def new(request: Visit) -> HttpResponse:
    """Written at the counter, on somebody's wish."""
    community, at = request.community, timezone.now()
    words = request.POST.get("q", "")
    form = NewCardForm(
        request.POST if "reach" in request.POST else None, initial={"q": words}, here=True
    )
    persons: Any = form.fields["person"]
    found = persons.offer(community, words, timezone.localdate(at))
    if form.is_bound and form.is_valid():
        given: dict[str, Any] = {"given": form.given(), "consent": form.consented}
        given |= {name: form.cleaned_data[name] for name in ("person", "once")}
        try:
            made = actions.write_card(community, **given, by=request.actor, at=at)
        except Replayed as replayed:
            return redirect(_address(request, replayed.subject))
        messages.success(request, _("写好了。"))
        return redirect(_address(request, made.pk))
    context = {"form": form, "find": FindForm({"q": words} if words else None), "found": found}
    status = 422 if form.is_bound else 200
    return private(answer(request, "catalogue/work/new_card.html", context, status=status))


@needs("catalogue.keep_job_cards")
@proved
@require_safe
def show(request: Visit, card_id: UUID) -> HttpResponse:
    """One card; that it was opened is written down."""
    card = queries.card_kept(request.actor, request.community, card_id)
    at = timezone.now()
    look = "catalogue.look_at_job_card"
    record_opening(look, request.actor, card, at=at, about=card.person_id)
    context = shared(card, timezone.localdate(at))
    return private(answer(request, "catalogue/work/card.html", context))


@needs("catalogue.keep_job_cards")
@proved
def write(request: Visit, card_id: UUID) -> HttpResponse:
    """Written anew at the counter; to see it is to have looked."""
    card = queries.card_kept(request.actor, request.community, card_id)
    at = timezone.now()
    look = "catalogue.look_at_job_card"
    record_opening(look, request.actor, card, at=at, about=card.person_id)
    form = CardForm(sent(request), initial=begin_card(card), here=True)

    def carry(given: Any) -> None:
        by: dict[str, Any] = {"by": request.actor, "at": at, "consent": form.consented}
        actions.rewrite_card(card, given=form.given(), seen=given["seen"] or 0, **by)

    return _step(request, card, form, carry, _("改求职卡"), _("改好了。"))


@needs("catalogue.keep_job_cards")
@proved
def keep(request: Visit, card_id: UUID) -> HttpResponse:
    """Its owner was asked and says that it holds."""
    card = queries.card_kept(request.actor, request.community, card_id)
    form = ConsentForm(sent(request))
    by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    return _step(
        request,
        card,
        form,
        lambda given: actions.keep_card(card, consent=given["consent"], **by),
        _("本人说还要"),
        _("记下了，接着留着。"),
    )


@needs("catalogue.keep_job_cards")
@proved
def destroy(request: Visit, card_id: UUID) -> HttpResponse:
    """Its owner says that it is to be gone: nothing is asked, and nothing stays."""
    card = queries.card_kept(request.actor, request.community, card_id)
    if request.method == "POST":
        actions.destroy_card(card, by=request.actor, at=timezone.now())
        messages.success(request, _("销毁了，一个字也没有留。"))
        return redirect("catalogue:job_cards", community_code=request.community.code)
    told = [each for each in queries.releases_of(card) if each.told_on and not each.recalled_on]
    context = {"told": told, "card": card}
    return private(answer(request, "catalogue/work/destroy_here.html", context))


@needs("catalogue.keep_job_cards")
@proved
def release(request: Visit, card_id: UUID, opening_id: UUID) -> HttpResponse:
    """At the counter its owner says what one employer may hear."""
    card = queries.card_kept(request.actor, request.community, card_id)
    at = timezone.now()
    opening = openings.shown_one(request.community, opening_id, timezone.localdate(at))
    look = "catalogue.look_at_job_card"
    record_opening(look, request.actor, card, at=at, about=card.person_id)
    form = ReleaseForm(sent(request), card=card, here=True)

    def carry(given: Any) -> None:
        by: dict[str, Any] = {"by": request.actor, "at": at, "consent": form.consented}
        actions.release_fields(card, opening=opening, fields=given["fields_told"], **by)

    title = _("告诉{employer}").format(employer=opening.employer.name)
    return _step(request, card, form, carry, title, _("勾好了，去“要转告的”打电话。"))


def _step(
    request: Visit, card: JobCard, form: Any, carry: Any, title: str, done: str
) -> HttpResponse:
    back = _address(request, card.pk)
    return private(step(request, form, carry, title=title, done=done, back=back))


def _address(request: Visit, card: UUID | None) -> str:
    here = {"community_code": request.community.code, "card_id": card}
    return reverse("catalogue:job_card", kwargs=here)
