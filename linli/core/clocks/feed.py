"""A person's calendar as an iCalendar file: what kind of work, until when, and the link to it.

Anybody who comes by the link could read it, so it holds no title a person wrote, no name and no
place: a declared duty by its declared title, everything else by what sort of thing it is. What
is private is left out altogether.
"""

from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from linli.core.access.queries import actor_for
from linli.core.clocks.duties.declared import duty_called
from linli.core.clocks.models import Clock, Feed
from linli.core.clocks.names import title_of, work_called
from linli.core.clocks.permissions import works
from linli.core.clocks.queries import due, hands_of
from linli.core.clocks.shown import DUTY
from linli.lib.calendar import local_day

AHEAD = timedelta(days=400)
MOST = 500


def feed_for(feed: Feed, at: datetime, site: str) -> bytes | None:
    """The file; None where its owner is closed or has no desk here any more."""
    account, community = feed.account, feed.community
    actor = actor_for(account, local_day(at))
    if not account.is_active or not works(actor, community):
        return None
    hands = hands_of(actor, community.pk, local_day(at))
    clocks = due(community.pk, at + AHEAD, hands=hands, limit=MOST).clocks
    with translation.override(account.language):
        calendar = Calendar()
        calendar.add("prodid", "-//linli//work calendar//ZH")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", _("工作日历"))
        calendar.add("x-published-ttl", "PT1H")
        for clock in clocks:
            if not clock.private and clock.last_day is not None:
                calendar.add_component(_event(clock, at, community.code, site))
        return bytes(calendar.to_ical())


def _event(clock: Clock, at: datetime, code: str, site: str) -> Event:
    last = clock.last_day
    assert last is not None
    event = Event()
    event.add("uid", f"{clock.pk}@linli")
    event.add("dtstamp", at)
    event.add("dtstart", last)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", kind_of_work(clock))
    event.add("url", urljoin(site, reverse("clocks:open", args=[code, clock.pk])))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def kind_of_work(clock: Clock) -> str:
    """What sort of thing it is, told without what anybody wrote."""
    if clock.owner_kind == DUTY:
        duty = duty_called(clock.rule)
        return duty.heading if duty else _("本社区的常规工作")
    return _("%(work)s：%(limit)s") % {
        "work": work_called(clock.owner_kind),
        "limit": title_of(clock.name),
    }
