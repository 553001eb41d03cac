"""How pages come to a round: loading is the check, and a closed one asks whose browser it is."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from linli.core.access.gates import Visit
from linli.core.access.views.proving import when_proved
from linli.core.audit.door import may
from linli.mechanisms.rounds.models import Round
from linli.mechanisms.rounds.queries.rounds import round_shown

Page = Callable[..., HttpResponse]


def loaded(page: Page) -> Page:
    """For pages of one round: `page(request, round_)`. Of a closed one homes and answers are shown
    on no browser the account has not proved itself with, and no browser keeps the page."""

    @wraps(page)
    def gated(request: Visit, round_id: UUID, **given: Any) -> Any:
        found = round_shown(request.actor, request.community, round_id)
        if not found.is_closed:
            return page(request, found, **given)
        response = when_proved(request, lambda: page(request, found, **given))
        response["Cache-Control"] = "no-store, private"
        return response

    return gated


def decided(page: Page) -> Page:
    """The same for what only who planned it, or may plan such, does; 404 for anybody else."""

    @loaded
    @wraps(page)
    def gated(request: Visit, round_: Round, **given: Any) -> HttpResponse:
        if not may("rounds.plan", request.actor, round_):
            raise Http404
        return page(request, round_, **given)

    return gated
