"""Visits of a case, and a post's list of its own files of a kind: for its handlers alone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views import proving
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.lib.calendar import local_day
from linli.service.casework.actions import visits as actions
from linli.service.casework.forms import visits as forms
from linli.service.casework.kinds import Kind, kind_called
from linli.service.casework.models import Case
from linli.service.casework.queries import visits as queries
from linli.service.casework.queries.passing_on import one_of
from linli.service.casework.views.gate import opened, unkept


@opened
@require_safe
def show(request: Visit, case: Case) -> HttpResponse:
    """The visits, the latest first; the one that is planned above."""
    _require_visits(case)
    found = queries.visits_of(case)
    context = {
        "case": case,
        "planned": [visit for visit in found if visit.entered_on is None],
        "visits": [visit for visit in found if visit.entered_on is not None],
        "no_more": queries.no_more(case),
    }
    return answer(request, "casework/case_visits.html", context)


@opened
def plan(request: Visit, case: Case) -> HttpResponse:
    """Plans one."""
    _require_visits(case)
    no_more = queries.no_more(case)
    return _step(
        request,
        case,
        forms.PlanForm(sent(request), kind=case.declared, no_more=no_more),
        lambda given: actions.plan_case_visit(case, **given, **_by(request)),
        title=_("约一次走访"),
        says=_("本人说过以后不要来；没有本人的话，不去。") if no_more else "",
    )


@opened
def enter(request: Visit, case: Case, visit_id: UUID) -> HttpResponse:
    """How it went."""
    visit = one_of(case, queries.visits_of(case), visit_id)
    return _step(
        request,
        case,
        forms.OutcomeForm(sent(request)),
        lambda given: actions.enter_case_visit(case, visit=visit, **given, **_by(request)),
        title=_("这次走访"),
        says=_("不要来就不去，不用说理由，也不影响办别的事。"),
    )


@needs("casework.serve_veterans")
def veterans(request: Visit) -> HttpResponse:
    """The veterans' post: its own files, and several visits planned at once."""
    return _files(request, kind_called("veteran"))


@needs("casework.protect_children")
def children(request: Visit) -> HttpResponse:
    """The post for children: its own files."""
    return _files(request, kind_called("child"))


def _files(request: Visit, kind: Kind) -> HttpResponse:
    """Homes are gone to from here, so a browser that is not known signs in afresh before it plans;
    to look, it sees neither names nor which sort of file."""
    if request.method != "POST":
        return _draw_files(request, kind)
    drawn: Any = proving.when_proved(request, lambda: _draw_files(request, kind))
    answered: HttpResponse = drawn
    return answered


def _draw_files(request: Visit, kind: Kind) -> HttpResponse:
    at = timezone.now()
    files = queries.own_files(request.actor, request.community, kind, at)
    named = proving.device_is_known(request, local_day(at))
    may_go = [file for file in files if file.open and not (file.planned or file.no_more)]
    choices = [
        (str(file.case.pk), file.case.called if named else _("第 {n} 份").format(n=number))
        for number, file in enumerate(may_go, 1)
    ]
    form = forms.SeveralForm(sent(request), kind=kind, cases=choices) if choices else None
    if form is not None and form.is_valid():
        _plan_several(request, [file.case for file in may_go], form.cleaned_data)
        return redirect(request.get_full_path())
    context = {"kind": kind, "files": files, "named": named, "form": form}
    status = 422 if form is not None and form.is_bound else 200
    return unkept(answer(request, "casework/files.html", context, status=status))


def _plan_several(request: Visit, cases: list[Case], given: dict[str, Any]) -> None:
    wanted = {str(case.pk): case for case in cases}
    with transaction.atomic():  # all of them, or where one is refused none
        for key in given["cases"]:
            actions.plan_case_visit(
                wanted[key], occasion=given["occasion"], on=given["on"], **_by(request)
            )
    count = len(given["cases"])
    said = ngettext("约好了 %(count)s 次走访。", "约好了 %(count)s 次走访。", count)
    messages.success(request, said % {"count": count})


def _require_visits(case: Case) -> None:
    if not case.declared.visits:
        raise Http404


def _by(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def _step(
    request: Visit, case: Case, form: Any, act: Any, *, title: Any, says: Any = ""
) -> HttpResponse:
    back = reverse("casework:case_visits", args=[request.community.code, case.pk])
    return step(request, form, act, title=title, done=_("记下了。"), back=back, note=says)
