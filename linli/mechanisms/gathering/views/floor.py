"""The floor: the item in hand, who speaks, what was said."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.answer import answer
from linli.mechanisms.gathering import actions
from linli.mechanisms.gathering.forms import AskForm, GistForm, WordsForm
from linli.mechanisms.gathering.models import Gathering
from linli.mechanisms.gathering.queries import (
    agenda_of,
    attendance_in,
    gathering_kept_by,
    hall_of,
    item_in,
    speech_in,
)
from linli.mechanisms.gathering.views.ways import tabs_of


@signed_in
@require_safe
def show(request: Visit, gathering_id: UUID) -> HttpResponse:
    """The agenda with what was recorded so far."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    return answer(request, "gathering/floor.html", _context(gathering))


@signed_in
@require_POST
def take_up(request: Visit, gathering_id: UUID) -> HttpResponse:
    """Takes up an item; the hall sees it."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    item = item_in(gathering, request.POST.get("item", ""))
    actions.take_up(gathering, item=item, by=request.actor, at=timezone.now())
    return _back(gathering, f"item-{item.order}")


@signed_in
@require_POST
def ask(request: Visit, gathering_id: UUID) -> HttpResponse:
    """Puts somebody on the list of speakers."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    form = AskForm(request.POST, gathering=gathering)
    if not form.is_valid():
        context = {**_context(gathering), "ask": form}
        return answer(request, "gathering/floor.html", context, status=422)
    attendance = attendance_in(gathering, form.cleaned_data["attendance"])
    actions.ask_to_speak(gathering, attendance=attendance, by=request.actor, at=timezone.now())
    return _back(gathering, "speakers")


@signed_in
def speech(request: Visit, gathering_id: UUID, speech_id: UUID) -> HttpResponse:
    """What one of them said, in short; or off the list."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    spoken = speech_in(gathering, speech_id)
    if request.method == "POST" and "strike" in request.POST:
        actions.strike_speech(spoken, by=request.actor, at=timezone.now())
        messages.success(request, _("已从发言名单撤下。"))
        return _back(gathering, "speakers")
    form = GistForm(request.POST or None, initial={"gist": spoken.gist})
    if request.method == "POST" and form.is_valid():
        actions.record_speech(spoken, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("记下了。"))
        return _back(gathering, "speakers")
    title = gathering.sort.capacity(spoken.capacity).title
    context = {"gathering": gathering, "speech": spoken, "form": form, "role": title}
    return answer(request, "gathering/speech.html", context, status=422 if form.is_bound else 200)


@signed_in
def write(request: Visit, gathering_id: UUID, item_id: UUID | None = None) -> HttpResponse:
    """What was said on an item in general, or what else is to be told."""
    gathering = gathering_kept_by(request.actor, request.community, gathering_id)
    item = item_in(gathering, item_id) if item_id else None
    so_far = item.said if item else gathering.remarks
    form = WordsForm(request.POST or None, initial={"words": so_far})
    if request.method == "POST" and form.is_valid():
        actions.write_down(
            gathering,
            item=item,
            words=form.cleaned_data["words"],
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("记下了。"))
        return _back(gathering, f"item-{item.order}" if item else "remarks")
    context = {"gathering": gathering, "item": item, "form": form}
    return answer(request, "gathering/write.html", context, status=422 if form.is_bound else 200)


def _context(gathering: Gathering) -> dict[str, Any]:
    titles = {each.code: each.title for each in gathering.sort.capacities}
    speeches = list(gathering.speeches.select_related("item"))
    return {
        "gathering": gathering,
        "tabs": tabs_of(gathering, "floor"),
        "hall": hall_of(gathering),
        "items": agenda_of(gathering),
        "speeches": [(one, titles[one.capacity]) for one in speeches],
        "ask": AskForm(gathering=gathering),
        "writable": gathering.state in ("open", "closed"),
    }


def _back(gathering: Gathering, anchor: str = "") -> HttpResponse:
    response = redirect(
        "gathering:floor", community_code=gathering.community.code, gathering_id=gathering.pk
    )
    if anchor:
        response["Location"] += f"#{anchor}"
    return response
