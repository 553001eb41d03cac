"""Service cards at the desk: who is still to be welcomed, whom to ask whether to keep it, one card
with its print."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.audit.door import Replayed, record_opening, record_openings
from linli.core.pages.answer import answer
from linli.core.pages.keyset import cut
from linli.core.pages.stepping import sent, step
from linli.core.people.choosing import FindForm
from linli.service.catalogue.reminders import actions, forms, queries
from linli.service.catalogue.reminders.cards_shown import tell_card
from linli.service.catalogue.reminders.models import ServiceCard
from linli.service.catalogue.reminders.queries import to_be_asked
from linli.service.catalogue.reminders.views.desk import tabs_of
from linli.service.catalogue.reminders.views.portal import FOLDER, form_page, private

STEPS: dict[str, tuple[Any, Any]] = {
    "welcome": (gettext_lazy("今天见了面，迎接过了"), actions.note_welcome),
    "change": (gettext_lazy("照本人的意思改"), actions.change_card),
    "keep": (gettext_lazy("问过本人，再留一年"), actions.keep_card),
    "delete": (gettext_lazy("本人不要了，删除"), actions.delete_card),
}


@needs("catalogue.see_cards")
@proved
@require_safe
def lines(request: Visit) -> HttpResponse:
    """The cards, who is still to be welcomed first. That the list was looked at is written down,
    where each of them can read it."""
    at = timezone.now()
    on = timezone.localdate(at)
    every = list(queries.cards(request.actor, request.community))
    page = cut(every, lambda row: str(row.pk), request.GET.get("after", ""))
    rows = page.rows
    for row in rows:
        row.community = request.community
    look, persons = "catalogue.look_at_cards", [row.person for row in rows]
    record_openings(look, request.actor, persons, at=at, note={}, closed=True)
    context = {
        "rows": [(row, to_be_asked(row, on)) for row in rows],
        "after": page.after,
        "tabs": tabs_of(request, "cards"),
    }
    return private(answer(request, f"{FOLDER}/cards.html", context))


@needs("catalogue.make_card_for")
@proved
def new(request: Visit) -> HttpResponse:
    """Makes one at somebody's wish: what they want written, and nothing else."""
    community, at = request.community, timezone.now()
    words = request.POST.get("q", "")
    form = forms.CardForForm(
        request.POST if "source" in request.POST else None, initial={"q": words, "welcomed": True}
    )
    persons: Any = form.fields["person"]
    found = persons.offer(community, words, timezone.localdate(at))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.make_card_for(
                community, person=given["person"], card=form.card(), agreed=given["agreed"],
                welcomed=given["welcomed"], by=request.actor, at=at, once=given["once"],
            )  # fmt: skip
        except Replayed as replayed:
            return _to(request, replayed.subject)
        messages.success(request, _("填好了，可以打印给本人。"))
        return _to(request, made.pk)
    context = {"form": form, "find": FindForm({"q": words} if words else None), "found": found}
    return form_page(request, "new_card.html", context)


@needs("catalogue.see_cards")
@proved
@require_safe
def show(request: Visit, card: UUID) -> HttpResponse:
    """One card; that it was opened is written down."""
    row = _opened(request, card)
    return private(answer(request, f"{FOLDER}/card.html", _told(request, row)))


@needs("catalogue.see_cards")
@proved
@require_safe
def paper(request: Visit, card: UUID) -> HttpResponse:
    """To print and give to them."""
    context = {**_told(request, _opened(request, card)), "large": "large" in request.GET}
    return private(
        answer(
            request, f"{FOLDER}/card_paper.html", {**context, "desk": True, "shell": "desk.html"}
        )
    )


@needs("catalogue.see_cards")
@proved
def take_step(request: Visit, card: UUID, name: str) -> HttpResponse:
    """Welcomed, changed, kept for another year or taken back at the person's wish."""
    row = queries.card_of(request.actor, request.community, card)
    if name not in STEPS or (name == "welcome" and row.welcomed_on):
        raise Http404
    (title, act), change = STEPS[name], name == "change"
    form: Any = forms.CardForm(sent(request), row=row) if change else None
    form = form or forms.NothingForm(sent(request))
    if not form.is_bound:  # what is drawn is what the card says
        _record(request, row)
    here = {"community_code": request.community.code}
    back = reverse("catalogue:card", kwargs={**here, "card": row.pk})
    if form.is_bound and name == "delete":
        back = reverse("catalogue:cards", kwargs=here)

    def carry(given: dict[str, Any]) -> object:
        more = {"card": form.card()} if change else {}
        return act(row, **more, by=request.actor, at=timezone.now())

    note = row.person.name
    return private(
        step(request, form, carry, title=title, done=_("记下了。"), back=back, note=note)
    )


def _opened(request: Visit, card: UUID) -> ServiceCard:
    row = queries.card_of(request.actor, request.community, card)
    _record(request, row)
    return row


def _record(request: Visit, row: ServiceCard) -> None:
    look, at = "catalogue.look_at_card", timezone.now()
    record_opening(look, request.actor, row, at=at, about=row.person_id)


def _told(request: Visit, row: ServiceCard) -> dict[str, Any]:
    beside = queries.reminders_beside(request.actor, row)
    return tell_card(row, beside, request.actor, timezone.localdate())


def _to(request: Visit, card: UUID | None) -> HttpResponse:
    return redirect("catalogue:card", community_code=request.community.code, card=card)
