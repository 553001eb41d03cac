"""The minutes: as they stand, to be read, signed and printed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.access.queries import labels_of
from linli.core.pages.answer import answer
from linli.lib.law.keeping import take_out_if_any
from linli.mechanisms.gathering import actions
from linli.mechanisms.gathering.queries import (
    agenda_of,
    came_by_capacity,
    expected_by_capacity,
    gathering_kept_by,
    unspoken,
)
from linli.mechanisms.gathering.views.ways import tabs_of


@signed_in
@require_safe
def show(request: Visit, gathering_id: UUID) -> HttpResponse:
    """Drafted from what was recorded; nothing is typed twice."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    came, expected = came_by_capacity(gathering), expected_by_capacity(gathering)
    sort = gathering.sort
    items = agenda_of(gathering)
    for item in items:
        outcome = vars(item)["outcome"]
        vars(item).update(
            finding=take_out_if_any(outcome.finding) if outcome else None,
            spoken=[(one, sort.capacity(one.capacity).title) for one in item.speeches.all()],
        )
    context = {
        "gathering": gathering,
        "tabs": tabs_of(gathering, "minutes"),
        "items": items,
        "came": [
            (c.title, came.get(c.code, 0), expected.get(c.code, 0))
            for c in sort.capacities
            if c.code in came or c.code in expected
        ],
        "quorum": take_out_if_any(gathering.quorum),
        "unspoken": unspoken(gathering),
        "recorder": "".join(labels_of([gathering.recorder_id]).values()),
        "signed_by": "".join(labels_of([gathering.chair_account_id]).values()),
    }
    return answer(request, "gathering/minutes.html", context)


@signed_in
@require_POST
def sign(request: Visit, gathering_id: UUID) -> HttpResponse:
    """Signs as the recorder, and then, somebody else, as who led the meeting."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    if request.POST.get("as") == "chair":
        actions.sign_as_chair(gathering, by=request.actor, at=timezone.now())
        messages.success(request, _("会议记录已定稿。"))
    else:
        actions.sign_as_recorder(gathering, by=request.actor, at=timezone.now())
        messages.success(request, _("已以记录人身份签字，请主持人签字。"))
    return redirect(
        "gathering:minutes", community_code=request.community.code, gathering_id=gathering.pk
    )
