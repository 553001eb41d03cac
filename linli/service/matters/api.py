"""Open311 GeoReport v2, for reading: what is public, in the words others already speak.

`address_id` is the community's code, `expected_datetime` is left out where nothing is promised
in public, and ids are those of postings: no numbering whose gaps would tell what is not shown.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import twin
from linli.mechanisms.publication.models import Posting
from linli.service.matters.queries import kinds_of
from linli.service.matters.queries.public import (
    kind_code_of,
    public_between,
    public_posting,
)
from linli.service.matters.views.public import is_open

MOST = 1000
DAYS = 90


@public
def services(request: Visit) -> HttpResponse:
    """GET services: the kinds of matter a resident can choose."""
    kinds = kinds_of(request.community).filter(offered=True)
    return twin(
        request,
        [
            {
                "service_code": kind.code,
                "service_name": kind.name,
                "description": kind.title,
                "metadata": False,
                "type": "realtime",
                "keywords": ",".join(kind.words),
                "group": kind.get_group_display(),
            }
            for kind in kinds
        ],
    )


@public
def requests(request: Visit) -> HttpResponse:
    """GET requests: the last 90 days (or the span asked for, at most as long), newest first."""
    now = timezone.now()
    try:
        end = _moment(request.GET.get("end_date", "")) or now
        start = _moment(request.GET.get("start_date", "")) or end - timedelta(days=DAYS)
    except ValueError:
        return _wrong(request, 400, "start_date and end_date must be ISO 8601 date-times")
    if start > end or end - start > timedelta(days=DAYS):
        return _wrong(request, 400, "start_date and end_date must span at most 90 days")
    wanted = request.GET.get("status", "")
    if wanted not in ("", "open", "closed"):
        return _wrong(request, 400, "status must be open or closed")
    codes = [code for code in request.GET.get("service_code", "").split(",") if code]
    postings = public_between(request.community, start, end, now, codes=codes, most=MOST)
    found = [as_request(request, posting, code) for posting, code in postings]
    return twin(request, [each for each in found if wanted in ("", each["status"])])


@public
def request_one(request: Visit, posting_id: UUID) -> HttpResponse:
    """GET one request."""
    posting = public_posting(request.community, posting_id, timezone.now())
    if posting is None:
        return _wrong(request, 404, "no such service_request_id")
    return twin(request, [as_request(request, posting, kind_code_of(posting))])


def as_request(request: Visit, posting: Posting, code: str) -> dict[str, Any]:
    """One posting as a GeoReport request."""
    fields = posting.fields
    return {
        "service_request_id": str(posting.pk),
        "status": "open" if is_open(fields["status"]) else "closed",
        "status_notes": fields.get("answer", ""),
        "service_name": fields["kind"],
        "service_code": code,
        "description": fields["text"],
        "agency_responsible": posting.issuer,
        "requested_datetime": f"{fields['asked_on']}T00:00:00+08:00",
        "updated_datetime": fields.get("answered_on") and f"{fields['answered_on']}T00:00:00+08:00",
        "address": fields.get("place", ""),
        "address_id": request.community.code,
    }


def _moment(text: str) -> datetime | None:
    """What was asked for; without an offset it is the community's own time. Raises ValueError
    for what is no moment."""
    if not text:
        return None
    found = parse_datetime(text)
    if found is None:
        raise ValueError(text)
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def _wrong(request: Visit, status: int, words: str) -> HttpResponse:
    return twin(request, [{"code": status, "description": words}], status=status)
