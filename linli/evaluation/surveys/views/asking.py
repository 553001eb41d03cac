"""Whom a wave asks: the frame, the draw, and the doors still to be asked at."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.evaluation.surveys import actions
from linli.evaluation.surveys.actions.drawing import LEFT
from linli.evaluation.surveys.forms.composing import DrawForm, SizeForm
from linli.evaluation.surveys.models import Survey
from linli.evaluation.surveys.queries import waves
from linli.evaluation.surveys.queries.frame import join_small, read_frame, say_cell
from linli.evaluation.surveys.rules.sampling import size_needed
from linli.evaluation.surveys.views.desk import wave_or_404
from linli.lib.law import Finding, Refused
from linli.lib.numbers import share_out
from linli.mechanisms.questionnaire.queries.asking import strata_of, stratum_floor

SEAL = "evaluation.door"
REMEMBERED = 600
"""Seconds in which a door that was ticked by mistake can be put back."""


@needs("evaluation.survey")
def frame(request: Visit, wave: UUID) -> HttpResponse:
    """How many there are in each stratum today, how many are needed to know how near, and the
    draw."""
    survey = wave_or_404(request, wave, "draft")
    sampled = survey.how == "sample"
    needs_of = _needs(request, survey)
    form = DrawForm(sent(request), initial={"n": needs_of["needed"].asked or 1})
    if request.method == "POST" and (not sampled or form.is_valid()):
        n = form.cleaned_data["n"] if sampled else 0
        actions.draw_sample(survey, n=n, by=request.actor, at=timezone.now())
        messages.success(request, _("抽好了。") if sampled else _("底册数好了。"))
        return redirect("evaluation:survey_frame", request.community.code, wave)
    made = survey.questionnaire
    context = {"survey": survey, "made": made, "form": form, "drawn": strata_of(made), **needs_of}
    status = 422 if form.is_bound else 200
    return answer(request, "evaluation/surveys/frame.html", context, status=status)


def _needs(request: Visit, survey: Survey) -> dict[str, Any]:
    """What is needed to know as near as is asked: in all, and in each stratum."""
    per, on = survey.questionnaire.per, timezone.localdate()
    layers = read_frame(survey.community, on, per=per, strata=survey.strata)
    whole = sum(len(layer.units) for layer in layers)
    near = SizeForm(request.GET or None)
    asked = near.cleaned_data if near.is_bound and near.is_valid() else {}
    points, rate = asked.get("points") or 5, asked.get("rate") or 60
    needed = size_needed(whole, points, rate)
    if survey.how == "sample":
        floor = stratum_floor(survey.questionnaire, on)
        layers = join_small(layers, needed.asked, floor=floor, strata=survey.strata)
    sizes = {layer.code: len(layer.units) for layer in layers}
    each = {code: size_needed(size, points, rate) for code, size in sizes.items()}
    parts = share_out(sizes, needed.asked)
    return {
        "whole": needed.whole,
        "near": SizeForm(initial={"points": points, "rate": rate}),
        "points": points,
        "rate": rate,
        "needed": needed,
        "each_needed": sum(size.asked for size in each.values()),
        "layers": [
            (layer, sizes[layer.code], each[layer.code], parts[layer.code]) for layer in layers
        ],
    }


@needs("evaluation.survey")
@require_safe
def doors(request: Visit, wave: UUID) -> HttpResponse:
    """The doors still to be asked at, to work through or to print as addresses."""
    survey = wave_or_404(request, wave, "draft", "open")
    return _doors(request, survey, request.GET.get("stratum", ""))


@needs("evaluation.survey")
def leave(request: Visit, wave: UUID, door: UUID) -> HttpResponse:
    """A door is done with: reached, or refused. The page that says so remembers which, sealed, for
    ten minutes; nothing else does, neither the book nor the session nor an address."""
    survey = wave_or_404(request, wave, "open")
    how = request.POST.get("how", "")
    if request.method != "POST" or how not in LEFT:
        return _to_doors(request, survey)
    found = waves.door_in(survey, door)
    left = {
        "survey": str(survey.pk),
        "door": str(found.pk),
        "dwelling": str(found.dwelling_id),
        "stratum": found.stratum,
        "whom": found.whom,
        "how": how,
    }
    name = found.dwelling.full_name
    actions.leave_door(found, how=how, by=request.actor, at=timezone.now())
    sealed = signing.dumps(left, salt=SEAL)
    return _doors(request, survey, request.POST.get("stratum", ""), left=name, sealed=sealed)


@needs("evaluation.survey")
@require_POST
def put_back(request: Visit, wave: UUID) -> HttpResponse:
    """A door that was ticked by mistake is on the list again."""
    survey = wave_or_404(request, wave, "open")
    try:
        left = signing.loads(request.POST.get("sealed", ""), salt=SEAL, max_age=REMEMBERED)
    except signing.BadSignature:
        left = {}
    if left.pop("survey", "") != str(survey.pk):
        raise Refused(Finding(False, "evaluation.door_back"))
    keys = {name: UUID(left.pop(name)) for name in ("door", "dwelling")}
    actions.put_back_door(survey, **keys, **left, by=request.actor, at=timezone.now())
    messages.success(request, _("放回名单了。"))
    return _to_doors(request, survey)


def _doors(request: Visit, survey: Survey, stratum: str, **more: Any) -> HttpResponse:
    open_doors = waves.doors_of(survey, stratum)
    context = {
        "survey": survey,
        "doors": [(door, say_cell(door.whom)) for door in open_doors],
        "strata": strata_of(survey.questionnaire),
        "stratum": stratum,
        **more,
    }
    return answer(request, "evaluation/surveys/doors.html", context)


def _to_doors(request: Visit, survey: Survey) -> HttpResponse:
    return redirect("evaluation:survey_doors", request.community.code, survey.questionnaire_id)
