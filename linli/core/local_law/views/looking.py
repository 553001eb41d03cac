"""What has been laid down here, what waits for a second person, and the life of each value."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.audit.queries import entries_of
from linli.core.local_law import actions, queries, rules
from linli.core.local_law.forms import EndForm, ReasonForm
from linli.core.local_law.models import LocalValue
from linli.core.local_law.views.shapes import change_told, line_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Entry


@needs("local_law.see")
@require_safe
def show(request: Visit) -> HttpResponse:
    """What waits, what holds here, what is to come, and what has ended or was not to be."""
    on = timezone.localdate()
    waiting = {value.pk for value in queries.waiting_here(request.community)}
    lines = [line_of(value, on) for value in queries.values_here(request.community)]
    context = {
        "waiting": [line for line in lines if line["value"].pk in waiting],
        "here": [line for line in lines if line["stands"] in {"in_force", "coming"}],
        "past": [line for line in lines if line["stands"] in {"ended", "withdrawn"}],
        "enters": may("local_law.enter", request.actor, request.community),
    }
    return answer(request, "local_law/values.html", context)


@needs("local_law.see")
@require_safe
def open_value(request: Visit, pk: UUID) -> HttpResponse:
    """One value: what it says, what it changes, who has done what with it, and what can be done."""
    value = _find(request, pk)
    on = timezone.localdate()
    context = {
        **line_of(value, on),
        **_doors(request, value, on),
        "change": change_told(value.parameter(), request.community)
        if value.state == "proposed"
        else None,
        "history": [Entry(entry.at, entry.words) for entry in entries_of(value.pk)],
    }
    return answer(request, "local_law/value.html", context)


@needs("local_law.see")
@require_POST
def settle(request: Visit, pk: UUID) -> HttpResponse:
    """Confirms, declines, asks for an end, or agrees to one: each is an act of its own."""
    value = _find(request, pk)
    given: dict[str, Any] = {}
    act = request.POST.get("act", "")
    form: Any = {"withdraw": ReasonForm, "ask_end": EndForm}.get(act)
    if form is not None:
        filled = form(request.POST)
        if not filled.is_valid():
            messages.error(request, _("请填写完整。"))
            return redirect("local_law:value", request.community.code, pk)
        given = filled.cleaned_data
    do = _ACTS.get(act)
    if do is None:
        return HttpResponseBadRequest()
    do(request.community, value=value, by=request.actor, at=timezone.now(), **given)
    messages.success(request, str(_SAID[act]()))
    return redirect("local_law:value", request.community.code, pk)


_ACTS: dict[str, Any] = {
    "confirm": actions.confirm,
    "withdraw": actions.withdraw,
    "ask_end": actions.ask_end,
    "confirm_end": actions.confirm_end,
    "keep_on": actions.keep_on,
}
_SAID: dict[str, Any] = {
    "confirm": lambda: _("已确认，从开始那天起执行。"),
    "withdraw": lambda: _("已记下，这个数字不执行。"),
    "ask_end": lambda: _("已提出，等第二个人确认。"),
    "confirm_end": lambda: _("已确认，到最后一天为止。"),
    "keep_on": lambda: _("照旧执行。"),
}


def _find(request: Visit, pk: UUID) -> LocalValue:
    value = queries.value_here(request.community, pk)
    if value is None:
        raise Http404
    return value


def _doors(request: Visit, value: LocalValue, on: date) -> dict[str, Any]:
    """What this reader may do with it now; the act asks the same again."""
    actor, here = request.actor, request.community
    proposed, ends = value.state == "proposed", value.end_asked is not None
    asked_by = value.end_asked_by_id if ends else value.entered_by_id
    colleague = may("local_law.confirm", actor, here)
    second = colleague and bool(rules.two_people(asked_by, actor.account))
    lasts = value.in_force_to is None or value.in_force_to > on
    return {
        "may_confirm": proposed and second,
        "own_entry": proposed and colleague and not second,
        "may_withdraw": proposed and may("local_law.withdraw", actor, here),
        "may_ask_end": value.state == "confirmed"
        and not ends
        and lasts
        and may("local_law.enter", actor, here),
        "may_confirm_end": ends and second,
        "may_keep_on": ends and may("local_law.withdraw", actor, here),
        "end_form": EndForm(initial={"last_day": max(on, value.in_force_from)}),
        "reason_form": ReasonForm(),
    }
