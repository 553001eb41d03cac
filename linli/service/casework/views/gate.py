"""The way to a case: its handlers alone, with a purpose that is fresh in this session, and, where
the opening is unlike them, after signing in afresh.

    @opened
    def show(request, case): …

Whoever does not handle the case, and an id that never was, get the same answer after the same
questions. Every page is kept by nobody (`no-store`).
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from linli.core.access.gates import Visit, needs
from linli.core.access.views import proving
from linli.core.audit.queries import closed_rows_opened
from linli.core.pages.answer import answer
from linli.lib.calendar import local_day
from linli.service.casework import promises
from linli.service.casework.models import Case
from linli.service.casework.queries.cases import case_for, may_read
from linli.service.casework.rules.opening import strange

OPENINGS = ("casework.open", "casework.open_visit")
_FRESH = "casework_fresh"

Page = Callable[..., HttpResponse]


def handled(page: Page) -> Page:
    """For pages of a case that need no purpose yet: `page(request, case)`."""

    @needs("casework.see")
    @wraps(page)
    def gated(request: Visit, case_id: UUID, **given: Any) -> HttpResponse:
        case = case_for(request.actor, request.community, case_id)
        return unkept(page(request, case, **given))

    return gated  # type: ignore[return-value]


def known(page: Page) -> Page:
    """For pages that show words of a case, or decide on one, without a purpose of their own: on a
    browser that is known. Others must sign in afresh first."""

    @handled
    @wraps(page)
    def gated(request: Visit, case: Case, **given: Any) -> HttpResponse:
        drawn: Any = proving.when_proved(request, lambda: page(request, case, **given))
        answered: HttpResponse = drawn
        return answered

    return gated


def opened(page: Page) -> Page:
    """For pages that show or change what is in a case."""

    @handled
    @wraps(page)
    def gated(request: Visit, case: Case, **given: Any) -> HttpResponse:
        at = timezone.now()
        if not may_read(request.actor, case, at):
            return redirect("casework:closed", request.community.code, case.pk)
        if not is_fresh(request, case, at):
            here = reverse("casework:enter", args=[request.community.code, case.pk])
            return redirect(f"{here}?{urlencode({'next': request.path})}")
        return page(request, case, **given)

    return gated


def unkept(response: HttpResponse) -> HttpResponse:
    """Neither the browser nor anything between keeps the page."""
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "same-origin"
    return response


def is_fresh(request: Visit, case: Case, at: datetime) -> bool:
    """Whether a purpose was given for this case, in this session, by this account, not long ago."""
    until = parse_datetime(_fresh_of(request).get(case.pk.hex, ""))
    return until is not None and at < until


def make_fresh(request: Visit, case: Case, at: datetime) -> None:
    """Keeps the purpose for a while; what has run out is dropped."""
    stays = promises.purpose_stays(request.community, local_day(at))
    kept = {
        key: until
        for key, until in _fresh_of(request).items()
        if (read := parse_datetime(until)) is not None and at < read
    }
    kept[case.pk.hex] = (at + stays).isoformat()
    request.session[_FRESH] = {"account": str(request.actor.account), "cases": kept}


def _fresh_of(request: Visit) -> dict[str, str]:
    kept = request.session.get(_FRESH) or {}
    if kept.get("account") != str(request.actor.account):
        return {}
    cases: dict[str, str] = kept["cases"]
    return cases


def why_strange(request: Visit, case: Case, at: datetime) -> tuple[str, ...]:
    """Why this opening is unlike its handler, if it is."""
    account = request.actor.account
    assert account is not None
    on = local_day(at)
    hour = promises.an_hour_before(at)
    return strange(
        promises.habits(request.community, on),
        at,
        opened_within_hour=closed_rows_opened(account, OPENINGS, hour, besides=case.pk) + 1,
        known_device=proving.device_is_known(request, on),
    )


def draw(request: Visit, template: str, context: dict[str, Any], **more: Any) -> HttpResponse:
    """A page of a case."""
    return answer(request, template, context, **more)
