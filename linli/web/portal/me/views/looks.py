"""Who looked at my record, when, from which post and what for; and, apart, at what is confidential.
That part is for oneself alone: whoever acts for somebody does not see it."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.audit.queries import closed_entries_about
from linli.core.pages import cursors
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.people.queries import own_record
from linli.core.people.queries.book import book_of, rows_of
from linli.web.desk.roster.shapes import book

PER_PAGE = 30
CLOSED = "closed"


@signed_in
@require_safe
def looks(request: Visit) -> HttpResponse:
    """The whole book about me, page by page; or only who looked; or what is confidential."""
    person = own_record(request.actor)
    if person is None:
        raise Http404
    shown = request.GET.get("show", "")
    entries: Any
    if shown == CLOSED:
        entries = closed_entries_about(*rows_of(person))
    else:
        entries = book_of(person, looks_only=shown != "all")
    rows = list(_after(entries, request.GET.get("after", ""))[: PER_PAGE + 1])
    context: dict[str, Any] = {
        "book": book(rows[:PER_PAGE]),
        "after": cursors.write(_place(rows[PER_PAGE - 1])) if len(rows) > PER_PAGE else "",
        "total": entries.count(),
        "tabs": _tabs(shown),
        "shown": shown if shown in ("all", CLOSED) else "",
        "looks_only": shown not in ("all", CLOSED),
    }
    response = answer(request, "me/looks.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _tabs(shown: str) -> list[Tab]:
    here = reverse("me:looks")
    return [
        Tab(_("谁看过"), here, current=shown not in ("all", CLOSED)),
        Tab(_("看过和改动"), f"{here}?show=all", current=shown == "all"),
        Tab(_("保密的记录"), f"{here}?show={CLOSED}", current=shown == CLOSED),
    ]


def _place(row: Entry | ClosedEntry) -> cursors.Cursor:
    return row.at, row.pk


def _after(entries: Any, cursor: str) -> Any:
    read = cursors.read(cursor)
    if read is None:
        return entries
    at, key = read
    return entries.filter(Q(at__lt=at) | Q(at=at, id__lt=key))
