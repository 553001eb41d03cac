"""The store at the desk: what is there, slips drawn by one and signed by another."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.stewardship.funds.actions import stock as acts
from linli.stewardship.funds.forms.stock import SLIPS, GoodForm
from linli.stewardship.funds.queries import stock
from linli.stewardship.funds.views.giving_tabs import giving_tabs


@needs("funds.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is in the store, and the slips that wait for a second hand."""
    here = request.community
    context = {
        "tabs": giving_tabs(request, "stock"),
        "rows": stock.goods_held(here),
        "open": stock.slips_open(request.actor, here),
        "keeps": may("funds.keep", request.actor, here),
    }
    return answer(request, "funds/stock/store.html", context)


@needs("funds.keep")
def open_good(request: Visit) -> HttpResponse:
    """Opens the book of a kind of goods."""
    return step(
        request,
        GoodForm(sent(request)),
        lambda said: acts.open_good(request.community, **said, by=request.actor, at=timezone.now()),
        title=_("新开物品台账"),
        note=_("同一样东西，用途不同的分开记，捐来做什么的就只能做什么。"),
        done=_("台账开好了。"),
        back=_at(request, "stock"),
    )


@needs("funds.see_desk")
@require_safe
def show_good(request: Visit, good_id: UUID) -> HttpResponse:
    """One good with its slips."""
    good = stock.good_for(request.actor, request.community, good_id)
    context = {
        "good": good,
        "held": stock.held_of(good),
        "slips": stock.slips_of(good),
        "keeps": may("funds.keep", request.actor, good),
        "ways": [(key, title) for key, (_form, title, _note) in SLIPS.items()],
    }
    return answer(request, "funds/stock/good.html", context)


@needs("funds.keep")
def draw(request: Visit, good_id: UUID, way: str) -> HttpResponse:
    """Draws a slip."""
    good = stock.good_for(request.actor, request.community, good_id)
    if way not in SLIPS:
        raise Http404
    form, title, note = SLIPS[way]

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            acts.draw_slip(good, way=way, **said, by=request.actor, at=timezone.now())

    return step(
        request,
        form(sent(request)),
        carry_out,
        title=f"{title} · {good.title}",
        note=note,
        done=_("单子开好了，等另一个人签字。"),
        back=_at(request, "good", good.pk),
    )


@needs("funds.see_desk")
@require_safe
def show_slip(request: Visit, slip_id: UUID) -> HttpResponse:
    """One slip, to be printed and signed on paper as well."""
    slip = stock.slip_for(request.actor, request.community, slip_id)
    mine = slip.drawn_by_id == request.actor.account
    waits = slip.state == "drawn" and may("funds.keep", request.actor, slip)
    context = {"slip": slip, "may_sign": waits and not mine, "may_strike": waits, "mine": mine}
    return answer(request, "funds/stock/slip.html", context)


@needs("funds.keep")
@require_POST
def sign(request: Visit, slip_id: UUID) -> HttpResponse:
    """Signs what another drew."""
    slip = stock.slip_for(request.actor, request.community, slip_id)
    acts.sign_slip(slip, by=request.actor, at=timezone.now())
    messages.success(request, _("签好了，台账已经动了。"))
    return redirect("funds:slip", request.community.code, slip.pk)


@needs("funds.keep")
@require_POST
def strike(request: Visit, slip_id: UUID) -> HttpResponse:
    """Strikes a slip out."""
    slip = stock.slip_for(request.actor, request.community, slip_id)
    acts.strike_slip(slip, by=request.actor, at=timezone.now())
    messages.success(request, _("划掉了，号码留着。"))
    return redirect("funds:slip", request.community.code, slip.pk)


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"funds:{name}", args=[request.community.code, *args])
