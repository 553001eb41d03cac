"""One's own wishes, loans and offers; and what a slip stands for, without an account."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import pressed
from linli.culture.facilities.actions import lending, offers, season
from linli.culture.facilities.forms.kept import SlipForm
from linli.culture.facilities.models import Loan, Offer, SeasonWish
from linli.culture.facilities.queries import kept
from linli.culture.facilities.queries.lending import ahead_of, loan_in, own_loans
from linli.culture.facilities.queries.offers import offer_in, own_offers
from linli.culture.facilities.views.sending import here


@signed_in
@require_safe
def show_own(request: Visit) -> HttpResponse:
    """What is mine, each with what I can do."""
    actor, community = request.actor, request.community
    context = {
        "wishes": [(wish, kept.turns_of(wish)) for wish in kept.own_wishes(actor, community)],
        "loans": [(loan, ahead_of(loan)) for loan in own_loans(actor, community)],
        "offers": own_offers(actor, community),
    }
    return answer(request, "facilities/keeping/own.html", context)


@signed_in
@require_POST
def cancel_loan(request: Visit, loan_id: UUID) -> HttpResponse:
    """Does not want it any more."""
    loan = _mine("facilities.own_loan", request, loan_in(request.community, loan_id))
    back = here(request, "own_kept")
    return pressed(request, lending.cancel_loan, loan, _("好的，不借了。"), back)


@signed_in
@require_POST
def lend_longer(request: Visit, loan_id: UUID) -> HttpResponse:
    """Keeps it longer."""
    loan = _mine("facilities.own_loan", request, loan_in(request.community, loan_id))
    return pressed(request, lending.lend_longer, loan, _("续借了。"), here(request, "own_kept"))


@signed_in
@require_POST
def withdraw_offer(request: Visit, offer_id: UUID) -> HttpResponse:
    """Takes an offer back, at once."""
    offer = _mine("facilities.own_offer", request, offer_in(request.community, offer_id))
    back = here(request, "own_kept")
    return pressed(request, offers.withdraw_offer, offer, _("收回了，马上不再公开。"), back)


def _mine(permission: str, request: Visit, row: Any) -> Any:
    if not may(permission, request.actor, row):
        raise Http404
    return row


@public
@require_safe
def find(request: Visit) -> HttpResponse:
    """Type the code of a slip."""
    form = SlipForm(request.GET or None)
    if form.is_valid():
        try:
            row = kept.behind_slip(request.community, form.cleaned_data["code"])
        except Http404:
            form.add_error("code", _("没有找到这张单子。请核对单号，或到居委会问。"))
        else:
            return redirect(here(request, "kept_slip", row.slip))
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, "facilities/keeping/find.html", {"form": form}, status=status)


@public
@require_safe
def slip(request: Visit, code: str) -> HttpResponse:
    """What the slip stands for: how it stands, and to take it back."""
    row = kept.behind_slip(request.community, code)
    context = {
        "row": row,
        "wish": row if isinstance(row, SeasonWish) else None,
        "turns": kept.turns_of(row) if isinstance(row, SeasonWish) else [],
        "loan": row if isinstance(row, Loan) else None,
        "ahead": ahead_of(row) if isinstance(row, Loan) else 0,
        "offer": row if isinstance(row, Offer) else None,
    }
    return answer(request, "facilities/keeping/slip.html", context)


@public
@require_POST
def take_back(request: Visit, code: str) -> HttpResponse:
    """Whoever bears the slip takes back what it stands for."""
    row = kept.behind_slip(request.community, code)
    request.actor = request.actor.bearing(row.pk)
    back = here(request, "kept_slip", row.slip)
    if isinstance(row, SeasonWish):
        return pressed(request, season.withdraw_wish, row, _("志愿撤回了。"), back)
    if isinstance(row, Loan):
        return pressed(request, lending.cancel_loan, row, _("好的，不借了。"), back)
    return pressed(request, offers.withdraw_offer, row, _("收回了，马上不再公开。"), back)
