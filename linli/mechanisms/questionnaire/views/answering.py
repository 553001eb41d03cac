"""What a room's page of answering calls: the first page for a slip, then page after page.

    def survey(request):                      # GET
        form = open_sheet(found, request.GET.get("code", ""))
        …"questionnaire/_answer.html" with form, action; or "_come_in.html" with CodeForm
    def answer_survey(request, …):            # POST
        return take_turn(request, found, template="…",
                         context={…}, act=partial(actions.answer_survey, survey), to=address)

Nothing is kept until the last page: what was answered travels with the form.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer, wants_fragment
from linli.lib.identity.receipt import parse_receipt
from linli.lib.law import require
from linli.mechanisms.questionnaire.forms.answering import AnswerForm
from linli.mechanisms.questionnaire.models import Questionnaire
from linli.mechanisms.questionnaire.queries.asking import questions_of, takes_answers
from linli.mechanisms.questionnaire.queries.slips import slip_open


def open_sheet(questionnaire: Questionnaire, code: str) -> AnswerForm | None:
    """The first page for a slip's code, however it was typed; None where it is no good slip.
    Refused before the first day and after the last, so that nobody answers in vain."""
    read = parse_receipt(code) if code else None
    if not isinstance(read, str) or not slip_open(questionnaire, read):
        return None
    require(takes_answers(questionnaire, timezone.localdate()))
    return AnswerForm(initial={"code": read}, questions=questions_of(questionnaire), leaf=0)


def take_turn(
    request: Visit,
    questionnaire: Questionnaire,
    *,
    template: str,
    context: Mapping[str, Any],
    act: Callable[..., object],
    to: str,
) -> HttpResponse:
    """A page of the sheet was sent: shows it again where something is wrong, or the one before
    (`back`), or the next one; after the last hands in, by the room's `act` (which takes `code`,
    `answers`, `once`, `by`, `at`), and leads on `to`. A sheet that was handed in already is said
    to be so, and counts once."""
    questions = questions_of(questionnaire)
    form = AnswerForm(request.POST, questions=questions, leaf=_leaf_in(request))
    if not form.is_valid():
        return _show(request, template, context, form, status=422)
    back = "back" in request.POST
    leaf = form.leaf_before() if back else form.leaf_after()
    if leaf is not None:
        said = {"code": form.cleaned_data["code"], "once": form.cleaned_data["once"]}
        page = AnswerForm(initial=said | _carried(form), questions=questions, leaf=leaf)
        return _show(request, template, context, page)
    given = {"code": form.cleaned_data["code"], "answers": form.answers}
    try:
        act(**given, once=form.cleaned_data["once"], by=request.actor, at=timezone.now())
        messages.success(request, _("收到了，谢谢。答卷上没有您的姓名，也查不到是谁答的。"))
    except Replayed:
        messages.info(request, _("这份答卷刚才已经收到了，没有重复计。"))
    if wants_fragment(request):
        return HttpResponse(status=204, headers={"HX-Redirect": to})
    return redirect(to)


def _leaf_in(request: Visit) -> int:
    sent = request.POST.get("leaf", "")
    return int(sent) if sent.isdecimal() and len(sent) < 4 else 0


def _carried(form: AnswerForm) -> dict[str, Any]:
    return {
        name: value for name, value in form.cleaned_data.items() if name.startswith("q") and value
    }


def _show(
    request: Visit,
    template: str,
    context: Mapping[str, Any],
    form: AnswerForm,
    status: int = 200,
) -> HttpResponse:
    page = {**context, "form": form}
    return answer(request, template, page, "questionnaire/_answer.html", status=status)
