"""For everybody: what to do, where to go, whom to call; and one's own card."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import once, sent, step
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.safety.emergencies.actions import cards as acts
from linli.safety.emergencies.forms.incident import AgreeForm, CardForm, SureForm
from linli.safety.emergencies.hints import ALWAYS, hints_for
from linli.safety.emergencies.models import HelpCard
from linli.safety.emergencies.queries import (
    asking,
    cards as queries,
    incident,
    map as sheet,
    prepared,
)
from linli.safety.emergencies.views.sending import here


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """What everybody needs to know: in one page, to be printed in large letters as well. What
    runs now stands first."""
    ours, on = request.community, local_day(timezone.now())
    risks, shelters = prepared.risks(ours), prepared.shelters(ours)
    drawing, marks = sheet.draw(ours, risks, shelters)
    going, ended = incident.going_on(ours), incident.ended_lately(ours, on)
    numbers = asking.numbers_for_all(ours, on)
    listed = asking.listed_in(request.actor, [each.row for each in going])
    context = {
        "going": going, "ended": ended, "numbers": numbers,
        "ring": asking.committee_number(ours, on),
        "asks": may("emergencies.ask_now", request.actor, ours),
        "listed": listed, "carded": [key for key, by_card in listed.items() if by_card],
        "drawing": drawing, "marks": marks,
        "always": ALWAYS, "season": hints_for(on),
        "desk": may("emergencies.keep", request.actor, ours),
    }  # fmt: skip
    data = told_data(risks, shelters) | {
        "now": [_going(each) for each in going],
        "ended": [{"title": row.title, "ended_at": row.ended_at} for row in ended],
        "numbers": [{"office": str(each.office), "phone": each.phone} for each in numbers],
    }
    response = answer(request, "emergencies/public.html", context, json=data)
    if going and request.actor.signed_in:  # whether one is on a list stays in no cache
        response["Cache-Control"] = "no-store"
    return response


def told_data(risks: list[Any], shelters: list[Any]) -> dict[str, Any]:
    """The places marked, as data."""
    return {
        "shelters": [
            {"title": row.title, "where": row.where, "capacity": row.capacity,
             "step_free": row.step_free, "pets": row.pets, "power": row.power}
            for row in shelters
        ],
        "risks": [{"kind": row.kind, "title": row.title, "advice": row.advice} for row in risks],
    }  # fmt: skip


def _going(each: incident.Going) -> dict[str, Any]:
    row = each.row
    return {
        "title": row.title, "kind": row.kind, "level": row.level, "since": row.begun_at,
        "ground": row.ground, "places": [place.name_inside for place in each.places],
        "notices": [posting.fields for posting in each.notices],
    }  # fmt: skip


@signed_in
@require_safe
def show_own(request: Visit) -> HttpResponse:
    """One's own cards, and who opened them."""
    rows = queries.own_cards(request.actor, request.community)
    context = {
        "cards": [(each, queries.looks_at(each.card)) for each in queries.opened(rows)],
        "asked": asking.own_asked(request.actor, request.community),
    }
    response = answer(request, "emergencies/own.html", context)
    response["Cache-Control"] = "no-store"
    return response


def own_homes(request: Visit) -> Any:
    """The dwellings of whoever looks."""
    rows = Place.objects.filter(community=request.community, pk__in=request.actor.dwellings)
    return rows.filter(kind="dwelling", until__isnull=True)


@signed_in
def put(request: Visit) -> HttpResponse:
    """Puts oneself, or one's family, down."""
    form = CardForm(sent(request), community=request.community, homes=own_homes(request))
    return step(
        request, form,
        lambda said: once(request, acts.put_card, request.community, said, carded=form.carded),
        title=_("填应急求助卡"), done=_("记下了。出了事会按卡上写的来帮您。"),
        back=here(request, "own"), frame="portal.html", says=_("交上去"),
        note=_("只有社区主任、副主任和社区工作者，在突发事件中和每年核对时打得开；每次打开都记给您看。"),
    )  # fmt: skip


@signed_in
def alter(request: Visit, card_id: UUID) -> HttpResponse:
    """Changes it."""
    card = queries.own_card(request.actor, request.community, card_id)
    homes = own_homes(request) | Place.objects.filter(pk=card.dwelling)
    form = CardForm(
        sent(request), community=request.community, row=card, homes=homes, initial=known(card)
    )
    return step(
        request, form,
        lambda said: once(
            request, acts.alter_card, card, said, carded=form.carded, seen=said["seen"]
        ),
        title=_("改求助卡"), done=_("改好了。"), back=here(request, "own"), frame="portal.html",
    )  # fmt: skip


def known(card: HelpCard) -> dict[str, Any]:
    """What the card says now."""
    return {
        "name": card.name, "dwelling": card.dwelling, "needs": card.need_keys,
        "phone": card.phone, "holder": card.holder,
    }  # fmt: skip


@signed_in
def renew(request: Visit, card_id: UUID) -> HttpResponse:
    """Agrees for a further year."""
    card = queries.own_card(request.actor, request.community, card_id)
    form = AgreeForm(sent(request))
    return step(
        request, form,
        lambda said: once(request, acts.renew_card, card, said, agreed=said["agreed"]),
        title=_("再同意一年"), done=_("续好了。"), back=here(request, "own"), frame="portal.html",
    )  # fmt: skip


@signed_in
def withdraw(request: Visit, card_id: UUID) -> HttpResponse:
    """Takes it back: asked once, then gone."""
    card = queries.own_card(request.actor, request.community, card_id)
    form = SureForm(sent(request))
    return step(
        request, form,
        lambda said: once(request, acts.withdraw_card, card, said),
        title=_("撤回求助卡"), note=_("马上删除，也从突发事件的名单上去掉；不问为什么。以后还可以再填。"),
        done=_("撤回了，已经删除。"), back=here(request, "own"), frame="portal.html",
        says=_("撤回并删除"),
    )  # fmt: skip
