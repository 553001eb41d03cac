"""What is carried to the doors: the day's doors by staircase, and one door. Complete without
scripts; taken along on a device, the same is drawn there (`device.py`)."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.queries import labels_of
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.core.pages.stepping import sent, step
from linli.lib.law import Refused
from linli.mechanisms.rounds import actions, queries
from linli.mechanisms.rounds.declaration import BY_CHOICE
from linli.mechanisms.rounds.forms.door import AttemptForm, DoorForm, NoChangeForm
from linli.mechanisms.rounds.forms.planning import TakeForm
from linli.mechanisms.rounds.models import Carrier, Round, Stop
from linli.mechanisms.rounds.models.coming_in import CONFLICT, LATE
from linli.mechanisms.rounds.queries.doors import next_open
from linli.mechanisms.rounds.views import shapes
from linli.mechanisms.rounds.views.loading import loaded


@needs("rounds.walk")
@require_safe
def mine(request: Visit) -> HttpResponse:
    """The rounds one carries, the next day first."""
    found = queries.carried_by(request.actor, request.community)
    progress = queries.progress_of(request.community, found)
    context = {"rounds": [shapes.Listed(each, progress[each.pk]) for each in found]}
    return answer(request, "rounds/walk/mine.html", context | shapes.device_words(request))


@needs("rounds.walk")
@loaded
@require_safe
def doors(request: Visit, found: Round) -> HttpResponse:
    """The doors by staircase, large enough for a thumb."""
    context = {
        "round": found,
        "listed": shapes.Listed(found, queries.progress_of(request.community, [found])[found.pk]),
        "stairs": shapes.by_stairs(queries.doors_of(found)),
        "carrier": _carrier(request, found),
        "records": may("rounds.walk", request.actor, found),
    }
    words = shapes.device_words(request, found, keep="keep" in request.GET)
    return answer(request, "rounds/walk/doors.html", context | words)


@needs("rounds.walk")
@loaded
@require_safe
def door(request: Visit, found: Round, stop_id: UUID) -> HttpResponse:
    """One door: last time's answers, and what there is to enter."""
    stop = queries.stop_in(found, stop_id)
    return _draw(request, found, stop)


@needs("rounds.walk")
@loaded
@require_POST
def record(request: Visit, found: Round, stop_id: UUID) -> HttpResponse:
    """What changed."""
    stop = queries.stop_in(found, stop_id)
    form = DoorForm(request.POST, stop=stop)
    if not form.is_valid():
        return _draw(request, found, stop, door_form=form, status=422)
    try:
        with suppress(Replayed):  # the second tap of the same button
            arrival = actions.record(
                stop, answers=form.answers(), seen=form.seen(),
                **_entry(request, form.cleaned_data["key"]),
            )  # fmt: skip
            _say(request, arrival)
    except Refused as refusal:
        told = sentence(refusal.finding)
        form.add_error(None, f"{told.text} {told.way_on}")
        return _draw(request, found, stop, door_form=form, status=422)
    return _on(request, found, stop)


@needs("rounds.walk")
@loaded
def no_change(request: Visit, found: Round, stop_id: UUID) -> HttpResponse:
    """Everything as it was: what is known is shown once more, and confirmed."""
    stop = queries.stop_in(found, stop_id)
    form = NoChangeForm(
        sent(request), others=_others(request, found), wanted=found.kind_of_it.two_names
    )
    if request.method == "POST" and form.is_valid():
        second = form.chosen() if found.kind_of_it.two_names else None
        with suppress(Replayed):
            arrival = actions.no_change(
                stop, second=second, seen=_seen(stop),
                **_entry(request, form.cleaned_data["key"]),
            )  # fmt: skip
            _say(request, arrival)
        return _on(request, found, stop)
    context = {"round": found, "door": shapes.door_of(stop), "form": form}
    return answer(request, "rounds/walk/no_change.html", context)


