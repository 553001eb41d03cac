"""The desk: requests for copies are answered; one is written down for somebody at the window."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.clocks.queries import clocks_of, clocks_of_each, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.governance.archive import actions
from linli.governance.archive.flows import COPY
from linli.governance.archive.forms.keeping import AnswerForm, AskForm
from linli.governance.archive.models import CopyRequest
from linli.governance.archive.queries.copies import answered_copies, copy_for, waiting_copies
from linli.governance.archive.queries.holdings import open_item
from linli.governance.archive.views.shown import framed
from linli.mechanisms.flow.queries import timeline


@needs("archive.answer_copy")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """What waits for an answer, with its limit; what was answered lately."""
    at, community = timezone.now(), request.community
    waiting = waiting_copies(request.actor, community)
    clocks = clocks_of_each(community.pk, [row.pk for row in waiting])
    calendar = work_calendar(community.pk)
    rows = [
        (row, next((deadline_of(each, calendar, at) for each in clocks[row.pk]), None))
        for row in waiting
    ]
    answered = answered_copies(request.actor, community)
    context = framed(request, "copies", rows=rows, answered=answered)
    return answer(request, "archive/copies.html", context)


@needs("archive.answer_copy")
def show(request: Visit, request_id: UUID) -> HttpResponse:
    """One request, and the answer to it."""
    row = copy_for(request.actor, request.community, request_id)
    sent = request.POST if request.method == "POST" else None
    form = AnswerForm(sent, initial={"seen": row.version})
    if form.is_valid():
        said, at = form.cleaned_data, timezone.now()
        if request.POST.get("move") == "refuse":
            actions.refuse_copy(
                row, reason=said["answer"], seen=said["seen"], by=request.actor, at=at
            )
        else:
            actions.give_copy(
                row, answer=said["answer"], seen=said["seen"], by=request.actor, at=at
            )
        messages.success(request, _("已答复。"))
        return redirect("archive:copies", request.community.code)
    context = framed(request, "copies", **_one(row), form=form if row.current.open else None)
    return answer(request, "archive/copy.html", context, status=422 if form.is_bound else 200)


@needs("archive.keep")
def ask_for(request: Visit, item_id: UUID) -> HttpResponse:
    """Somebody at the window asks for a copy: the receipt is printed for them."""
    item = open_item(request.community, item_id)
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = actions.ask_copy(
                item,
                way=form.cleaned_data["way"],
                for_somebody=True,
                by=request.actor,
                at=timezone.now(),
                once=form.cleaned_data["once"],
            )
        except Replayed:
            return redirect("archive:copies", request.community.code)
        return redirect("archive:copy", request.community.code, made.pk)
    context = framed(request, "copies", item=item, form=form, title=_("替窗口的居民登记"))
    return answer(request, "archive/step.html", context, status=422 if form.is_bound else 200)


def _one(row: CopyRequest) -> dict[str, object]:
    clock = next(iter(clocks_of(row, "archive_copy")), None)
    calendar = work_calendar(row.community_id)
    return {
        "row": row,
        "deadline": deadline_of(clock, calendar, timezone.now()) if clock else None,
        "entries": timeline(COPY, row, public=False),
    }
