"""Surveys at the desk: prepared, handed out, typed in, published."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.places.laid_down import floor_laid_down
from linli.mechanisms.flow.queries import moves_open
from linli.mechanisms.questionnaire.forms.answering import AnswerForm
from linli.mechanisms.questionnaire.queries.asking import questions_of
from linli.mechanisms.questionnaire.queries.results import results_of, words_said
from linli.mechanisms.questionnaire.views.desk import lines_of, slips_to_print
from linli.stewardship.planning import actions
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
    results = results_of(
        survey.questionnaire, floor_laid_down(request.community, timezone.localdate())
    )
    context = {
        "survey": survey,
        "results": results,
        "over": over,
        "words": words_said(survey.questionnaire) if over else [],
        "enough": results.enough if over else None,
        "offers": offered(moves_open(SURVEY, survey, request.actor), SURVEY_STEPS),
    }
    return answer(request, "planning/survey_desk.html", context)


@needs("planning.survey")
def questions(request: Visit, survey_id: UUID) -> HttpResponse:
    """The table of questions, while nobody has answered."""
    survey = surveys.survey_in(request.community, survey_id)
    start = forms.question_start(questions_of(survey.questionnaire))
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
    context = {
        "survey": survey,
        "slips": slips_to_print(request, survey.questionnaire, codes),
        "lines": lines_of(questions_of(survey.questionnaire)),
    }
    return answer(request, "planning/slips.html", context)


@needs("planning.type_in")
def type_in(request: Visit, survey_id: UUID) -> HttpResponse:
    """Types in answers on paper, one after the other."""
    survey = surveys.survey_in(request.community, survey_id)
    form = AnswerForm(sent(request), questions=questions_of(survey.questionnaire))
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


def _to(request: Visit, survey: Survey) -> HttpResponse:
    return redirect("planning:survey_desk", request.community.code, survey.pk)
