"""The directory for residents and at the desk, and the round by telephone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.lib.law import Refused
from linli.service.catalogue.actions import providers as actions
from linli.service.catalogue.forms.providers import (
    CallForm,
    DirectorySift,
    ProviderForm,
    begin_provider,
)
from linli.service.catalogue.models import Provider
from linli.service.catalogue.opening_words import tell_departures, tell_hours, tell_now, tell_price
from linli.service.catalogue.queries import providers as queries
from linli.service.catalogue.queries.network import committee_phone
from linli.service.catalogue.queries.providers import Listed


@public
@require_safe
def directory(request: Visit) -> HttpResponse:
    """Who offers what near by: by the sound of the name, and nobody pays for a place."""
    at = timezone.now()
    form = DirectorySift(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    rows = [
        leaf(each, at)
        for each in queries.directory(request.community, at, kind=given.get("kind", ""))
        if (not given.get("step_free") or each.provider.step_free == "yes")
        and (not given.get("open_now") or (each.now is not None and each.now.open))
    ]
    context = {"form": form, "rows": rows}
    return answer(request, "catalogue/providers/directory.html", context,
                  "catalogue/providers/_directory.html", json={"providers": rows})  # fmt: skip


@public
@require_safe
def show(request: Visit, provider_id: UUID) -> HttpResponse:
    """One of them: what, where, when, what it costs, and when somebody last made sure."""
    at = timezone.now()
    each = queries.listed_provider(request.community, provider_id, at)
    status, tone = tell_now(each.now, at)
    context = {
        "each": each,
        "provider": each.provider,
        "now": status,
        "tone": tone,
        "hours": tell_hours(each.provider.opening),
        "departures": tell_departures(each.provider.opening, timezone.localdate(at)),
        "price": price_of(each.provider),
        "phone": committee_phone(request.community, timezone.localdate(at)),
    }
    return answer(request, "catalogue/providers/show.html", context)


@needs("catalogue.keep_providers")
@require_safe
def lines(request: Visit) -> HttpResponse:
    """All of them, how fresh each is, and how many are to be rung."""
    at = timezone.now()
    context = {
        "rows": queries.everybody(request.community, at),
        "to_ring": len(queries.to_ring(request.community, at)),
    }
    return answer(request, "catalogue/providers/desk.html", context)


@needs("catalogue.keep_providers")
def enter(request: Visit) -> HttpResponse:
    """A new one, of whom somebody made sure today."""
    on = timezone.localdate()
    form = ProviderForm(sent(request), community=request.community, on=on)
    if form.is_bound and form.is_valid():
        given: dict[str, Any] = {"given": form.given(), "hours": form.hours()}
        try:
            by, at = request.actor, timezone.now()
            actions.enter_provider(request.community, by=by, at=at, **given)
        except Refused as refused:
            return _form_page(request, form, refused=refused)
        messages.success(request, _("录好了，核实日期记为今天。"))
        return _to_list(request)
    return _form_page(request, form)


@needs("catalogue.keep_providers")
def edit(request: Visit, provider_id: UUID) -> HttpResponse:
    """Everything of one, hours too: changed after asking."""
    provider = queries.provider_in(request.community, provider_id)
    form = ProviderForm(
        sent(request),
        community=request.community,
        on=timezone.localdate(),
        initial=begin_provider(provider),
    )
    if form.is_bound and form.is_valid():
        given: dict[str, Any] = {"given": form.given(), "hours": form.hours()}
        given |= {"result": "changed", "seen": provider.version}
        try:
            by, at = request.actor, timezone.now()
            actions.check_provider(provider, by=by, at=at, **given)
        except Refused as refused:
            return _form_page(request, form, provider, refused)
        messages.success(request, _("改好了，核实日期记为今天。"))
        return _to_list(request)
    return _form_page(request, form, provider)


@needs("catalogue.keep_providers")
@require_safe
def ring_round(request: Visit) -> HttpResponse:
    """The next call, or nothing left to ring."""
    waiting = queries.to_ring(request.community, timezone.now())
    if not waiting:
        return answer(request, "catalogue/providers/rung.html", {})
    return _to_call(request, waiting[0])


@needs("catalogue.keep_providers")
def call(request: Visit, provider_id: UUID) -> HttpResponse:
    """One call: the number, what to say, and beside each old value the new one. Leads on to the
    next of the round."""
    provider = queries.provider_in(request.community, provider_id)
    form = CallForm(sent(request), initial={"seen": provider.version})
    refused = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            actions.check_provider(
                provider,
                result=given["result"],
                seen=given["seen"],
                given=form.new_values(),
                by=request.actor,
                at=timezone.now(),
            )
            messages.success(request, _("{name}：记下了。").format(name=provider.name))
            return redirect("catalogue:provider_round", community_code=request.community.code)
        except Refused as caught:
            refused = caught
    return _call_page(request, provider, form, refused)


def leaf(each: Listed, at: Any) -> dict[str, Any]:
    """One line of the directory."""
    provider = each.provider
    words, tone = tell_now(each.now, at)
    return {
        "id": str(provider.pk),
        "title": provider.name,
        "kind": provider.get_kind_display(),
        "offers": provider.offers,
        "price": price_of(provider),
        "phone": provider.phone,
        "now": words,
        "tone": tone,
        "step_free": provider.step_free == "yes",
        "verified_on": provider.verified_on,
        "stale": each.stale,
    }


def price_of(provider: Provider) -> str:
    """What it costs, in words."""
    return tell_price(provider.price_class, provider.price_fen, provider.price_unit)


def _form_page(
    request: Visit, form: Any, provider: Provider | None = None, refused: Refused | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "provider": provider,
        "checks": queries.checks_of(provider) if provider else [],
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return answer(request, "catalogue/providers/write.html", context, status=status)


def _call_page(
    request: Visit, provider: Provider, form: CallForm, refused: Refused | None
) -> HttpResponse:
    old = (
        ("phone", provider.phone, _("这个电话对吗？")),
        ("where", provider.where or _("不公开地址"), _("还在这里吗？")),
        ("offers", provider.offers, _("还做这些吗？")),
        ("price_yuan", price_of(provider), _("价格变了吗？")),
        ("step_free", provider.get_step_free_display(), _("进门有没有台阶？")),
    )
    context = {
        "provider": provider,
        "form": form,
        "asked": [(form[name], value, question) for name, value, question in old],
        "hours": tell_hours(provider.opening),
        "waiting": len(queries.to_ring(request.community, timezone.now())),
        "checks": queries.checks_of(provider, 5),
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return answer(request, "catalogue/providers/call.html", context, status=status)


def _to_call(request: Visit, provider: Provider) -> HttpResponse:
    code = request.community.code
    return redirect("catalogue:provider_call", community_code=code, provider_id=provider.pk)


def _to_list(request: Visit) -> HttpResponse:
    return redirect("catalogue:provider_desk", community_code=request.community.code)
