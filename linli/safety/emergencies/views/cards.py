"""Help cards at the desk: counted by building, opened for a purpose, and those put down on
somebody's word kept in order for them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import carry, once, sent, step
from linli.safety.emergencies.actions import cards
from linli.safety.emergencies.forms import incident as forms
from linli.safety.emergencies.models import HelpCard
from linli.safety.emergencies.queries import cards as card_queries
from linli.safety.emergencies.views.public import known
from linli.safety.emergencies.views.sending import desk_tabs, here


@needs("emergencies.cards")
@require_http_methods(["GET", "HEAD", "POST"])
def show_cards(request: Visit) -> HttpResponse:
    """How many there are in each building; opened only for a purpose, which is written down."""
    form = forms.LookForm(sent(request))
    found: list[Any] = []
    blocks = card_queries.cards_by_building(request.community)
    if request.method == "POST" and form.is_valid():
        chosen = [place.pk for place, _n in blocks if str(place.pk) in request.POST]
        rows = card_queries.cards_of(request.community, chosen or [p.pk for p, _n in blocks])
        carry(
            request, cards.look_at_cards, request.community, why=form.cleaned_data["why"],
            cards=[row.pk for row in rows],
        )  # fmt: skip
        found = card_queries.opened(rows)
    context = {
        "form": form, "blocks": blocks, "found": found, "tabs": desk_tabs(request, "cards"),
    }  # fmt: skip
    response = answer(request, "emergencies/desk/cards.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("emergencies.cards")
def put_spoken(request: Visit) -> HttpResponse:
    """Typed at the desk on somebody's word."""
    form = forms.CardForm(sent(request), community=request.community, spoken=True)
    return step(
        request, form,
        lambda said: once(request, cards.put_card, request.community, said, carded=form.carded),
        title=_("代填求助卡"), done=_("记下了。"), back=here(request, "cards"),
    )  # fmt: skip


@needs("emergencies.cards")
def drop_spoken(request: Visit, key: UUID) -> HttpResponse:
    """Somebody rang and does not wish it any more: asked once, then gone. Who put it down hears
    of it."""
    card = HelpCard.objects.filter(community=request.community, pk=key).first()
    if card is None:
        raise Http404
    return step(
        request, forms.SureForm(sent(request)),
        lambda said: once(request, cards.withdraw_card, card, said),
        title=_("撤回求助卡"),
        note=_("马上删除，也从突发事件的名单上去掉；不问为什么。以后还可以再填。"),
        done=_("撤回了，已经删除。"), back=here(request, "cards"), says=_("撤回并删除"),
    )  # fmt: skip


def _spoken(request: Visit, key: UUID, why: str) -> HelpCard:
    """A card put down on somebody's word, opened for a purpose: written beside it."""
    card = card_queries.spoken_card(request.community, key)
    if request.method != "POST":
        carry(request, cards.look_at_cards, request.community, why=why, cards=[card.pk])
    return card


@needs("emergencies.cards")
@require_safe
def show_spoken(request: Visit, key: UUID) -> HttpResponse:
    """One card, and who opened it: to be read or printed for whoever asks at the desk."""
    card = _spoken(request, key, "asked")
    (found,) = card_queries.opened([card])
    context = {"each": found, "looks": card_queries.looks_at(card)}
    response = answer(request, "emergencies/desk/card.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("emergencies.cards")
def alter_spoken(request: Visit, key: UUID) -> HttpResponse:
    """What they say now."""
    card = _spoken(request, key, "renewal")
    homes = card_queries.door_names({card.dwelling}, request.community)
    form = forms.CardForm(
        sent(request), community=request.community, row=card, spoken=True,
        initial=known(card) | {"dwelling": homes.get(card.dwelling, "")},
    )  # fmt: skip
    return step(
        request, form,
        lambda said: once(
            request, cards.alter_card, card, said, carded=form.carded, seen=said["seen"]
        ),
        title=_("改求助卡"), done=_("改好了。"), back=here(request, "cards"),
    )  # fmt: skip


@needs("emergencies.cards")
def renew_spoken(request: Visit, key: UUID) -> HttpResponse:
    """They agree for a further year."""
    card = _spoken(request, key, "renewal")
    form = forms.AgreeForm(sent(request), spoken=True)
    return step(
        request, form,
        lambda said: once(request, cards.renew_card, card, said, agreed=said["agreed"]),
        title=_("再同意一年"), note=card.name, done=_("续好了。"), back=here(request, "cards"),
    )  # fmt: skip
