"""Clocks as a page shows them: each with its deadline in words and the way to what it is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import POSTS
from linli.core.access.queries import labels_of
from linli.core.audit.actor import Actor
from linli.core.clocks.models import Clock, Turn
from linli.core.clocks.queries import Hand, deadline_of, hands_of, work_calendar, workday
from linli.core.pages.shapes import Deadline
from linli.lib.calendar import WorkCalendar, local_day

DUTY = Turn._meta.label
PARTS = {
    "overdue": _("已超期"),
    "today": _("今天到期"),
    "week": _("七天内到期"),
    "month": _("一个月内到期"),
    "waiting": _("等待他人"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the work calendar. `whose`: who holds it, where that is not the reader."""

    clock: Clock
    deadline: Deadline | None
    whose: str = ""

    @property
    def is_duty(self) -> bool:
        """Whether it comes round by itself."""
        return self.clock.owner_kind == DUTY


@dataclass(frozen=True, slots=True)
class Part:
    """One of the lists. `more`: there are others than those shown."""

    name: str
    lines: list[Line]
    more: bool

    @property
    def title(self) -> Any:
        """What it is called."""
        return PARTS[self.name]


def lines_of(
    clocks: Iterable[Clock],
    calendar: WorkCalendar,
    at: datetime,
    whose: Mapping[UUID, str] | None = None,
) -> list[Line]:
    """The clocks with their deadlines, counted on the community's calendar."""
    told = whose or {}
    return [
        Line(clock, deadline_of(clock, calendar, at), told.get(clock.pk, "")) for clock in clocks
    ]


def holders_of(clocks: Sequence[Clock], labels: Mapping[UUID, str]) -> dict[UUID, str]:
    """Who holds each clock, as the desk calls them: a colleague, or a post."""
    found = {}
    for clock in clocks:
        if clock.holder_account_id:
            found[clock.pk] = labels.get(clock.holder_account_id, "")
        elif clock.holder_post in POSTS:
            found[clock.pk] = str(POSTS[clock.holder_post].title)
    return found


def workday_context(
    community: Any, at: datetime, holder: Actor | None = None, *, limit: int = 20
) -> dict[str, Any]:
    """What the fragment `clocks/_workday.html` draws: overdue, today, this week, this month,
    waiting. For the desk's first page: `{% include "clocks/_workday.html" %}` with this."""
    calendar = work_calendar(community.pk)
    hands = None if holder is None else hands_of(holder, community.pk, local_day(at))
    day = workday(community.pk, at, calendar, hands=hands, limit=limit)
    slices = {name: getattr(day, name) for name in PARTS}
    whose = _told(hands, [clock for slice_ in slices.values() for clock in slice_.clocks])
    parts = [
        Part(name, lines_of(slice_.clocks, calendar, at, whose), bool(slice_.after))
        for name, slice_ in slices.items()
    ]
    return {
        "parts": [part for part in parts if part.lines],
        "community": community,
        "mine": holder is not None,
    }


def _told(hands: Sequence[Hand] | None, clocks: Sequence[Clock]) -> dict[UUID, str]:
    """Of everybody's: who holds each. Of one's own: for whom one holds it, while they are away."""
    if hands is None:
        return holders_of(clocks, labels_of({clock.holder_account_id for clock in clocks}))
    away = {hand.for_account for hand in hands if hand.for_account}
    if not away:
        return {}
    labels = labels_of(away)
    by_post = {
        (hand.post, hand.body): labels.get(hand.for_account, "")
        for hand in hands
        if hand.post and hand.for_account
    }
    found = {}
    for clock in clocks:
        if clock.holder_account_id in away:
            found[clock.pk] = labels.get(clock.holder_account_id, "")
        elif clock.holder_account_id is None:
            told = by_post.get((clock.holder_post, clock.holder_body_id), "")
            if told:
                found[clock.pk] = told
    return found
