"""The desk: what was asked from above, and what waits for whom."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.clocks.queries import clocks_of_each, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.partners.intake import actions, queries
from linli.partners.intake.forms.requests import RequestForm
from linli.partners.intake.views import cursors

VIEWS = (
    ("waiting", _("等主任决定")),
    ("accepted", _("已接收")),
    ("overdue", _("已过对方的日子")),
    ("returned", _("已退回补充")),
    ("settled", _("已了结")),
    ("all", _("全部")),
)


@needs("intake.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The queue by view, the latest received first."""
    at, today = timezone.now(), timezone.localdate()
    wanted = request.GET.get("show", "waiting")
    show = wanted if wanted in dict(VIEWS) else "waiting"
    after = cursors.read(request.GET.get("after", ""))
    page = queries.queue(request.actor, request.community, show, today, after)
    context = {
        "rows": _rows(request.community, page.rows, at),
        "after": cursors.write(page.next),
        "tabs": _tabs(request, show),
        "no_offices": not queries.offices_of(request.community, today).exists(),
    }
    return answer(request, "intake/queue.html", context)


@needs("intake.record")
def record(request: Visit) -> HttpResponse:
    """A request is written down; whether the list has it is told at once."""
    form = RequestForm(
        request.POST if request.method == "POST" else None, community=request.community
    )
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return answer(request, "intake/new.html", {"form": form}, status=status)
    with suppress(Replayed):
        made = actions.record_request(
            request.community,
            asked=form.asked_for,
            item=form.cleaned_data["item"],
            by=request.actor,
            at=timezone.now(),
            once=form.cleaned_data["once"],
        )
        messages.success(request, _told(made))
        return redirect("intake:show", request.community.code, made.pk)
    return redirect("intake:queue", request.community.code)


def _told(made: Any) -> Any:
    if made.listed:
        return _("在清单内，已接收。")
    return _("不在清单内，已请主任决定。")


def _rows(community: Any, requests: list[Any], at: Any) -> list[dict[str, Any]]:
    clocks = clocks_of_each(community.pk, [each.pk for each in requests])
    calendar = work_calendar(community.pk)
    found = []
    for each in requests:
        running = [clock for clock in clocks[each.pk] if clock.is_open]
        deadline = deadline_of(running[-1], calendar, at) if running else None
        found.append({"request": each, "deadline": deadline, "flags": each.flags})
    return found


def _tabs(request: Visit, current: str) -> list[Tab]:
    counts = queries.queue_counts(request.actor, request.community, timezone.localdate())
    address = reverse("intake:queue", args=[request.community.code])
    return [
        Tab(title, f"{address}?show={name}", name == current, counts.get(name))
        for name, title in VIEWS
    ]
