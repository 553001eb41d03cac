"""What a person decides: two values side by side, and what came late."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.mechanisms.rounds import actions
from linli.mechanisms.rounds.forms.planning import DecideForm
from linli.mechanisms.rounds.models import Answer, Arrival, Conflict, Round
from linli.mechanisms.rounds.models.coming_in import RESULTS, WAYS
from linli.mechanisms.rounds.queries.rounds import conflicts_of, late_of
from linli.mechanisms.rounds.views import shapes
from linli.mechanisms.rounds.views.loading import decided
from linli.mechanisms.rounds.words import because, said_in_words


@needs("rounds.plan")
@decided
@require_safe
def waiting(request: Visit, found: Round) -> HttpResponse:
    """Both values, who said each, when and on which device; and what came late."""
    conflicts, late = list(conflicts_of(found)), list(late_of(found))
    context = {
        "round": found,
        "conflicts": [_conflict(each) for each in _with_versions(found, conflicts)],
        "late": [_late(each) for each in late],
        "names": shapes.named(
            [each.kept_by_id for each in conflicts]
            + [each.other_by_id for each in conflicts]
            + [each.by_id for each in late]
            + [each.decided_by_id for each in (*conflicts, *late)]  # type: ignore[attr-defined]
        ),
        "crumbs": shapes.crumbs(found, Crumb(_("要定的"))),
    }
    return answer(request, "rounds/desk/waiting.html", context)


@needs("rounds.plan")
@decided
@require_POST
def decide(request: Visit, found: Round, conflict_id: UUID) -> HttpResponse:
    """Says which is right."""
    conflict = get_object_or_404(
        Conflict, community=found.community_id, round=found, pk=conflict_id
    )
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.decide_conflict(conflict, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, _("定下了，两条都还看得到。"))
    return redirect("rounds:waiting", request.community.code, found.pk)


@needs("rounds.plan")
@decided
@require_POST
def decide_late(request: Visit, found: Round, arrival_id: UUID) -> HttpResponse:
    """Takes what came late, or does not."""
    arrival = get_object_or_404(Arrival, community=found.community_id, round=found, pk=arrival_id)
    if request.POST.get("do") == "take":
        actions.take_late(arrival, by=request.actor, at=timezone.now())
        messages.success(request, _("已采用。"))
    else:
        actions.drop_late(arrival, by=request.actor, at=timezone.now())
        messages.success(request, _("没有采用，还看得到。"))
    return redirect("rounds:waiting", request.community.code, found.pk)


def _with_versions(round_: Round, conflicts: list[Conflict]) -> list[tuple[Conflict, Answer]]:
    rows = Answer.objects.filter(
        community=round_.community_id, stop__in={each.stop_id for each in conflicts}
    )
    standing = {(each.stop_id, each.key): each for each in rows}
    return [
        (each, standing[each.stop_id, each.key])
        for each in conflicts
        if (each.stop_id, each.key) in standing
    ]


def _conflict(pair: tuple[Conflict, Answer]) -> dict[str, Any]:
    conflict, answer_ = pair
    question = next(each for each in conflict.round.questions if each.key == conflict.key)
    return {
        "conflict": conflict,
        "door": shapes.door_of(conflict.stop, with_answers=False),
        "title": question.title,
        "kept": said_in_words(question, conflict.kept_value),
        "other": said_in_words(question, conflict.other_value),
        "stands": said_in_words(question, answer_.value),
        "version": answer_.version,
    }


def _late(arrival: Arrival) -> dict[str, Any]:
    content = json.loads(arrival.content) if arrival.content else {}
    titles = {each.key: each for each in arrival.round.questions}
    said = [
        (titles[key].title, said_in_words(titles[key], value))
        for key, value in content.get("answers", {}).items()
        if key in titles
    ]
    if "way" in content:
        said = [(dict(WAYS)[content["way"]], str(dict(RESULTS)[content["result"]]))]
    return {
        "arrival": arrival,
        "door": shapes.door_of(arrival.stop, with_answers=False),
        "said": said,
        "why": because(arrival.reason),
    }
