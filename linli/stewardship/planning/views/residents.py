"""What residents say: wishes at any time, and the survey once a year."""

from contextlib import suppress
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.places.laid_down import floor_laid_down
from linli.mechanisms.questionnaire.forms.answering import CodeForm
from linli.mechanisms.questionnaire.queries.results import Results, results_of
from linli.mechanisms.questionnaire.views.answering import open_sheet, take_turn
from linli.stewardship.planning import actions
from linli.stewardship.planning.flows import WISH
from linli.stewardship.planning.forms.wishes import WishForm
from linli.stewardship.planning.queries import surveys, wishes
from linli.stewardship.planning.views.answering import sent, show_form

SHOWN = ("listed", "taken_up", "answered", "declined")


@public
@require_safe
def list_wishes(request: Visit) -> HttpResponse:
    """The wishes on the list, the most voices first; by what became of them."""
    wanted = request.GET.get("show", "")
    show = wanted if wanted in SHOWN else ""
    rows = list(wishes.public_wishes(request.community, show)[:200])
    counts = wishes.public_counts(request.community)
    address = reverse("planning:wishes", args=[request.community.code])
    tabs = [Tab(_("全部"), address, not show)]
    tabs += [
        Tab(WISH.states[name].label, f"{address}?show={name}", name == show, counts.get(name, 0))
        for name in SHOWN
    ]
    context = {
        "rows": rows,
        "tabs": tabs,
        "survey": surveys.open_survey(request.community),
        "published": surveys.published_surveys(request.community)[:5],
    }
    return answer(request, "planning/wishes.html", context, json=lambda: _as_data(rows))


@public
def new_wish(request: Visit) -> HttpResponse:
    """Somebody wishes for something."""
    form = WishForm(sent(request), community=request.community)
    if not form.is_valid():
        return show_form(request, "planning/wish_new.html", form)
    with suppress(Replayed):
        made = actions.send_wish(
            request.community, **form.cleaned_data, by=request.actor, at=timezone.now()
        )
        messages.success(request, _("收到了。把这一页的网址存下来，就能看到结果。"))
        return redirect("planning:wish", request.community.code, made.pk)
    return redirect("planning:wishes", request.community.code)


@public
@require_safe
def show_wish(request: Visit, wish_id: UUID) -> HttpResponse:
    """What became of a wish; its words only where they are on the list."""
    wish = wishes.wish_in(request.community, wish_id)
    context = {"wish": wish, "entries": wishes.story_of(wish, public=True)}
    return answer(request, "planning/wish.html", context)


@public
@require_safe
def survey(request: Visit) -> HttpResponse:
    """The survey that is being taken: type the code of a slip, or take one."""
    found = surveys.open_survey(request.community)
    code = request.GET.get("code", "")
    form: Any = open_sheet(found.questionnaire, code) if found is not None else None
    if form is not None:
        return answer(request, "planning/survey_answer.html", {"survey": found, "form": form})
    context = {
        "survey": found,
        "form": CodeForm(initial={"code": code}),
        "wrong": bool(code),
        "published": surveys.published_surveys(request.community)[:5],
    }
    return answer(request, "planning/survey.html", context)


@signed_in
@require_POST
def take_slip(request: Visit) -> HttpResponse:
    """Takes a slip on the page, and goes on to the questions with it."""
    found = surveys.open_survey(request.community)
    if found is None:
        raise Http404
    code = actions.take_slip(found, by=request.actor, at=timezone.now())
    return redirect(f"{reverse('planning:survey', args=[request.community.code])}?code={code}")


@public
@require_POST
def answer_survey(request: Visit, survey_id: UUID) -> HttpResponse:
    """An answer is handed in."""
    found = surveys.survey_in(request.community, survey_id)
    return take_turn(
        request,
        found.questionnaire,
        template="planning/survey_answer.html",
        context={"survey": found},
        act=partial(actions.answer_survey, found),
        to=reverse("planning:survey", args=[request.community.code]),
    )


@public
@require_safe
def results(request: Visit, survey_id: UUID) -> HttpResponse:
    """The published counts, small ones hidden."""
    rows = surveys.published_surveys(request.community).select_related("community")
    found = rows.filter(pk=survey_id).first()
    if found is None:
        raise Http404
    told = results_of(found.questionnaire, floor_laid_down(request.community, timezone.localdate()))
    context = {"survey": found, "results": told, "enough": told.enough}
    return answer(request, "planning/results.html", context, json=lambda: _results_as_data(told))


def _as_data(rows: list[Any]) -> list[dict[str, Any]]:
    return [
        {
            "number": wish.number,
            "title": wish.public_title,
            "text": wish.public_text,
            "state": wish.state,
            "voices": wish.voices,
            "reply": wish.reply,
        }
        for wish in rows
    ]


def _results_as_data(told: Results) -> dict[str, Any]:
    return {
        "title": told.questionnaire.title,
        "handed_out": told.handed_out,
        "answered": told.answered_told,
        "questions": [
            {
                "text": each.question.text,
                "kind": each.question.kind,
                "answered": each.shown.answered,
                "options": [
                    {"text": text, "count": count}
                    for text, count in zip(each.question.options, each.shown.counts, strict=False)
                ],
            }
            for each in told.results
        ],
    }
