"""The desk's list of inquiries, and the answer to one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.clocks.queries import clocks_of, clocks_of_each, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.governance.oversight.actions import inquiries as actions
from linli.governance.oversight.flows.inquiries import INQUIRY
from linli.governance.oversight.forms.inquiries import AnswerForm
from linli.governance.oversight.models import Inquiry
from linli.governance.oversight.queries import inquiries as queries
from linli.governance.oversight.queries.disclosure import latest_postings, lines_on
from linli.mechanisms.flow.queries import timeline

VIEWS = (("open", _("等答复")), ("answered", _("已答复")), ("all", _("全部")))
ANSWERABLE = ("asked", "complained", "answered")


@needs("oversight.see_inquiries")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What residents asked, what waits the longest first."""
    wanted = request.GET.get("show", "open")
    show = wanted if wanted in dict(VIEWS) else "open"
    rows = queries.queue(request.community, show)
    here = reverse("oversight:inquiries_desk", args=[request.community.code])
    context = {
        "rows": _rows(request.community, rows),
        "tabs": [Tab(title, f"{here}?show={name}", name == show) for name, title in VIEWS],
    }
    return answer(request, "oversight/inquiries_desk.html", context)


@needs("oversight.see_inquiries")
def show(request: Visit, inquiry_id: UUID) -> HttpResponse:
    """One inquiry, its steps and the answer form."""
    inquiry = queries.inquiry_for(request.actor, request.community, inquiry_id)
    at = timezone.now()
    items = latest_postings(request.community, at)
    data = request.POST if request.method == "POST" else None
    form = AnswerForm(data, inquiry=inquiry, items=items, initial=_start(inquiry))
    if form.is_valid():
        actions.answer(inquiry, by=request.actor, at=at, **form.given)
        messages.success(request, _("答复了。询问人凭回执看得到。"))
        return redirect("oversight:inquiry", request.community.code, inquiry.pk)
    running = [clock for clock in clocks_of(inquiry) if clock.is_open]
    lines = lines_on(request.community, timezone.localdate(at))
    context = {
        "inquiry": inquiry,
        "line": lines.get(inquiry.line),
        "form": form if inquiry.state in ANSWERABLE else None,
        "deadline": deadline_of(running[-1], work_calendar(inquiry.community_id), at)
        if running
        else None,
        "entries": timeline(INQUIRY, inquiry, public=False),
        "complaints": queries.complaints_of(inquiry),
    }
    status = 422 if form.is_bound else 200
    return answer(request, "oversight/inquiry.html", context, status=status)


def _start(inquiry: Inquiry) -> dict[str, Any]:
    found: dict[str, Any] = {"text": inquiry.answer, "public": inquiry.answered_as_id is not None}
    rests_on = inquiry.posting_id or (inquiry.disclosure and inquiry.disclosure.posting_id)
    found["rests_on"] = str(rests_on or "")
    if inquiry.answered_as is not None:
        found |= {name: inquiry.answered_as.fields.get(name, "") for name in ("title", "question")}
    return found


def _rows(community: Any, inquiries: list[Inquiry]) -> list[dict[str, Any]]:
    clocks = clocks_of_each(community.pk, [each.pk for each in inquiries])
    calendar, at = work_calendar(community.pk), timezone.now()
    found = []
    for each in inquiries:
        running = [clock for clock in clocks[each.pk] if clock.is_open]
        deadline = deadline_of(running[-1], calendar, at) if running else None
        found.append({"inquiry": each, "deadline": deadline})
    return found