@needs("rounds.walk")
@loaded
@require_POST
def attempt(request: Visit, found: Round, stop_id: UUID) -> HttpResponse:
    """Nobody was met."""
    stop = queries.stop_in(found, stop_id)
    form = AttemptForm(request.POST)
    if not form.is_valid():
        return _draw(request, found, stop, attempt_form=form, status=422)
    given = form.cleaned_data
    with suppress(Replayed):
        arrival = actions.note_attempt(
            stop, way=given["way"], result=given["result"], **_entry(request, given["key"])
        )
        _say(request, arrival)
    return _on(request, found, stop)


@needs("rounds.walk")
@loaded
def take(request: Visit, found: Round) -> HttpResponse:
    """Takes the doors along on this device: what will lie on it is said first."""
    form = TakeForm(sent(request), asks=found.kind_of_it.offline == BY_CHOICE)
    if request.method == "POST" and form.is_valid():
        actions.take_along(
            found, agreed=bool(form.cleaned_data.get("agreed")),
            by=request.actor, at=timezone.now(),
        )  # fmt: skip
        # Where scripts run, the page keeps the doors and the device draws them from here on.
        return redirect(f"{_doors_url(found)}?keep=1")
    stops = Stop.objects.filter(community=found.community_id, round=found)
    context = {
        "round": found,
        "form": form,
        "doors": stops.count(),
        "names": found.kind_of_it.names,
    }
    return answer(request, "rounds/walk/take.html", context)


@needs("rounds.walk")
def hand_in(request: Visit, round_id: UUID) -> HttpResponse:
    """Everything was sent and the doors are off the device."""
    found = queries.round_in(request.actor, request.community, round_id)
    return step(
        request, TakeForm(sent(request), asks=False),
        lambda given: actions.hand_in(found, by=request.actor, at=timezone.now()),
        title=_("交回"), done=_("已交回，手机上不再留这些户。"),
        back=_doors_url(found), frame="plain.html",
        note=_("手机上还没交的，先连上网交了再交回。"),
    )  # fmt: skip


def _entry(request: Visit, key: UUID) -> dict[str, Any]:
    at = timezone.now()
    return {"key": key, "said_at": at, "by": request.actor, "at": at, "once": key}


def _seen(stop: Stop) -> dict[str, int]:
    return {each.key: each.version for each in stop.answers.all()}


def _carrier(request: Visit, round_: Round) -> Carrier | None:
    rows = Carrier.objects.filter(
        community=round_.community_id, round=round_, account=request.actor.account
    )
    return rows.filter(until__isnull=True).first()


def _others(request: Visit, round_: Round) -> list[tuple[UUID, str]]:
    rows = Carrier.objects.filter(community=round_.community_id, round=round_)
    keys = set(rows.values_list("account_id", flat=True)) - {request.actor.account}
    return sorted(labels_of(keys).items(), key=lambda pair: pair[1])


def _say(request: Visit, arrival: Any) -> None:
    if arrival.fate == CONFLICT:
        messages.warning(request, _("别人记的不一样：两条都留着，由人来定。"))
    elif arrival.fate == LATE:
        messages.warning(request, _("来晚了：已留下，由人来定。"))
    else:
        messages.success(request, _("记下了。"))


def _on(request: Visit, round_: Round, stop: Stop) -> HttpResponse:
    following = next_open(round_, stop.number)
    if following is None or following.pk == stop.pk:
        return redirect(_doors_url(round_))
    return redirect("rounds:door", request.community.code, round_.pk, following.pk)


def _doors_url(round_: Round) -> str:
    return reverse("rounds:doors", args=[round_.community.code, round_.pk])


def _draw(
    request: Visit,
    round_: Round,
    stop: Stop,
    *,
    door_form: DoorForm | None = None,
    attempt_form: AttemptForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "round": round_,
        "door": shapes.door_of(stop),
        "form": door_form or DoorForm(stop=stop),
        "attempt_form": attempt_form or AttemptForm(),
        "attempts": list(stop.attempts.all()),
        "knows": any(each.last for each in stop.answers.all()),
        "following": next_open(round_, stop.number),
        "records": may("rounds.walk", request.actor, stop),
    }
    return answer(request, "rounds/walk/door.html", context, status=status)
