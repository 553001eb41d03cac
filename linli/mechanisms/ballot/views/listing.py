"""All papers of a listed poll, one by one, after the close: the page on which a voter finds their
own, the file, what checks it, and the sheet for the board.

Nothing here is ever sent a paper's number: it is looked for in the page, on the reader's device.
"""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from linli.core.access.gates import public
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.lib.law import Finding
from linli.mechanisms.ballot import face
from linli.mechanisms.ballot.models import PaperList, Poll
from linli.mechanisms.ballot.queries.counts import count_of
from linli.mechanisms.ballot.queries.listing import SCRIPT, list_of, papers_in_words
from linli.mechanisms.ballot.queries.polls import participation, poll_here
from linli.mechanisms.ballot.rules.listing import enough_to_list
from linli.mechanisms.ballot.rules.secrecy import screens_sheltered


@public
@require_safe
def show_list(request: Any, poll: UUID) -> HttpResponse:
    """The list in one page, so that the browser's own search finds a number; before there is one,
    what it waits for."""
    listed = _listed(request, poll)
    found = list_of(listed)
    context = {
        "poll": listed,
        "found": found,
        "papers": papers_in_words(listed, found) if found is not None else [],
        "few": _too_few(listed) if found is None else None,
        "community": request.community,
    }
    return answer(request, "ballot/list.html", context)


@public
@require_safe
def download_list(request: Any, poll: UUID) -> HttpResponse:
    """The very bytes of which the head is the head."""
    _listed_poll, found = _published(request, poll)
    return file_response(found.text, "papers.jsonl", "application/jsonl; charset=utf-8")


@public
@require_safe
def download_script(request: Any, poll: UUID) -> HttpResponse:
    """The program that reckons head and count anew, and finds a number: no network, no library."""
    _published(request, poll)
    return file_response(SCRIPT.read_bytes(), SCRIPT.name, "text/x-python; charset=utf-8")


@public
@require_safe
def show_sheet(request: Any, poll: UUID) -> HttpResponse:
    """One sheet for the board, in the language of the place: the head of the list and the count,
    on paper that nobody can change afterwards."""
    listed, _found = _published(request, poll)
    here = reverse("ballot:list", args=[request.community.code, listed.pk])
    context = {
        "poll": listed,
        "outcomes": face.outcomes(listed, count_of(listed).tally),
        "marked": participation(listed),
        "place_language": settings.LANGUAGE_CODE,
        "list_url": request.build_absolute_uri(here),
        "community": request.community,
    }
    return answer(request, "ballot/list_sheet.html", context)


def _listed(request: Any, poll: UUID) -> Poll:
    found = poll_here(request.community.pk, poll)
    if found is None or not found.listed:
        raise Http404
    return found


def _published(request: Any, poll: UUID) -> tuple[Poll, PaperList]:
    listed = _listed(request, poll)
    found = list_of(listed)
    if found is None:
        raise Http404
    return listed, found


def _too_few(poll: Poll) -> Finding | None:
    """That there are too few papers to list, where all have been counted."""
    if poll.state not in ("closed", "settled"):
        return None
    count = count_of(poll)
    if not count.complete:
        return None
    found = (
        enough_to_list(count.tally.papers - count.tally.void),
        screens_sheltered(count.on_screen, count.on_paper),
    )
    return next((each for each in found if not each), None)
