"""The board for everybody: what is up, one of them, and the sheet that hangs on the wall."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.service.catalogue.forms.guides import WordsForm
from linli.service.catalogue.paper import issuer_of
from linli.service.catalogue.queries.network import committee_phone
from linli.service.catalogue.work.choices import KINDS
from linli.service.catalogue.work.forms.openings import BoardSift
from linli.service.catalogue.work.models import JobOpening
from linli.service.catalogue.work.pay_words import tell_pay
from linli.service.catalogue.work.queries import cards, openings as queries

SIZES = ("a4", "a3")


@public
def board(request: Visit) -> HttpResponse:
    """What is up, the newest first; sifted by kind and time, or found by one's own words, which
    are posted and stand in no address."""
    on = timezone.localdate()
    words = WordsForm(request.POST if request.method == "POST" else None)
    form = BoardSift(request.GET)
    sift = form.cleaned_data if form.is_valid() else {}
    found = queries.shown(request.community, on, **sift)
    text = words.cleaned_data["q"] if words.is_valid() else ""
    if text:
        found = queries.search_openings(found, text)
    rows = [leaf(row) for row in found]
    context = {
        "form": form,
        "text": text,
        "rows": rows,
        "phone": committee_phone(request.community, on),
    }
    return answer(request, "catalogue/work/board.html", context, "catalogue/work/_board.html",
                  json={"openings": rows})  # fmt: skip


@public
@require_safe
def show(request: Visit, opening_id: UUID) -> HttpResponse:
    """One opening: what, where, when, what it pays, what it asks, until when, and who made sure."""
    on = timezone.localdate()
    row = queries.shown_one(request.community, opening_id, on)
    context = {
        "row": row,
        "pay": tell_pay(row),
        "check": queries.last_check(row.employer),
        "phone": committee_phone(request.community, on),
        "card": cards.own_card(request.actor, request.community),
    }
    return answer(request, "catalogue/work/show.html", context)


@public
@require_safe
def sheet(request: Visit) -> HttpResponse:
    """All of it on one sheet for the board, in ordinary or large type."""
    on = timezone.localdate()
    rows = queries.shown(request.community, on)
    size = request.GET.get("paper", "a4")
    context = {
        "parts": [(title, [leaf(row) for row in rows if row.kind == key]) for key, title in KINDS],
        "any": bool(rows),
        "issuer": issuer_of(request.community, on),
        "phone": committee_phone(request.community, on),
        "on": on,
        "paper": size if size in SIZES else "a4",
        "large": "large" in request.GET,
        "here": request.build_absolute_uri(request.path.removesuffix("sheet/")),
    }
    return answer(request, "catalogue/work/sheet.html", context)


def leaf(row: JobOpening) -> dict[str, Any]:
    """One line of the board."""
    return {
        "id": str(row.pk),
        "title": row.name,
        "kind": row.get_kind_display(),
        "employer": row.employer.name,
        "where": row.where,
        "times": row.get_times_display(),
        "hours": row.hours,
        "pay": tell_pay(row),
        "asks": row.asks,
        "wanted": row.wanted,
        "phone": row.phone,
        "posted_on": row.posted_on,
        "expires_on": _day(row.expires_on),
        "verified_on": row.employer.verified_on,
    }


def _day(on: date | None) -> date:
    assert on is not None, "only what has its day is up"
    return on
