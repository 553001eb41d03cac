"""What is published when, for everybody: the catalogue, one line of it, and the proof."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.governance.oversight.queries import disclosure as queries
from linli.governance.oversight.queries.disclosure import Standing
from linli.governance.oversight.views import shapes
from linli.lib.law import cite
from linli.mechanisms.publication.rules import canonical


@public
@require_safe
def show_catalogue(request: Visit) -> HttpResponse:
    """Everything the committee discloses: when last, when next, and plainly what is late."""
    at, code = timezone.now(), request.community.code
    standings = queries.catalogue(request.community, at)
    on = timezone.localdate(at)
    context = {
        "parts": _told(standings),
        "late": [each for each in standings if each.overdue],
        "today": on,
        "law": cite("rcl2025.34"),
        "works": may("oversight.see_desk", request.actor, request.community),
    }
    return answer(
        request,
        "oversight/catalogue.html",
        context,
        json=lambda: shapes.as_data(standings, on, code),
    )


@public
@require_safe
def show_line(request: Visit, key: str) -> HttpResponse:
    """One line: what it holds, what was disclosed of it, and the way to ask."""
    at = timezone.now()
    standing = queries.standing_of(request.community, key, at)
    context = {
        "standing": standing,
        "rhythm": shapes.rhythm_of(standing),
        "channels": shapes.channels_of(standing),
        "preparer": shapes.post_title(standing.line.preparer),
        "checker": shapes.post_title(standing.line.checker),
        "cites": [cite(each) for each in standing.line.cites],
        "posted": [
            {"item": each, "period": shapes.period(each), "up": _is_up(each, at)}
            for each in queries.disclosures_of(request.community, key)
        ],
    }
    return answer(request, "oversight/line.html", context)


@public
@require_safe
def download_proof(request: Visit, disclosure_id: UUID) -> HttpResponse:
    """What was frozen at the posting, byte for byte as it was hashed: whoever hashes this file
    again gets the number that stands on the notice."""
    posting = queries.snapshot_up(request.community, disclosure_id, timezone.now())
    name = f"linli-{request.community.code}-{posting.number}-v{posting.version}.json"
    response = file_response(
        canonical(posting.snapshot or {}), name, "application/json; charset=utf-8"
    )
    response["Cache-Control"] = "no-store"
    return response


def _told(standings: list[Standing]) -> list[dict[str, Any]]:
    parts = shapes.parts(standings)
    for part in parts:
        part["lines"] = [
            {
                "standing": each,
                "rhythm": shapes.rhythm_of(each),
                "period": shapes.period(each.last) if each.last else "",
            }
            for each in part["lines"]
        ]
    return parts


def _is_up(item: Any, at: Any) -> bool:
    return item.posting is not None and item.posting.is_up(at)
