"""Who looked at my record, when, from which post and what for."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.models import Entry
from linli.core.pages import cursors
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.people.queries import own_record
from linli.core.people.queries.book import book_of
from linli.web.desk.roster.shapes import book

PER_PAGE = 30


@signed_in
@require_safe
def looks(request: Visit) -> HttpResponse:
    """The whole book about me, page by page; or only who looked."""
    person = own_record(request.actor)
    if person is None:
        raise Http404
    looks_only = request.GET.get("show") != "all"
    entries = book_of(person, looks_only=looks_only)
    rows = list(_after(entries, request.GET.get("after", ""))[: PER_PAGE + 1])
    context: dict[str, Any] = {
        "book": book(rows[:PER_PAGE]),
        "after": cursors.write(_place(rows[PER_PAGE - 1])) if len(rows) > PER_PAGE else "",
        "total": entries.count(),
        "tabs": _tabs(looks_only),
        "looks_only": looks_only,
    }
    response = answer(request, "me/looks.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _tabs(looks_only: bool) -> list[Tab]:
    here = reverse("me:looks")
    return [
        Tab(_("谁看过"), here, current=looks_only),
        Tab(_("看过和改动"), f"{here}?show=all", current=not looks_only),
    ]


def _place(row: Entry) -> cursors.Cursor:
    return row.at, row.pk


def _after(entries: Any, cursor: str) -> Any:
    read = cursors.read(cursor)
    if read is None:
        return entries
    at, key = read
    return entries.filter(Q(at__lt=at) | Q(at=at, id__lt=key))
