"""Following one's own matter: with the receipt, or signed in. No account is ever needed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, public, signed_in
from linli.core.access.queries import account_of
from linli.core.audit.actor import NOBODY, Actor
from linli.core.audit.door import Replayed
from linli.core.files.queries import lend
from linli.core.files.refusals import tell_at_field
from linli.core.pages.answer import answer
from linli.lib.identity.redact import redact
from linli.lib.identity.refusals import Refusal
from linli.lib.identity.sentences import sentence_of
from linli.lib.law import Refused
from linli.service.matters import actions, forms, rules
from linli.service.matters.actions.publishing import names_of
from linli.service.matters.models import Matter
from linli.service.matters.queries import (
    by_receipt,
    clocks_of,
    matter_for,
    merged_into,
    photos_of,
    remarks_for,
    sent_by,
)
from linli.service.matters.views import shapes

WITH_BODY = ("forwarded", "answered", "closed")
"""Where a body was really sent the matter; earlier, routing only has it in mind."""


@public
def find(request: Visit) -> HttpResponse:
    """Type the receipt number."""
    form = forms.ReceiptForm(request.GET or None)
    if request.GET and form.is_valid():
        found = by_receipt(form.cleaned_data["receipt"])
        if isinstance(found, Refusal):
            form.add_error("receipt", sentence_of(found, _))
        elif found is None:
            form.add_error(
                "receipt", _("诉求里没有这个回执号。请核对；别的回执请看下面，或到居委会窗口查询。")
            )
        else:
            return redirect(
                "matters:follow",
                community_code=found.community.code,
                receipt=found.receipt,
            )
    status = 422 if form.is_bound and not form.is_valid() else 200
    return answer(request, "matters/find.html", {"form": form}, status=status)


@public
def show(request: Visit, receipt: str) -> HttpResponse:
    """One's own matter, all of it but what is for colleagues only."""
    matter, actor = _borne(request, receipt)
    return _show(request, matter, actor)


@signed_in
def own(request: Visit, subject: UUID) -> HttpResponse:
    """The same, for who was signed in when raising it."""
    matter = matter_for(request.actor, request.community, subject)
    if matter.sender_id != request.actor.account:
        raise Http404
    return redirect("matters:follow", community_code=request.community.code, receipt=matter.receipt)


@signed_in
def mine(request: Visit) -> HttpResponse:
    """What one has raised, wherever one lived then."""
    rows = list(sent_by(account_of(request.actor.account).pk)[:100])
    return answer(request, "matters/mine.html", {"rows": shapes.rows(rows, timezone.now())})


@public
@require_POST
def supply(request: Visit, receipt: str) -> HttpResponse:
    """Adds words or photos; where something was asked, the clocks run on."""
    matter, actor = _borne(request, receipt)
    form = forms.SupplyForm(request.POST.dict(), forms.photos_in(request))
    if not form.is_valid():
        return _show(request, matter, actor, supply_form=form, status=422)
    given = form.cleaned_data
    try:
        actions.supply(
            matter,
            text=given["text"],
            photos=given["photos"],
            by=actor,
            at=timezone.now(),
            once=given["once"],
        )
    except Replayed:  # the same words came twice; once is enough
        pass
    except Refused as refusal:
        tell_at_field(form, "photos", refusal)
        return _show(request, matter, actor, supply_form=form, status=422)
    messages.success(request, _("补充的情况收到了。"))
    return _back(matter)


@public
@require_POST
def rate(request: Visit, receipt: str) -> HttpResponse:
    """Says how the answer was. Kept without an account, even for who is signed in."""
    matter, _actor = _borne(request, receipt)
    form = forms.RateForm(request.POST)
    if not form.is_valid():
        return _show(request, matter, NOBODY.bearing(matter.pk), rate_form=form, status=422)
    actions.rate(matter, by=NOBODY.bearing(matter.pk), at=timezone.now(), **form.cleaned_data)
    if rules.reopens(form.cleaned_data["score"]) and matter.state == "in_hand":
        messages.info(request, _("知道了。这件事重新办理，期限重新计算。"))
    else:
        messages.success(request, _("谢谢您的评价。"))
    return _back(matter)


@public
@require_POST
def withdraw(request: Visit, receipt: str) -> HttpResponse:
    """Takes it back."""
    matter, actor = _borne(request, receipt)
    actions.withdraw(matter, by=actor, at=timezone.now())
    messages.success(request, _("已撤回。"))
    return _back(matter)


def _borne(request: Visit, receipt: str) -> tuple[Matter, Actor]:
    """The matter of the receipt in the address, and the visitor as its bearer."""
    matter = by_receipt(receipt)
    if not isinstance(matter, Matter) or matter.community_id != request.community.pk:
        raise Http404
    return matter, request.actor.bearing(matter.pk)


def _show(
    request: Visit,
    matter: Matter,
    actor: Actor,
    *,
    supply_form: Any = None,
    rate_form: Any = None,
    status: int = 200,
) -> HttpResponse:
    # A worker who opens the sender's page sees what the sender sees, not the staff's notes.
    sender = Actor(account=actor.account, bears=frozenset({matter.pk}))
    at = timezone.now()
    clocks = clocks_of([matter]).get(matter.pk, {})
    address = reverse(
        "matters:follow",
        kwargs={"community_code": matter.community.code, "receipt": matter.receipt},
    )
    rated = matter.ratings.filter(round=matter.reopened).exists()
    can_rate = bool(rules.answered(matter.state)) and not rated
    whole = merged_into(matter)
    context = {
        "whole": whole,
        # Written to another sender: what is private in it is not this one's to read.
        "whole_answer": redact(whole.answer, known_names=names_of(whole)).text if whole else "",
        "matter": matter,
        "state": shapes.state_of(matter),
        "where": shapes.where_of(matter),
        "with_body": matter.body if matter.state in WITH_BODY else None,
        "steps": shapes.stages(matter),
        "entries": shapes.entries_for_sender(matter, remarks_for(sender, matter)),
        "deadlines": shapes.deadlines(clocks, matter, at),
        "photos": [
            (file, lend(file, at)) for file in photos_of(matter) if file.visibility != "staff"
        ],
        "supply_form": supply_form or forms.SupplyForm(),
        "rate_form": (rate_form or forms.RateForm()) if can_rate else None,
        "can_supply": matter.state in ("received", "in_hand", "asked", "forwarded"),
        "address": request.build_absolute_uri(address),
        "parts": list(matter.parts.select_related("kind", "community")),
    }
    return answer(request, "matters/follow.html", context, status=status)


def _back(matter: Matter) -> HttpResponse:
    return redirect("matters:follow", community_code=matter.community.code, receipt=matter.receipt)
