"""What owners of cards let one employer hear, passed on by telephone: first said that one rings,
then the words to say."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.audit.door import record_opening
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.models import Release
from linli.service.catalogue.work.queries import cards as queries
from linli.service.catalogue.work.views.own_card import private
from linli.service.catalogue.work.views.tabbed import tabs_of


@needs("catalogue.keep_job_cards")
@proved
@require_safe
def waiting(request: Visit) -> HttpResponse:
    """What waits to be passed on or asked back: for which opening, without whose it is."""
    on = timezone.localdate()
    waits = queries.to_pass_on(request.actor, request.community, on)
    page = page_of(waits, "released_on", request.GET.get("after", ""))
    context = {"rows": page.rows, "after": page.after, "tabs": tabs_of(request, "pass_on")}
    return private(answer(request, "catalogue/work/releases.html", context))


@needs("catalogue.keep_job_cards")
@proved
@require_safe
def show(request: Visit, release_id: UUID) -> HttpResponse:
    """Before the call: which fields. During it, to whoever rings: the words, and that they were
    seen is written down. Taken back: whom to ask to forget them."""
    row = _release(request, release_id)
    ringing = row.told_on is not None and row.withdrawn_on is None
    today = row.told_on == timezone.localdate()
    mine = ringing and today and row.told_by_id == request.actor.account
    if mine:
        look, about = "catalogue.look_at_release", row.card.person_id
        record_opening(look, request.actor, row.card, at=timezone.now(), about=about)
    context = {
        "row": row,
        "ringing": ringing,
        "words": queries.words_of(row) if mine else [],
        "back": row.withdrawn_on is not None and row.recalled_on is None,
    }
    return private(answer(request, "catalogue/work/release.html", context))


@needs("catalogue.keep_job_cards")
@proved
@require_POST
def tell(request: Visit, release_id: UUID) -> HttpResponse:
    """Says that one rings now, and leads to what to say."""
    row = _release(request, release_id)
    actions.tell_employer(row, by=request.actor, at=timezone.now())
    return redirect(_address(request, "release", release_id=row.pk))


@needs("catalogue.keep_job_cards")
@proved
@require_POST
def not_reached(request: Visit, release_id: UUID) -> HttpResponse:
    """Nobody answered; it waits again."""
    actions.note_not_reached(_release(request, release_id), **_by(request))
    messages.success(request, _("记下了，改天再打。"))
    return redirect(_address(request, "releases"))


@needs("catalogue.keep_job_cards")
@proved
@require_POST
def recall(request: Visit, release_id: UUID) -> HttpResponse:
    """The employer was asked to forget it."""
    actions.recall_release(_release(request, release_id), **_by(request))
    messages.success(request, _("记下了。"))
    return redirect(_address(request, "releases"))


@needs("catalogue.keep_job_cards")
@proved
@require_POST
def withdraw(request: Visit, release_id: UUID) -> HttpResponse:
    """At the counter or on the telephone its owner takes it back."""
    row = _release(request, release_id)
    actions.withdraw_release(row, **_by(request))
    messages.success(request, _("收回了。已经转告过的，请单位删掉。"))
    return redirect(_address(request, "job_card", card_id=row.card_id))


def _release(request: Visit, key: UUID) -> Release:
    return queries.release_kept(request.actor, request.community, key)


def _by(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def _address(request: Visit, page: str, **parts: Any) -> str:
    here = {"community_code": request.community.code, **parts}
    return reverse(f"catalogue:{page}", kwargs=here)
