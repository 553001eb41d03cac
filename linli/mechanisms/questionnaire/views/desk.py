"""The desk: how many came back, slips, the sheet for print, those not reached."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.places.laid_down import floor_laid_down
from linli.mechanisms.questionnaire import actions, rules
from linli.mechanisms.questionnaire.forms.desk import SlipsForm, UnreachedForm
from linli.mechanisms.questionnaire.models import Question, Questionnaire
from linli.mechanisms.questionnaire.queries import asking
from linli.mechanisms.questionnaire.queries.answers import rate_of
from linli.mechanisms.questionnaire.words import DONT_KNOW


@needs("questionnaire.keep")
@require_safe
def show(request: Visit, questionnaire_id: UUID) -> HttpResponse:
    """How many were asked and answered, and by which way."""
    found = asking.kept_by(request.actor, request.community, questionnaire_id)
    return _desk(request, found, UnreachedForm())


@needs("questionnaire.type_in")
@require_POST
def unreached(request: Visit, questionnaire_id: UUID) -> HttpResponse:
    """Counts those who said no or were not found."""
    found = asking.typed_by(request.actor, request.community, questionnaire_id)
    form = UnreachedForm(request.POST)
    if not form.is_valid():
        return _desk(request, found, form, status=422)
    actions.count_unreached(found, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, _("记下了。"))
    return redirect("questionnaire:desk", request.community.code, found.pk)


@needs("questionnaire.keep")
def slips(request: Visit, questionnaire_id: UUID) -> HttpResponse:
    """Prints slips: their codes are shown this once."""
    found = asking.kept_by(request.actor, request.community, questionnaire_id)
    sent = request.POST if request.method == "POST" else None
    form = SlipsForm(sent, strata=asking.strata_of(found))
    context: dict[str, Any] = {"questionnaire": found, "form": form}
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return answer(request, "questionnaire/slips.html", context, status=status)
    codes = actions.print_slips(found, **form.cleaned_data, by=request.actor, at=timezone.now())
    context["slips"] = slips_to_print(request, found, codes)
    found.refresh_from_db(fields=["handed_out"])
    if found.drawn is not None:
        context["within"] = rules.within_sample(found.handed_out, found.drawn)
    return answer(request, "questionnaire/slips.html", context)


@needs("questionnaire.keep")
@require_safe
def paper(request: Visit, questionnaire_id: UUID) -> HttpResponse:
    """The questions on paper; `?large=1` in large print."""
    found = asking.kept_by(request.actor, request.community, questionnaire_id)
    context = {
        "questionnaire": found,
        "lines": lines_of(asking.questions_of(found)),
        "dont_know": DONT_KNOW,
        "large": "large" in request.GET,
    }
    return answer(request, "questionnaire/paper.html", context)


def slips_to_print(
    request: Visit, questionnaire: Questionnaire, codes: list[str]
) -> list[dict[str, str]]:
    """Codes with the address their QR leads to: the room's page."""
    address = request.build_absolute_uri(questionnaire.sort.page(questionnaire))
    return [{"code": code, "url": f"{address}?code={code}"} for code in codes]


def lines_of(questions: list[Question]) -> list[dict[str, Any]]:
    """The questions as paper shows them: of one with a condition, who is to answer it."""
    by_key = {each.key: each for each in questions}
    lines = []
    for question in questions:
        asked, when = question.as_asked(), ""
        if asked.after:
            options = [text for code, text in by_key[asked.after].choices if code in asked.on]
            when = _("第 {number} 题选了“{options}”的才答").format(
                number=asked.after, options="、".join(options)
            )
        lines.append({"question": question, "when": when})
    return lines


def _desk(
    request: Visit, questionnaire: Questionnaire, form: UnreachedForm, status: int = 200
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "questionnaire": questionnaire,
        "home": questionnaire.sort.desk(questionnaire),
        "rate": rate_of(questionnaire, floor_laid_down(questionnaire.community, today)),
        "unreached": form if questionnaire.state == "open" else None,
        "strata": asking.strata_of(questionnaire),
        "floor": asking.stratum_floor(questionnaire, today),
    }
    return answer(request, "questionnaire/desk.html", context, status=status)
