"""The counting table of one teller: a form for those without scripts, and for the others a page
that goes on without a network and hands its sheet in under one key."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linli.core.access.gates import needs, public
from linli.core.pages.answer import answer
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.forms.evening import (
    MARKS,
    VOIDS,
    SheetInHand,
    mark_name,
    points_name,
    read_sheet,
    written_name,
)
from linli.mechanisms.ballot.models import Sheet, Station
from linli.mechanisms.ballot.queries import evening as queries
from linli.mechanisms.ballot.queries.counts import boxes_of, counts_of, sheets_of
from linli.mechanisms.ballot.queries.polls import paper_form
from linli.mechanisms.ballot.rules.secrecy import Box, boxes_opened, joined_first
from linli.mechanisms.ballot.rules.tally import Tally
from linli.mechanisms.ballot.views.shapes import PART_TITLES
from linli.mechanisms.ballot.views.stations import load_station, row_of

WORKER = Path(__file__).resolve().parent.parent / "static" / "ballot" / "worker.js"
# One for each option of the paper, in the order of a keyboard.
KEYS = "1234567890qwertyuiopasdfghjklzxcvbnm"


@needs("ballot.count")
@require_http_methods(["GET", "HEAD", "POST"])
def count(request: Any, station: UUID) -> HttpResponse:
    """The table. Without scripts every paper travels with the form until it is handed in."""
    found = load_station(request, station)
    part = queries.part_at(found, request.actor.account)
    if part not in PART_TITLES:
        raise Http404
    sheet = SheetInHand(new_id(), [])
    if request.method == "POST":
        sheet = read_sheet(paper_form(found.poll), request.POST)
        if request.POST.get("do") == "hand_in" and sheet.lines:
            _hand_in(request, found, part, sheet.key, sheet.lines)
            messages.success(request, _("已交。等另一位计票人交出后，由监票人核对。"))
            return redirect("ballot:compare", request.community.code, found.pk)
    handed = sheets_of(found).get(part)
    stopped = found.state != "closed" or found.poll.state != "closed"
    if stopped or (handed and "again" not in request.GET and request.method != "POST"):
        return redirect("ballot:compare", request.community.code, found.pk)
    return answer(request, "ballot/table.html", _context(request, found, part, sheet, handed))


@needs("ballot.count")
@require_POST
def enter(request: Any, station: UUID) -> HttpResponse:
    """Takes a sheet as the table sends it. The same key again is the same sheet; what is refused
    is answered as data, because the address ends in `.json`."""
    found = load_station(request, station)
    part = queries.part_at(found, request.actor.account)
    try:
        sent = json.loads(request.body)
        key = UUID(sent["key"])
        lines = [(line["pattern"], line["number"]) for line in sent["lines"]]
    except (ValueError, TypeError, KeyError):
        raise Http404 from None
    sheet = _hand_in(request, found, part, key, lines)
    return JsonResponse({"taken": str(sheet.key), "at": sheet.submitted_at.isoformat()})


@public
@never_cache
@require_safe
def worker(request: Any) -> HttpResponse:
    """The script that lets the table be opened again without a network. It lies here and not
    among the static files, because a browser lets it serve only what lies beside it."""
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")


def _hand_in(request: Any, station: Station, part: str, key: UUID, lines: Any) -> Sheet:
    return evening.enter_sheet(
        station, part=part, key=key, lines=lines, by=request.actor, at=timezone.now()
    )


def _context(
    request: Any, station: Station, part: str, sheet: SheetInHand, handed: Sheet | None
) -> dict[str, Any]:
    sums = queries.sheet_tally(station.poll, list(sheet.lines))
    said = queries.words_of(station.poll, [pattern for pattern, _number in sheet.lines])
    returned = counts_of(station).returned
    before = [boxes_opened([Box(station.name, returned)]), joined_first(boxes_of(station.poll))]
    return {
        "not_yet": [finding for finding in before if not finding],
        "returned": returned,
        "station": station,
        "row": row_of(request, station),
        "part_title": PART_TITLES[part],
        "key": sheet.key,
        "carried": sheet.carried,
        "wrong": sheet.wrong,
        "lines": [
            {"words": words, "number": number}
            for words, (_pattern, number) in zip(said, sheet.lines, strict=True)
        ],
        "questions": _questions(station, sums),
        "sums": sums,
        "marks": list(MARKS.items()),
        "void_reasons": VOIDS,
        "sign_in_url": resolve_url("account_login"),
        "data": _data(request, station, part, handed) | {"returned": returned},
    }


def _questions(station: Station, sums: Tally) -> list[dict[str, Any]]:
    keys = iter(KEYS)
    return [
        {
            "position": question.position,
            "title": question.title,
            "form": question.form,
            "seats": question.seats,
            "points": question.points,
            "most": question.most,
            "sum": sums.questions[question.position],
            "options": [
                {
                    "position": position,
                    "title": title,
                    "name": mark_name(question.position, position),
                    "points_name": points_name(question.position, position),
                    "key": next(keys, ""),
                    "sum": _sum(question, sums, position),
                }
                for position, title in _options(question).items()
            ],
            "others": [
                {"name": written_name(question.position, line)}
                for line in range(question.write_ins)
            ],
        }
        for question in station.poll.questions.prefetch_related("options")
    ]


def _sum(question: Any, sums: Tally, option: int) -> int:
    of = sums.questions[question.position].options[option]
    return of.points if question.form == "points" else of.for_


def _options(question: Any) -> dict[int, str]:
    if question.form == "motion":
        return {0: question.title}
    return {option.position: option.title for option in question.options.all()}


def _data(request: Any, station: Station, part: str, handed: Sheet | None) -> dict[str, Any]:
    """What the table's script must know; the words too, because scripts hold none."""
    code = request.community.code
    earlier = queries.lines_of_sheet(handed) if handed else []
    attempt = queries.attempts_of(station, part)
    worker_url = reverse("ballot:worker", args=[code])
    return {
        "place": f"{station.pk}-{part}-{attempt}",
        "enter_url": reverse("ballot:enter", args=[code, station.pk]),
        "worker_url": worker_url,
        "scope": worker_url.removesuffix("worker.js"),
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
        "earlier": [{"pattern": line.pattern, "number": line.number} for line in earlier],
        "questions": [
            {
                "position": question.position,
                "title": question.title,
                "seats": question.seats,
                "form": question.form,
                "points": question.points,
                "most": question.most,
                "options": {str(key): title for key, title in _options(question).items()},
            }
            for question in station.poll.questions.prefetch_related("options")
        ],
        "marks": {code: str(word) for code, word in MARKS.items()},
        "void_reasons": {code: str(word) for code, word in VOIDS.items()},
        "words": {
            "void": _("整张作废"),
            "blank": _("空白票"),
            "points": _("分"),
            "other": _("另选"),
            "remove": _("删去"),
            "comma": _("、"),
            "colon": _("："),
        },
    }
