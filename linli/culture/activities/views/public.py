"""What is on, for everybody: today, this week, by month; one activity with its dates and seats."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.culture.activities.forms.looking import WishForm
from linli.culture.activities.models import Activity
from linli.culture.activities.queries import coming, told
from linli.culture.activities.queries.brief import brief_of
from linli.culture.activities.views.shapes import (
    ages_of,
    as_data,
    date_data,
    event_data,
    facts_of,
    wechat_text,
)
from linli.mechanisms.signup.queries.coming import signed_up

SPANS = {"today": (_("今天"), 1), "week": (_("七天内"), 7), "signing": (_("正在报名"), 0)}


@public
@require_safe
def show_home(request: Visit) -> HttpResponse:
    """What is on in the next days, by topic, age and step-free way; what names are taken for."""
    form = WishForm(request.GET or None)
    asked = request.GET.get("show", "week")
    show = asked if asked in SPANS else "week"
    begins = told.midnight(timezone.localdate())
    ends = begins + timedelta(days=SPANS[show][1])
    whens = told.dates_between(request.community, begins, ends, form.wish)
    signing = told.signing_now(request.community, timezone.now(), form.wish)
    context = {
        "form": form,
        "days": _by_day(whens),
        "signing": signing,
        "show": show,
        "tabs": _tabs(request, show),
        "month": timezone.localdate(),
        "feed": _feed(request),
        "filtered": _filtered(request),
        "target": "programme",
        "desk": may("activities.see_desk", request.actor, request.community),
    }
    data = _programme(whens, signing, request)
    return answer(request, "activities/home.html", context, "activities/_programme.html", json=data)


@public
@require_safe
def show_month(request: Visit, year: int, month: int) -> HttpResponse:
    """A month as on a wall calendar."""
    if not (1 <= month <= 12 and 2000 <= year <= 2200):
        raise Http404
    first, form = date(year, month, 1), WishForm(request.GET or None)
    weeks = told.month_of(request.community, first, form.wish)
    inside = [day for week in weeks for day in week if not day.outside]
    context = {
        "first": first,
        "weeks": weeks,
        "inside": [day for day in inside if day.dates],
        "before": first - timedelta(days=1),
        "after": (first + timedelta(days=32)).replace(day=1),
        "form": form,
        "today": timezone.localdate(),
        "feed": _feed(request),
        "filtered": _filtered(request),
        "target": "",
    }
    data = {"dates": [date_data(each, request) for day in inside for each in day.dates]}
    return answer(request, "activities/month.html", context, json=data)


@public
@require_safe
def show(request: Visit, activity_id: UUID) -> HttpResponse:
    """One activity: what, when, where, for whom, how many seats are left, how to come."""
    activity = told.activity_told(request.community, activity_id)
    now, dates = timezone.now(), list(coming.dates_of(activity))
    ahead = [each for each in dates if each.ends_at > now]
    context = {
        "activity": activity,
        "sheet": activity.sheet,
        "ahead": ahead,
        "next": next((each for each in ahead if each.state == "planned"), None),
        "behind": len(dates) - len(ahead),
        "facts": facts_of(activity),
        "event": event_data(activity, ahead, request),
        "pictures": told.pictures_of(activity),
        "own": signed_up(request.actor, activity.sheet),
        "signs": activity.by_signup and activity.state == "announced" and bool(ahead),
        "desk": may("activities.see_desk", request.actor, request.community),
    }
    return answer(
        request,
        "activities/activity.html",
        context,
        json=lambda: {
            **as_data(activity, request),
            "dates": [date_data(told.When(activity, each), request) for each in dates],
        },
    )


@public
@require_safe
def show_of_sheet(request: Visit, sheet_id: UUID) -> HttpResponse:
    """The activity a sheet belongs to."""
    activity = coming.activity_of_sheet(request.community, sheet_id)
    if not activity.is_public:
        raise Http404
    return redirect("activities:activity", request.community.code, activity.pk)


@public
@require_safe
def print_poster(request: Visit, activity_id: UUID) -> HttpResponse:
    """The same record as a poster: A4, large letters, a code to scan."""
    activity = told.activity_told(request.community, activity_id)
    now = timezone.now()
    ahead = [each for each in coming.dates_of(activity) if each.ends_at > now]
    context = {
        "activity": activity,
        "ages": ages_of(activity),
        "dates": ahead[:8],
        "more": max(0, len(ahead) - 8),
        "address": request.build_absolute_uri(
            reverse("activities:activity", args=[request.community.code, activity.pk])
        ),
    }
    return answer(request, "activities/poster.html", context)


@public
@require_safe
def show_text(request: Visit, activity_id: UUID) -> HttpResponse:
    """The same record as words to paste into a group."""
    activity = told.activity_told(request.community, activity_id)
    now = timezone.now()
    ahead = [each for each in coming.dates_of(activity) if each.ends_at > now]
    text = wechat_text(activity, ahead, request)
    return answer(request, "activities/text.html", {"activity": activity, "text": text})


@public
@require_safe
def show_brief(request: Visit, activity_id: UUID) -> HttpResponse:
    """What came of it on one page: numbers and photographs, nobody named. Before it is closed only
    the desk sees it."""
    activity = told.activity_told(request.community, activity_id)
    desk = may("activities.see_desk", request.actor, request.community)
    if activity.state != "closed" and not desk:
        raise Http404
    brief = brief_of(activity)
    context = {
        "activity": activity,
        "brief": brief,
        "pictures": told.pictures_of(activity),
        "hidden": brief.few and not desk,
        "address": request.build_absolute_uri(
            reverse("activities:activity", args=[request.community.code, activity.pk])
        ),
    }
    return answer(request, "activities/brief.html", context)


def _programme(
    whens: list[told.When], signing: list[Activity], request: Any
) -> Callable[[], dict[str, Any]]:
    return lambda: {
        "dates": [date_data(each, request) for each in whens],
        "signing": [as_data(each, request) for each in signing],
    }


def _by_day(whens: list[told.When]) -> list[tuple[date, list[told.When]]]:
    days: dict[date, list[told.When]] = {}
    for each in whens:
        days.setdefault(timezone.localdate(each.occasion.starts_at), []).append(each)
    return list(days.items())


def _tabs(request: Visit, show: str) -> list[Tab]:
    query = request.GET.copy()
    here = reverse("activities:home", args=[request.community.code])
    tabs = []
    for name, (title, _days) in SPANS.items():
        query["show"] = name
        tabs.append(Tab(title, f"{here}?{query.urlencode()}", name == show))
    return tabs


def _filtered(request: Any) -> bool:
    """Whether the reader looks for something: what they chose then stays in sight."""
    return any(request.GET.get(name) for name in WishForm.base_fields)


def _feed(request: Any) -> str:
    """The address of the calendar that holds what this page shows."""
    query = request.GET.copy()
    for name in set(query) - {"topic", "kind", "age", "step_free", "free", "venue"}:
        del query[name]
    address = reverse("activities:feed", args=[request.community.code])
    return f"{address}?{query.urlencode()}" if query else address
