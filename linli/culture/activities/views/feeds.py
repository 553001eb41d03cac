"""Calendars others subscribe to: of the community, a topic, a venue, of one activity."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.culture.activities.forms.looking import WishForm
from linli.culture.activities.models import Activity
from linli.culture.activities.queries import coming, told
from linli.culture.activities.venues import venue_called
from linli.culture.activities.views.shapes import page_of
from linli.culture.activities.words import TOPICS
from linli.lib.calendar.feeds import calendar_of

KIND = "text/calendar; charset=utf-8"


@public
@require_safe
def show_feed(request: Visit) -> HttpResponse:
    """What is on here; by topic, venue or way where the address says so."""
    wish, now = WishForm(request.GET or None).wish, timezone.now()
    whens = told.feed_dates(request.community, now, wish)
    events = told.to_feed(whens, _address(request))
    said = [request.community.name, str(dict(TOPICS).get(wish.topic, _("活动")))]
    if wish.venue is not None:
        found = venue_called(request.community, wish.venue)
        said.append(found.title if found else "")
    name = " · ".join(filter(None, said))
    return _as_file(calendar_of(name, events, at=now, what="activities"), "activities.ics")


@public
@require_safe
def show_of_activity(request: Visit, activity_id: UUID) -> HttpResponse:
    """The dates of one activity; those that fell out as cancelled."""
    activity = told.activity_told(request.community, activity_id)
    whens = [told.When(activity, each) for each in coming.dates_of(activity)]
    events = told.to_feed(whens, _address(request))
    content = calendar_of(activity.title, events, at=timezone.now(), what="activities")
    return _as_file(content, "activity.ics")


def _address(request: Visit) -> Callable[[Activity], str]:
    return lambda activity: page_of(activity, request)


def _as_file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=KIND)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "public, max-age=900"
    return response
