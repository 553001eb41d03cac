"""The desk at the door: by name, by invitation, by the code that hangs there."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.answer import answer
from linli.mechanisms.gathering import actions
from linli.mechanisms.gathering.forms import WalkInForm
from linli.mechanisms.gathering.models import Gathering
from linli.mechanisms.gathering.queries import (
    attendance_in,
    expected_of,
    expected_one,
    find_expected,
    gathering_kept_by,
    hall_of,
    present_in,
)
from linli.mechanisms.gathering.views.ways import tabs_of


@signed_in
@require_safe
def show(request: Visit, gathering_id: UUID) -> HttpResponse:
    """Who is here, and whoever is looked for by what was typed (`?q=`)."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    fragment = None
    if request.htmx:
        fragment = "gathering/_found.html" if "q" in request.GET else "gathering/_present.html"
    return answer(request, "gathering/door.html", _context(request, gathering), fragment)


@signed_in
@require_POST
def check_in(request: Visit, gathering_id: UUID) -> HttpResponse:
    """Signs in one of those expected."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    expected = expected_one(gathering, request.POST.get("expected", ""))
    if expected is None:
        messages.error(request, _("请先找到人，再签到。"))
        return _back(gathering)
    actions.check_in(gathering, expected=expected, by=request.actor, at=timezone.now())
    messages.success(request, _("%(name)s 已签到。") % {"name": expected.name})
    return _back(gathering)


@signed_in
@require_POST
def walk_in(request: Visit, gathering_id: UUID) -> HttpResponse:
    """Signs in somebody who was not on the list."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    form = WalkInForm(request.POST, gathering=gathering)
    if not form.is_valid():
        context = _context(request, gathering, walk_in=form)
        return answer(request, "gathering/door.html", context, status=422)
    actions.check_in(gathering, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(name)s 已签到。") % {"name": form.cleaned_data["name"]})
    return _back(gathering)


@signed_in
@require_POST
def leave(request: Visit, gathering_id: UUID) -> HttpResponse:
    """Somebody leaves before the end, or was signed in by mistake."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    attendance = attendance_in(gathering, request.POST.get("attendance", ""))
    if "mistake" in request.POST:
        actions.undo_check_in(attendance, by=request.actor, at=timezone.now())
        messages.success(request, _("已撤销这次签到。"))
    else:
        actions.check_out(attendance, by=request.actor, at=timezone.now())
        messages.success(request, _("已登记离会，不再计入在场人数。"))
    return _back(gathering)


@signed_in
@require_safe
def print_slips(request: Visit, gathering_id: UUID) -> HttpResponse:
    """The invitations, to be cut apart; `?one=` prints one again."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    wanted = expected_of(gathering)
    if request.GET.get("one"):
        one = expected_one(gathering, request.GET["one"])
        wanted = wanted.filter(pk__in=[one.pk] if one else [])
    if request.GET.get("capacity"):
        wanted = wanted.filter(capacity=request.GET["capacity"])
    slips = [
        {
            "who": each,
            "role": gathering.sort.capacity(each.capacity).title,
            "url": _address(request, "slip", gathering, slip=each.slip),
        }
        for each in wanted[:2000]
    ]
    context = {"gathering": gathering, "slips": slips, "items": list(gathering.items.all())}
    return answer(request, "gathering/slips.html", context)


@signed_in
@require_safe
def print_door(request: Visit, gathering_id: UUID) -> HttpResponse:
    """The code to hang at the door."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    url = _address(request, "come_in", gathering, door_code=gathering.door_code)
    return answer(request, "gathering/door_code.html", {"gathering": gathering, "url": url})


def _context(request: Visit, gathering: Gathering, walk_in: Any = None) -> dict[str, Any]:
    typed = request.GET.get("q", "")
    titles = {each.code: each.title for each in gathering.sort.capacities}
    return {
        "gathering": gathering,
        "tabs": tabs_of(gathering, "door"),
        "hall": hall_of(gathering),
        "typed": typed,
        "found": [(one, titles[one.capacity]) for one in find_expected(gathering, typed)],
        "present": [(one, titles[one.capacity]) for one in present_in(gathering)],
        "walk_in": walk_in or WalkInForm(gathering=gathering),
        "walks_in": any(each.walks_in for each in gathering.sort.capacities),
        "has_slips": expected_of(gathering).exists(),
    }


def _address(request: Visit, name: str, gathering: Gathering, **parts: Any) -> str:
    here = {"community_code": request.community.code, "gathering_id": gathering.pk, **parts}
    return request.build_absolute_uri(reverse(f"gathering:{name}", kwargs=here))


def _back(gathering: Gathering) -> HttpResponse:
    return redirect(
        "gathering:door", community_code=gathering.community.code, gathering_id=gathering.pk
    )
