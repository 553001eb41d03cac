"""For everybody: the hall's view, the invitation, and signing in at the door."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, to_sign_in
from linli.core.access.queries import account_of
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.mechanisms.gathering import actions
from linli.mechanisms.gathering.actions.door import expected_as
from linli.mechanisms.gathering.forms import SlipForm
from linli.mechanisms.gathering.models import Gathering
from linli.mechanisms.gathering.queries import (
    agenda_of,
    expected_called,
    gathering_in,
    hall_of,
    public_gathering,
)


@public
@require_safe
def wall(request: Visit, gathering_id: UUID) -> HttpResponse:
    """What hangs on the wall of the hall: how many are here, whether that is enough, which item
    is in hand. Counts, and nobody's name."""
    gathering = public_gathering(request.community, gathering_id)
    hall = hall_of(gathering)
    context = {
        "gathering": gathering,
        "hall": hall,
        "items": agenda_of(gathering),
        "going": gathering.lets_in,
    }
    return answer(
        request,
        "gathering/wall.html",
        context,
        "gathering/_wall.html",
        json=lambda: _as_data(gathering, hall),
    )


@public
@require_safe
def slip(request: Visit, gathering_id: UUID, slip: str) -> HttpResponse:
    """An invitation: where, when, what for. Who keeps the door is shown whose it is, to sign
    them in; to everybody else it says nothing about a person."""
    gathering = gathering_in(request.community, gathering_id)
    expected = expected_called(gathering, slip)
    if expected is None:
        raise Http404
    keeps = may("gathering.keep", request.actor, gathering)
    context = {
        "gathering": gathering,
        "items": list(gathering.items.all()),
        "slip": slip,
        "role": gathering.sort.capacity(expected.capacity).title,
        "who": expected if keeps else None,
    }
    return _unlisted(answer(request, "gathering/slip.html", context))


@public
def come_in(request: Visit, gathering_id: UUID, door_code: str) -> HttpResponse:
    """The code at the door, scanned: sign in with one's account or with the invitation."""
    gathering = gathering_in(request.community, gathering_id)
    if door_code != gathering.door_code:
        raise Http404
    form = SlipForm(request.POST if "slip" in request.POST else None)
    if request.method == "POST" and "account" in request.POST:
        if not request.actor.signed_in:
            return to_sign_in(request)
        return _welcome(request, gathering, _come_by_account(request, gathering))
    if form.is_bound and form.is_valid():
        came = actions.check_in_with_slip(
            gathering,
            door_code=door_code,
            slip=form.cleaned_data["slip"],
            by=request.actor,
            at=timezone.now(),
        )
        return _welcome(request, gathering, came)
    context = _at_the_door(request, gathering, form)
    response = answer(request, "gathering/come_in.html", context, status=_status(form))
    return _unlisted(response)


def _come_by_account(request: Visit, gathering: Gathering) -> Any:
    return actions.check_in_myself(
        gathering,
        door_code=gathering.door_code,
        capacity=request.POST.get("capacity", ""),
        name=account_of(request.actor.account).label,
        by=request.actor,
        at=timezone.now(),
    )


def _at_the_door(request: Visit, gathering: Gathering, form: SlipForm) -> dict[str, Any]:
    sort, actor = gathering.sort, request.actor
    mine = expected_as(gathering, actor.account, actor.person)
    return {
        "gathering": gathering,
        "form": form,
        "mine": sort.capacity(mine[0].capacity).title if mine else "",
        "visitors": [each for each in sort.capacities if each.walks_in],
    }


def _welcome(request: Visit, gathering: Gathering, came: Any) -> HttpResponse:
    title = gathering.sort.capacity(came.capacity).title
    messages.success(request, _("您已签到（%(capacity)s）。") % {"capacity": title})
    if not gathering.sort.in_public:
        return redirect("home", community_code=request.community.code)
    return redirect(
        "gathering:wall", community_code=request.community.code, gathering_id=gathering.pk
    )


def _status(form: SlipForm) -> int:
    return 422 if form.is_bound else 200


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, noarchive"
    response["Cache-Control"] = "no-store"
    return response


def _as_data(gathering: Gathering, hall: Any) -> dict[str, Any]:
    return {
        "title": gathering.title,
        "state": gathering.state,
        "starts_at": gathering.starts_at,
        "venue": gathering.venue,
        "present": {each.capacity: each.present for each in hall.here},
        "counted": hall.counted,
        "quorum": hall.quorum,
        "in_hand": gathering.in_hand.order if gathering.in_hand else None,
        "agenda": [
            {"order": item.order, "title": item.title, "decides": item.decides}
            for item in gathering.items.all()
        ],
    }
