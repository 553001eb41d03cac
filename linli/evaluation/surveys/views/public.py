"""What everybody sees: how one comes to answer, the sheet, and the published results."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.pages.answer import answer
from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.surveys.models import Survey
from linli.evaluation.surveys.presentation import count_the_rest, tell_as_data, tell_results
from linli.evaluation.surveys.queries import waves
from linli.mechanisms.questionnaire import actions as questionnaires
from linli.mechanisms.questionnaire.forms.answering import CodeForm
from linli.mechanisms.questionnaire.views.answering import open_sheet, take_turn

PUBLISHED = 12
"""Waves listed on the page."""


@public
@require_safe
def come_in(request: Visit) -> HttpResponse:
    """With a slip's code straight to the questions; without, how one comes to answer, and what
    was published."""
    code = request.GET.get("code", "")
    on = timezone.localdate()
    opened = waves.open_waves(request.community, on)
    for survey in opened:
        form = open_sheet(survey.questionnaire, code)
        if form is not None:
            return _sheet(request, survey, form)
    taking = [each for each in opened if each.questionnaire.opens_on <= on]
    context = {
        "taking": taking,
        "coming": [each for each in opened if each.questionnaire.opens_on > on],
        "everybody": [each for each in taking if not each.questionnaire.by_sample],
        "form": CodeForm(initial={"code": code}),
        "wrong": bool(code),
        "published": waves.published_waves(request.community)[:PUBLISHED],
    }
    return answer(request, "evaluation/surveys/come_in.html", context)


@signed_in
@require_POST
def take_slip(request: Visit, wave: UUID) -> HttpResponse:
    """Takes a slip on the page, where everybody is asked, and goes on to the questions."""
    survey = _taken(request, wave)
    code = questionnaires.take_slip(survey.questionnaire, by=request.actor, at=timezone.now())
    address = reverse("evaluation:survey_come_in", args=[request.community.code])
    return redirect(f"{address}?code={code}")


@public
@require_POST
def turn(request: Visit, wave: UUID) -> HttpResponse:
    """A page of the sheet was sent."""
    survey = _taken(request, wave)
    return take_turn(
        request,
        survey.questionnaire,
        template="evaluation/surveys/answer.html",
        context=_context(request, survey),
        act=partial(questionnaires.answer, survey.questionnaire),
        to=reverse("evaluation:survey_come_in", args=[request.community.code]),
    )


@public
@require_safe
def results(request: Visit, wave: UUID) -> HttpResponse:
    """The published results, with the answer rate beside them."""
    survey = waves.published_wave(request.community, wave)
    floor = floor_laid_down(survey.community, timezone.localdate())
    told = tell_results(survey, floor, public=True)
    rest = count_the_rest(survey, floor)
    context = {"survey": survey, "made": survey.questionnaire, "told": told, "results": rest}
    return answer(
        request, "evaluation/surveys/results.html", context, json=lambda: tell_as_data(told, rest)
    )


def _sheet(request: Visit, survey: Survey, form: Any) -> HttpResponse:
    return answer(
        request, "evaluation/surveys/answer.html", {**_context(request, survey), "form": form}
    )


def _context(request: Visit, survey: Survey) -> dict[str, Any]:
    code = request.community.code
    return {
        "survey": survey,
        "action": reverse("evaluation:survey_turn", args=[code, survey.questionnaire_id]),
        "away": reverse("evaluation:survey_come_in", args=[code]),
    }


def _taken(request: Visit, wave: UUID) -> Survey:
    found = waves.wave_in(request.community, wave)
    if found.state == "draft":
        raise Http404
    return found
