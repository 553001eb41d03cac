"""Surveys at the desk: composed, drawn, taken, closed, published."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms as plain
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may, permit
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.surveys import actions
from linli.evaluation.surveys.bank import OWN_MOST, bank
from linli.evaluation.surveys.forms import composing as forms
from linli.evaluation.surveys.models import Survey
from linli.evaluation.surveys.presentation import count_the_rest, tell_results
from linli.evaluation.surveys.queries import waves
from linli.mechanisms.questionnaire.forms.answering import AnswerForm
from linli.mechanisms.questionnaire.queries.answers import rate_of
from linli.mechanisms.questionnaire.queries.asking import questions_of, strata_of
from linli.mechanisms.questionnaire.queries.results import words_said
from linli.mechanisms.questionnaire.rules import paper_counted


@needs("evaluation.survey")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """All waves, the latest first."""
    rows = waves.waves_of(request.community)
    return answer(request, "evaluation/surveys/list.html", {"rows": rows})


@needs("evaluation.survey")
def new(request: Visit) -> HttpResponse:
    """Composes a wave."""
    today = timezone.localdate()
    start = {
        "title": _("{year} 年居民满意度调查").format(year=today.year),
        "opens_on": today,
        "closes_on": today + timedelta(days=20),
        "sets": list(forms.START),
    }
    form = forms.SurveyForm(sent(request), initial=start)
    own = forms.OwnQuestions(sent(request), prefix="own")
    if not (form.is_bound and form.is_valid() and own.is_valid()):
        return _compose(request, form, own)
    given = {**form.cleaned_data, "own": forms.own_in(own)}
    survey = actions.compose_survey(request.community, **given, by=request.actor, at=timezone.now())
    return redirect("evaluation:survey_frame", request.community.code, survey.questionnaire_id)


@needs("evaluation.survey")
def recompose(request: Visit, wave: UUID) -> HttpResponse:
    """Composes it anew, while it is prepared."""
    survey = wave_or_404(request, wave, "draft")
    form = forms.SurveyForm(sent(request), initial=_as_it_stands(survey))
    start = [
        {"text": each.text, "options": "\n".join(each.options)}
        for each in questions_of(survey.questionnaire)
        if not each.item
    ]
    own = forms.OwnQuestions(
        sent(request), prefix="own", initial=[*start, *({} for _n in range(OWN_MOST - len(start)))]
    )
    if not (form.is_bound and form.is_valid() and own.is_valid()):
        return _compose(request, form, own, survey=survey)
    actions.recompose_survey(
        survey,
        **form.cleaned_data,
        own=forms.own_in(own),
        by=request.actor,
        at=timezone.now(),
    )
    return _to(request, survey)


def _as_it_stands(survey: Survey) -> dict[str, Any]:
    made = survey.questionnaire
    of_asking = ("title", "title_en", "per", "opens_on", "closes_on")
    said = {name: getattr(made, name) for name in of_asking}
    return said | {name: getattr(survey, name) for name in ("purpose", "sets", "how", "strata")}


def _compose(request: Visit, form: Any, own: Any, **more: Any) -> HttpResponse:
    status = 422 if form.is_bound else 200
    context = {"form": form, "own": own, "bank": bank(), **more}
    return answer(request, "evaluation/surveys/compose.html", context, status=status)


@needs("evaluation.survey")
@require_safe
def show(request: Visit, wave: UUID) -> HttpResponse:
    """One wave: how far it is, what is to be done next; the results once they are reckoned."""
    survey = waves.wave_in(request.community, wave)
    made = survey.questionnaire
    open_doors = waves.count_doors(survey)
    floor = floor_laid_down(survey.community, timezone.localdate())
    context = {
        "survey": survey,
        "made": made,
        "rate": rate_of(made, floor),
        "questions": questions_of(made),
        "strata": [(each, open_doors.get(each.code, 0)) for each in strata_of(made)],
        "doors": sum(open_doors.values()),
        "told": tell_results(survey, floor, public=False) if survey.reckoned_at else None,
        **(_counted(survey, floor) if survey.reckoned_at else {}),
        "may_publish": may("evaluation.publish_survey", request.actor, survey),
    }
    return answer(request, "evaluation/surveys/desk.html", context)


def _counted(survey: Survey, floor: int) -> dict[str, Any]:
    made = survey.questionnaire
    return {"results": count_the_rest(survey, floor), "words": words_said(made)}


@needs("evaluation.survey")
@require_safe
def preview(request: Visit, wave: UUID) -> HttpResponse:
    """The sheet as a resident sees it; nothing can be handed in."""
    survey = waves.wave_in(request.community, wave)
    form = AnswerForm(questions=questions_of(survey.questionnaire))
    del form.fields["code"]
    context = {"survey": survey, "form": form}
    return answer(request, "evaluation/surveys/preview.html", context)


@needs("evaluation.survey")
def close(request: Visit, wave: UUID) -> HttpResponse:
    """Ends it before its last day is over, or because paper is all typed in."""
    survey = waves.wave_in(request.community, wave)
    floor = floor_laid_down(survey.community, timezone.localdate())
    rate = rate_of(survey.questionnaire, floor)
    waiting = paper_counted(rate.waiting, 0)
    form = None if waiting else forms.CloseForm(sent(request), waiting=rate.waiting)
    note = _(
        "收到 {valid} 份。结束以后不再收答卷；调查条、还没问到的住房名单一起删除，然后计算结果。"
    )
    return _step(
        request,
        survey,
        lambda given: actions.close_survey(
            survey, leaving=given.get("leaving", 0), by=request.actor, at=timezone.now()
        ),
        form,
        findings=() if waiting else (waiting,),
        title=_("结束调查"),
        done=_("调查结束了，正在计算结果。"),
        note=note.format(valid=rate.valid),
    )


@needs("evaluation.survey")
def open_up(request: Visit, wave: UUID) -> HttpResponse:
    """Begins it."""
    survey = waves.wave_in(request.community, wave)
    return _step(
        request,
        survey,
        lambda _given: actions.open_survey(survey, by=request.actor, at=timezone.now()),
        title=_("开始调查"),
        done=_("调查开始了。下一步：印调查条，发到抽中的住房。"),
        note=_(
            "开始以后，问题、日期和样本都不能再改。开始的日子还没到的，到那天才收答卷；调查条可以先印。"
        ),
    )


@needs("evaluation.survey")
def drop(request: Visit, wave: UUID) -> HttpResponse:
    """Gives a draft up."""
    survey = wave_or_404(request, wave, "draft")
    return step(
        request,
        plain.Form(sent(request)),
        lambda _given: actions.drop_survey(survey, by=request.actor, at=timezone.now()),
        title=_("不做这次调查了"),
        done=_("不做了，都删掉了。"),
        note=_("选好的题、数好的底册和抽样名单一起删掉，不能恢复。"),
        back=reverse("evaluation:surveys", args=[request.community.code]),
    )


@needs("evaluation.survey")
def publish(request: Visit, wave: UUID) -> HttpResponse:
    """Makes the results public."""
    survey = waves.wave_in(request.community, wave)
    permit("evaluation.publish_survey", request.actor, survey)
    return _step(
        request,
        survey,
        lambda _given: actions.publish_survey(survey, by=request.actor, at=timezone.now()),
        title=_("公布结果"),
        done=_("结果公布了，也进了社区评价。"),
        note=_("公布以后不能收回。人少的数不会显示，自己写的话不公开。"),
    )


def _step(
    request: Visit, survey: Survey, carry_out: Any, form: Any = None, **words: Any
) -> HttpResponse:
    back = reverse("evaluation:survey_desk", args=[request.community.code, survey.questionnaire_id])
    return step(request, form or plain.Form(sent(request)), carry_out, back=back, **words)


def _to(request: Visit, survey: Survey) -> HttpResponse:
    return redirect("evaluation:survey_desk", request.community.code, survey.questionnaire_id)


def wave_or_404(request: Visit, wave: UUID, *states: str) -> Survey:
    """A wave that stands where this page can be used (Http404)."""
    survey = waves.wave_in(request.community, wave)
    if survey.state not in states:
        raise Http404
    return survey
