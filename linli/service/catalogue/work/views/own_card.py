"""One's own card: written, kept, released from, destroyed, by its owner alone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.access.queries import labels_of
from linli.core.audit.door import may
from linli.core.audit.queries import closed_entries_about, closed_entries_of
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.forms.cards import CardForm, ReleaseForm, begin_card
from linli.service.catalogue.work.models import JobCard
from linli.service.catalogue.work.queries import cards as queries, openings

LOOKS = ("catalogue.look_at_job_card", "catalogue.look_at_release")
LISTED = "catalogue.look_at_job_cards"


@signed_in
@require_safe
def own(request: Visit) -> HttpResponse:
    """What stands on it, what went to whom, who looked, what fits; or how to have one."""
    on = timezone.localdate()
    card = queries.own_card(request.actor, request.community)
    if card is None:
        may_write = may("catalogue.write_job_card", request.actor, request.community)
        return private(answer(request, "catalogue/work/no_card.html", {"may_write": may_write}))
    context = {**shared(card, on), "looks": looks_at(card)}
    return private(answer(request, "catalogue/work/own.html", context))


@signed_in
def write(request: Visit) -> HttpResponse:
    """The first time, or anew."""
    card = queries.own_card(request.actor, request.community)
    if card is None and not may("catalogue.write_job_card", request.actor, request.community):
        raise Http404
    form = CardForm(sent(request), initial=begin_card(card))

    def carry(_given: Any) -> None:
        by: dict[str, Any] = {"by": request.actor, "at": timezone.now(), "given": form.given()}
        if card is None:
            actions.write_card(request.community, **by)
        else:
            actions.rewrite_card(card, seen=form.cleaned_data["seen"] or 0, **by)

    return private(
        step(
            request,
            form,
            carry,
            title=_("我的求职卡"),
            note=_("除了怎样找到您，都可以不写。写了也只有您和就业服务专员看得到。"),
            done=_("记好了。"),
            back=_home(request),
            frame="portal.html",
            says=_("照这样写"),
        )
    )


@signed_in
@require_POST
def keep(request: Visit) -> HttpResponse:
    """It still holds."""
    actions.keep_card(_own(request), by=request.actor, at=timezone.now())
    messages.success(request, _("好，接着留着。"))
    return redirect(_home(request))


@signed_in
def destroy(request: Visit) -> HttpResponse:
    """It is to be gone: says what will be, and whom one may still ring; then deletes it."""
    card = _own(request)
    if request.method == "POST":
        actions.destroy_card(card, by=request.actor, at=timezone.now())
        messages.success(request, _("销毁了，一个字也没有留。"))
        return redirect("catalogue:openings", community_code=request.community.code)
    told = [each for each in queries.releases_of(card) if each.told_on and not each.recalled_on]
    return private(answer(request, "catalogue/work/destroy.html", {"told": told}))


@signed_in
def release(request: Visit, opening_id: UUID) -> HttpResponse:
    """For one opening: what its employer may hear."""
    card = _own(request)
    opening = openings.shown_one(request.community, opening_id, timezone.localdate())
    form = ReleaseForm(sent(request), card=card)
    by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    return private(
        step(
            request,
            form,
            lambda given: actions.release_fields(
                card, opening=opening, fields=given["fields_told"], **by
            ),
            title=_("告诉{employer}").format(employer=opening.employer.name),
            note=_("为“{opening}”这一个岗位。由就业服务专员打电话念给单位听，一次。").format(
                opening=opening.name
            ),
            done=_("勾好了，专员会打电话。"),
            back=_home(request),
            frame="portal.html",
            says=_("只告诉勾了的"),
        )
    )


@signed_in
@require_POST
def withdraw(request: Visit, release_id: UUID) -> HttpResponse:
    """Takes back what one employer was to hear, or has heard."""
    row = queries.own_release(request.actor, request.community, release_id)
    actions.withdraw_release(row, by=request.actor, at=timezone.now())
    messages.success(request, _("收回了。已经转告过的，专员会请单位删掉。"))
    return redirect(_home(request))


def shared(card: JobCard, on: Any) -> dict[str, Any]:
    """What the page of a card shows to its owner, and at the counter."""
    said, releases = card.said, queries.releases_of(card)
    return {
        "card": card,
        "lines": [(title, said[key]) for key, title in card.filled.items()],
        "releases": releases,
        "fitting": queries.fitting(card, on, releases),
        "changed_on": queries.changed_on(card),
        "asked_on": card.asked_on,
        "next_on": queries.asked_again_on(card, on),
    }


def looks_at(card: JobCard) -> list[Any]:
    """Who opened it and when, the latest first."""
    opened = closed_entries_of(card.pk).filter(action__in=LOOKS)
    listed = closed_entries_about(card.person_id).filter(action=LISTED)
    entries = sorted([*opened, *listed], key=lambda entry: entry.at, reverse=True)
    names: dict[Any, str] = {**labels_of(entry.account for entry in entries)}
    return [
        (
            entry.words,
            names.get(entry.account, "—"),
            entry.at,
        )
        for entry in entries
    ]


def private(response: HttpResponse) -> HttpResponse:
    """Not to be kept by any cache."""
    response["Cache-Control"] = "no-store"
    return response


def _own(request: Visit) -> JobCard:
    card = queries.own_card(request.actor, request.community)
    if card is None:
        raise Http404
    return card


def _home(request: Visit) -> str:
    return reverse("catalogue:my_job_card", kwargs={"community_code": request.community.code})
