"""Surveys at the desk: prepared, handed out, typed in, published."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.mechanisms.flow.queries import moves_open
from linli.stewardship.planning import actions, rules
from linli.stewardship.planning.flows import SURVEY
from linli.stewardship.planning.forms import surveys as forms
from linli.stewardship.planning.forms.steps import SURVEY_STEPS, offered
from linli.stewardship.planning.models import Survey
from linli.stewardship.planning.queries import surveys
from linli.stewardship.planning.views.answering import sent, show_form, take_step


@needs("planning.survey")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """All rounds."""
    rows = surveys.surveys_of(request.community)
    return answer(request, "planning/surveys_desk.html", {"rows": rows})


@needs("planning.survey")
def new(request: Visit) -> HttpResponse:
    """Prepares a round."""
    today = timezone.localdate()
    start = {"title": _("{year} 年居民需求调查").format(year=today.year), "opens_on": today}
    form = forms.SurveyForm(sent(request), initial=start)
    if not form.is_valid():
        return show_form(request, "planning/survey_new.html", form)
    said = dict(form.cleaned_data)
    questions = forms.shipped_questions() if said.pop("shipped") else ()
    survey = actions.draft_survey(
        request.community, questions=questions, **said, by=request.actor, at=timezone.now()
    )
    return redirect("planning:questions", request.community.code, survey.pk)


@needs("planning.survey")
@require_safe
def show(request: Visit, survey_id: UUID) -> HttpResponse:
    """One round: how many slips, how many answers, the steps; the counts once it is over."""
    survey = surveys.survey_in(request.community, survey_id)
    over = survey.state in ("closed", "published")
    results = surveys.results_of(survey, titles=chart_titles())
    context = {
        "survey": survey,
        "results": results,
        "over": over,
        "words": surveys.words_said(survey) if over else [],
        "enough": enough(results) if over else None,
        "offers": offered(moves_open(SURVEY, survey, request.actor), SURVEY_STEPS),
    }
    return answer(request, "planning/survey_desk.html", context)


@needs("planning.survey")
def questions(request: Visit, survey_id: UUID) -> HttpResponse:
    """The table of questions, while nobody has answered."""
    survey = surveys.survey_in(request.community, survey_id)
    start = forms.question_start(surveys.questions_of(survey))
    rows = forms.Questions(sent(request), initial=start)
    if not (rows.is_bound and rows.is_valid()):
        return show_form(request, "planning/questions.html", rows, survey=survey)
    asked = forms.questions_in(rows)
    actions.write_questions(survey, questions=asked, by=request.actor, at=timezone.now())
    messages.success(request, _("已保存。"))
    return _to(request, survey)


@needs("planning.survey")
def move(request: Visit, survey_id: UUID, name: str) -> HttpResponse:
    """A step of a survey."""
    survey = surveys.survey_in(request.community, survey_id)
    start = {"back": ("planning:survey_desk", survey.pk), "row_title": survey.title}
    return take_step(request, SURVEY, survey, name, SURVEY_STEPS, start) or _to(request, survey)


@needs("planning.survey")
def slips(request: Visit, survey_id: UUID) -> HttpResponse:
    """Prints slips: their codes are shown this once."""
    survey = surveys.survey_in(request.community, survey_id)
    form = forms.SlipsForm(sent(request))
    if not form.is_valid():
        return show_form(request, "planning/slips.html", form, survey=survey)
    codes = actions.print_slips(survey, **form.cleaned_data, by=request.actor, at=timezone.now())
    address = request.build_absolute_uri(reverse("planning:survey", args=[survey.community.code]))
    context = {
        "survey": survey,
        "slips": [{"code": code, "url": f"{address}?code={code}"} for code in codes],
        "questions": surveys.questions_of(survey),
        "address": address,
    }
    return answer(request, "planning/slips.html", context)


@needs("planning.type_in")
def type_in(request: Visit, survey_id: UUID) -> HttpResponse:
    """Types in answers on paper, one after the other."""
    survey = surveys.survey_in(request.community, survey_id)
    form = forms.AnswerForm(sent(request), questions=surveys.questions_of(survey))
    if not form.is_valid():
        return show_form(request, "planning/type_in.html", form, survey=survey)
    actions.type_in_answer(
        survey,
        code=form.cleaned_data["code"],
        answers=form.answers,
        once=form.cleaned_data["once"],
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("录好一份，接着录下一份。"))
    return redirect("planning:type_in", request.community.code, survey.pk)


def chart_titles() -> dict[str, Any]:
    """The words of a result's chart."""
    return {
        "option": _("选项"),
        "answers": _("答的份数"),
        "unit": "",
        "few": _("少于 10 的，以及会把它们算出来的，不写。"),
    }


def enough(results: surveys.Results) -> Any:
    """Whether so many answered that the result says something: over one in twenty."""
    return rules.enough_answers(results.answered, results.handed_out, surveys.THIN)


def _to(request: Visit, survey: Survey) -> HttpResponse:
    return redirect("planning:survey_desk", request.community.code, survey.pk)
