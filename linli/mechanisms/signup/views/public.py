"""A sheet for everybody: what it is, when, who may come, by which rule, and the form."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import Visit, public
from linli.core.access.queries import account_of
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import or_refusal, sent
from linli.core.people.queries import own_record
from linli.lib.law import Finding
from linli.mechanisms.signup import actions, rules
from linli.mechanisms.signup.forms.signing import SignUpForm
from linli.mechanisms.signup.models import Sheet, SignUp
from linli.mechanisms.signup.queries.coming import counts_of, mine
from linli.mechanisms.signup.queries.sheets import (
    dates_of,
    entry_once_made,
    next_date,
    pages_of,
    sheet_shown,
)
from linli.mechanisms.signup.queries.speaking import family_of


@public
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: Visit, sheet_id: UUID) -> HttpResponse:
    """The sheet; sent, the name is put down and its own page opens."""
    sheet = sheet_shown(request.actor, request.community, sheet_id)
    form, refused = form_for(request, sheet), None
    if request.method == "POST" and form.is_valid():
        try:
            row, refused = or_refusal(request, form, lambda _given: _put_down(request, sheet, form))
        except Replayed as again:
            row = entry_once_made(sheet, again.subject)
        if refused is None:
            return redirect("signup:entry", request.community.code, row.code)
    status = 409 if refused is not None else 422 if form.is_bound and form.errors else 200
    response = answer(
        request, "signup/sheet.html", _context(request, sheet, form, refused), status=status
    )
    response["Cache-Control"] = "no-store"
    return response


def form_for(request: Visit, sheet: Sheet) -> SignUpForm:
    """The form as this visitor fills it in."""
    own = own_record(request.actor)
    label = own.name if own is not None else ""
    if not label and request.actor.signed_in:
        label = account_of(request.actor.account).label
    family = family_of(request.actor, request.community, timezone.localdate())
    return SignUpForm(sent(request), sheet=sheet, actor=request.actor, family=family, label=label)


def _put_down(request: Visit, sheet: Sheet, form: SignUpForm) -> SignUp:
    who = form.whom()
    own = own_record(request.actor)
    here = own is not None and own.community_id == request.community.pk
    if who.account is not None and here:
        who = replace(who, person=own, name="")
    return actions.sign_up(
        sheet,
        who=who,
        via=form.via,
        seats=form.wanted,
        by=request.actor,
        at=timezone.now(),
        once=form.cleaned_data["once"],
    )


def _context(
    request: Visit, sheet: Sheet, form: SignUpForm, refused: Finding | None
) -> dict[str, Any]:  # fmt: skip
    at = timezone.now()
    dates = dates_of(sheet)
    taking = rules.is_open(sheet.state, sheet.opens_at, sheet.closes_at, at)
    own: Any = ()
    if request.actor.signed_in:
        own = SignUp.objects.filter(
            mine(request.actor.account, request.actor.person),
            community=request.community,
            sheet=sheet,
            state__in=rules.LIVE,
        ).order_by("number")
    return {
        "sheet": sheet,
        "dates": dates,
        "next": next_date(dates, at),
        "counts": counts_of([sheet])[sheet.pk],
        "taking": taking,
        "form": form,
        "refused": refused,
        "own": own,
        "page": pages_of(sheet)[0],
        "keeps": may("signup.keep", request.actor, sheet),
        "address": request.build_absolute_uri(request.path),
        "known_only": sheet.sort.account_only and not request.actor.signed_in,
    }
