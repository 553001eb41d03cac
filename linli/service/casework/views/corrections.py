"""Help in community corrections, for the named members of the group."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.service.casework.actions import corrections as actions
from linli.service.casework.forms import corrections as forms
from linli.service.casework.models.corrections import NEEDS
from linli.service.casework.queries import corrections as queries
from linli.service.casework.views.care import group_of
from linli.service.casework.views.gate import opened


@opened
def show(request: Visit, case: Any) -> HttpResponse:
    """What help, how, and the notes; where it is not begun yet, its beginning."""
    if case.kind not in queries.KINDS:
        raise Http404
    row = queries.help_of(case)
    if row is None:
        return _begin(request, case)
    titles = dict(NEEDS)
    context = {
        "case": case,
        "row": row,
        "needs": [titles[need] for need in row.needs],
        "voluntary": case.kind == queries.AFTER_RELEASE,
        "notes": queries.notes_of(case),
    }
    return answer(request, "casework/corrections/show.html", context)


@opened
def note(request: Visit, case: Any) -> HttpResponse:
    """One time of help."""
    queries.help_needed(case)
    return _step(
        request,
        case,
        forms.NoteForm(sent(request), initial={"on": timezone.localdate()}),
        actions.note_help,
        title=_("记一次帮助"),
        says=_("只写帮了什么、还要什么；不写姓名、电话、住处，不写表现。"),
    )


@opened
def change(request: Visit, case: Any) -> HttpResponse:
    """Other help, another plan."""
    row = queries.help_needed(case)
    return _step(
        request,
        case,
        forms.ChangeForm(sent(request), row=row),
        lambda case, **given: actions.change_corrections(case, row=row, **given),
        title=_("改要帮什么"),
    )


def _begin(request: Visit, case: Any) -> HttpResponse:
    if case.kind == queries.AFTER_RELEASE:
        return _begin_voluntary(request, case)
    minor = case.kind == queries.MINOR
    start = {
        "initials": case.called,
        "for_a_minor": minor,
        "begins_on": timezone.localdate(),
    }
    form = forms.HelpForm(sent(request), initial=start, group=group_of(case))

    def begin(case: Any, **given: Any) -> None:
        for name in ("woman_member", "minors_member"):
            given[name] = UUID(given[name]) if given[name] else None
        given["for_a_minor"] = minor or given["for_a_minor"]
        actions.begin_corrections(case, **given)

    return _step(
        request,
        case,
        form,
        begin,
        title=_("开始帮助"),
        says=_("只记首字母、要帮什么、怎么帮、日期；到结束那天自动封存。泄露要依法处分。"),
    )


def _begin_voluntary(request: Visit, case: Any) -> HttpResponse:
    start = {"initials": case.called, "begins_on": timezone.localdate()}
    return _step(
        request,
        case,
        forms.VoluntaryForm(sent(request), initial=start, group=[]),
        actions.begin_corrections,
        title=_("开始帮助"),
        says=_("先记下本人的同意。只帮忙，不监督、不评价、不记行踪；本人不愿意了就结束。"),
    )


def _step(
    request: Visit, case: Any, form: Any, act: Any, *, title: Any, says: Any = ""
) -> HttpResponse:
    return step(
        request,
        form,
        lambda given: act(case, by=request.actor, at=timezone.now(), **given),
        title=title,
        done=_("记下了。"),
        back=reverse("casework:corrections", args=[request.community.code, case.pk]),
        note=says,
    )
