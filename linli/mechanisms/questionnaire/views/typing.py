"""Typing in what came on paper, by telephone or at a door, and settling what differs."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.lib.law import Finding, Refused
from linli.mechanisms.questionnaire import actions, rules
from linli.mechanisms.questionnaire.actions.typing import COUNTED, DIFFERS, FIRST
from linli.mechanisms.questionnaire.forms.answering import AnswerForm, CodeForm, ToldForm
from linli.mechanisms.questionnaire.forms.desk import SettleForm
from linli.mechanisms.questionnaire.models import PaperEntry, Question, Questionnaire
from linli.mechanisms.questionnaire.queries import asking, slips


@needs("questionnaire.type_in")
def type_in(request: Visit, questionnaire_id: UUID) -> HttpResponse:
    """Types in answers on paper, one after the other."""
    found = asking.typed_by(request.actor, request.community, questionnaire_id)
    form = AnswerForm(_sent(request), questions=asking.questions_of(found))
    if not form.is_valid():
        return _show(request, "type_in", found, form)
    try:
        came = actions.type_paper(found, **_given(request, form))
        tell, words = _TOLD[came]
        tell(request, words())
    except Replayed:
        messages.info(request, _("这一份刚才已经录过了，没有重复计。"))
    return redirect("questionnaire:type_in", request.community.code, found.pk)


@needs("questionnaire.type_in")
def told(request: Visit, questionnaire_id: UUID) -> HttpResponse:
    """Writes down what somebody says by telephone or at the door."""
    found = asking.typed_by(request.actor, request.community, questionnaire_id)
    form = ToldForm(_sent(request), questions=asking.questions_of(found))
    if not form.is_valid():
        return _show(request, "told", found, form)
    try:
        actions.answer_for(found, channel=form.cleaned_data["channel"], **_given(request, form))
        messages.success(request, _("记好一份，接着记下一份。"))
    except Replayed:
        messages.info(request, _("这一份刚才已经录过了，没有重复计。"))
    return redirect("questionnaire:told", request.community.code, found.pk)


@needs("questionnaire.type_in")
def doubts(request: Visit, questionnaire_id: UUID) -> HttpResponse:
    """The sheets whose two typings differ; one that was typed under a wrong code is taken back."""
    found = asking.typed_by(request.actor, request.community, questionnaire_id)
    form = CodeForm(_sent(request))
    if form.is_valid():
        entry = slips.entry_of(found, form.cleaned_data["code"])
        if entry is None:
            raise Refused(Finding(False, "questionnaire.paper_untouched"))
        actions.drop_paper(entry, by=request.actor, at=timezone.now())
        messages.success(request, _("撤回了。那张调查条可以重新用。"))
        return redirect("questionnaire:doubts", request.community.code, found.pk)
    asked = asking.questions_of(found)
    rows = [(entry, len(_differing(entry, asked))) for entry in slips.entries_in_doubt(found)]
    single = asking.waiting(found) - len(rows)
    return _show(request, "doubts", found, form, entries=rows, single=single)


@needs("questionnaire.type_in")
def settle(request: Visit, questionnaire_id: UUID, entry_id: UUID) -> HttpResponse:
    """Settles, with the paper in hand, what two typings differ in."""
    found = asking.typed_by(request.actor, request.community, questionnaire_id)
    waiting = {entry.pk: entry for entry in slips.entries_in_doubt(found)}
    if entry_id not in waiting:
        raise Refused(Finding(False, "questionnaire.paper_untouched"))
    entry = waiting[entry_id]
    differing = _differing(entry, asking.questions_of(found))
    form = SettleForm(_sent(request), questions=differing, entry=entry)
    if not form.is_valid():
        return _show(request, "settle", found, form)
    actions.settle_paper(entry, answers=form.settled, by=request.actor, at=timezone.now())
    messages.success(request, _("核对好了，已计入。"))
    return redirect("questionnaire:doubts", request.community.code, found.pk)


_TOLD: dict[str, Any] = {
    COUNTED: (messages.success, lambda: _("录好一份，接着录下一份。")),
    FIRST: (messages.success, lambda: _("第一遍录好了，等另一个人录第二遍。")),
    DIFFERS: (messages.warning, lambda: _("两遍录得不一样，请拿着这份答卷去核对。")),
}


def _differing(entry: PaperEntry, questions: list[Question]) -> list[Question]:
    asked = [question.as_asked() for question in questions]
    keys = set(rules.differences(asked, entry.first, entry.second or {}))
    return [question for question in questions if question.key in keys]


def _given(request: Visit, form: AnswerForm) -> dict[str, Any]:
    said = {"code": form.cleaned_data["code"], "answers": form.answers}
    return {**said, "once": form.cleaned_data["once"], "by": request.actor, "at": timezone.now()}


def _sent(request: Visit) -> Any:
    return request.POST if request.method == "POST" else None


def _show(
    request: Visit, page: str, questionnaire: Questionnaire, form: Any, **more: Any
) -> HttpResponse:
    context = {"questionnaire": questionnaire, "form": form, **more}
    status = 422 if form.is_bound else 200
    return answer(request, f"questionnaire/{page}.html", context, status=status)
