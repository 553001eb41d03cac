"""The desk: what is coming and where something is missing, one activity, terms."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.shapes import Tab
from linli.culture.activities import law, rules
from linli.culture.activities.flows import ACTIVITY
from linli.culture.activities.models import Activity
from linli.culture.activities.queries import coming, told
from linli.culture.activities.queries.brief import brief_of
from linli.culture.activities.queries.dates import preview_of
from linli.lib.calendar import local_day
from linli.mechanisms.flow.queries import moves_open, timeline

ICONS = {
    "revise": "pencil", "announce": "speakerphone", "drop": "trash", "alter": "pencil",
    "add_dates": "plus", "call_off_dates": "calendar-event", "cancel": "ban", "close": "check",
}  # fmt: skip
"""The moves a page offers as buttons; a date is moved from its own line."""


def tabs_of(request: Any, current: str) -> list[Tab]:
    """The desk pages of this room beside each other."""
    here = [request.community.code]
    pages = (
        ("desk", _("接下来")),
        ("running", _("正在办的")),
        ("ended", _("办完的")),
        ("terms", _("学期")),
    )
    return [
        Tab(title, reverse(f"activities:{name}", args=here), name == current)
        for name, title in pages
    ]


@needs("activities.see_desk")
@require_safe
def show(request: Visit) -> HttpResponse:
    """The dates of three weeks, with what is still missing about each; drafts; what can be
    closed."""
    now, here = timezone.now(), request.community
    context = {
        "tabs": tabs_of(request, "desk"),
        "lines": coming.lines_coming(here, now),
        "unmarked": coming.lines_unmarked(here, now),
        "drafts": list(coming.drafts_of(here).order_by("-state_since")[:50]),
        "over": coming.over_of(here, now),
        "keeps": may("activities.keep", request.actor, here),
        "today": timezone.localdate(),
    }
    return answer(request, "activities/desk.html", context)


@needs("activities.see_desk")
@require_safe
def show_running(request: Visit) -> HttpResponse:
    """Everything that is announced and not closed."""
    return _list(request, "running", coming.running_of(request.community), "announced_at")


@needs("activities.see_desk")
@require_safe
def show_ended(request: Visit) -> HttpResponse:
    """What is closed or fell out, the latest first."""
    return _list(request, "ended", coming.ended_of(request.community), "state_since")


def _list(request: Visit, name: str, rows: Any, by: str) -> HttpResponse:
    page = page_of(rows, by, request.GET.get("after", ""), newest=True)
    gaps = coming.gaps_of(request.community, [each.sheet_id for each in page.rows])
    context = {
        "tabs": tabs_of(request, name),
        "rows": [(each, gaps.get(each.sheet_id, coming.Gap())) for each in page.rows],
        "after": page.after,
        "ended": name == "ended",
        "keeps": may("activities.keep", request.actor, request.community),
    }
    return answer(request, "activities/list.html", context)


@needs("activities.see_desk")
@require_safe
def show_activity(request: Visit, activity_id: UUID) -> HttpResponse:
    """One activity with its dates, its numbers, its four printed faces, what can be done."""
    activity = coming.activity_for(request.actor, request.community, activity_id)
    now = timezone.now()
    context = {
        "activity": activity,
        "sheet": activity.sheet,
        "moves": moves_of(activity, request),
        "preview": preview_of(activity, now) if activity.state == "draft" else None,
        "large": licence_findings(activity, now),
        "dates": list(coming.dates_of(activity)),
        "now": now,
        "gap": coming.gaps_of(request.community, [activity.sheet_id]).get(activity.sheet_id),
        "brief": brief_of(activity) if activity.is_public else None,
        "pictures": told.pictures_of(activity),
        "steps": timeline(ACTIVITY, activity, public=False),
        "keeps": may("activities.keep", request.actor, request.community),
    }
    return answer(request, "activities/plan.html", context)


@needs("activities.see_desk")
@require_safe
def show_of_sheet(request: Visit, sheet_id: UUID) -> HttpResponse:
    """The activity a sheet belongs to, at the desk."""
    activity = coming.activity_of_sheet(request.community, sheet_id)
    return redirect("activities:plan", request.community.code, activity.pk)


def moves_of(activity: Activity, request: Any) -> list[tuple[str, Any, str]]:
    """The moves this reader may take now: address, title, icon."""
    return [
        (
            reverse("activities:move", args=[request.community.code, activity.pk, name]),
            each.move.title,
            ICONS[name],
        )
        for each in moves_open(ACTIVITY, activity, request.actor)
        if each.open and (name := each.move.name) in ICONS
    ]


def licence_findings(activity: Activity, now: Any) -> list[Any]:
    """What the law asks of an activity to which so many come, as it stands today: nothing for
    smaller ones."""
    on = local_day(now)
    people, days = law.mass_from(activity.community, on), law.licence_days(activity.community, on)
    expected = rules.most_expected(activity.expected, activity.sheet.seats)
    if not rules.is_large(expected, people=people):
        return []
    spans = preview_of(activity, now).spans
    first = local_day(spans[0][0]) if spans else activity.first
    found = [
        rules.licence_in_order(
            expected, first, on, licence=activity.licence,
            applied_on=activity.applied_on, people=people, days=days,
        )
    ]  # fmt: skip
    if not activity.licence and not activity.applied_on:
        found.append(rules.licence_in_time(first, on, days=days))
    return found
