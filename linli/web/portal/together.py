"""What residents settle together, on the front page: what is under way, each with its next day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.governance.budgeting.queries.rounds import public_rounds
from linli.governance.deliberation.queries.listening import coming_days
from linli.governance.deliberation.queries.talks import coming_talks
from linli.lib.calendar import local_day
from linli.stewardship.funds.queries.grants import calls_open


@dataclass(frozen=True, slots=True)
class UnderWay:
    """One line: what it is, where it leads, what comes next, and on which day."""

    title: str
    url: str
    says: str
    on: date | None
    state: Any
    tone: str


def under_way(community: Any, at: datetime, *, polls: set[UUID]) -> list[UnderWay]:
    """Talks one may come to, money residents decide on, small grants to apply for, the next day of
    listening. `polls`: those told already; a round whose vote is one of them is left out."""
    found = [*_talks(community, at), *_rounds(community, polls)]
    return [*found, *_calls(community, local_day(at)), *_listening(community, local_day(at))]


def _talks(community: Any, at: datetime) -> list[UnderWay]:
    return [
        UnderWay(
            each.topic.title,
            reverse("deliberation:topic", args=[community.code, each.topic_id]),
            f"{each.get_form_display()} · {each.gathering.venue}",
            local_day(each.gathering.starts_at),
            each.gathering.get_state_display(),
            each.gathering.tone,
        )
        for each in coming_talks(community, at)[:2]
    ]


def _rounds(community: Any, polls: set[UUID]) -> list[UnderWay]:
    rows = public_rounds(community).exclude(state__in=("ended", "cancelled"))[:2]
    found = []
    for each in rows:
        if each.poll_id in polls:
            continue
        says, on = _next_of(each)
        url = reverse("budgeting:round", args=[community.code, each.pk])
        found.append(UnderWay(each.title, url, says, on, each.state_label, each.current.tone))
    return found


def _next_of(round_: Any) -> tuple[str, date | None]:
    """What comes next in a round, and when."""
    days = {
        "ideas": (_("点子收到"), round_.ideas_until),
        "vetting": (_("审查到"), round_.vetting_until),
        "ruled": (_("开始投票"), round_.vote_from),
        "voting": (_("投票到"), round_.vote_until),
    }
    nothing: tuple[str, date | None] = ("", None)
    return days.get(round_.state, nothing)


def _calls(community: Any, today: date) -> list[UnderWay]:
    return [
        UnderWay(
            each.title,
            reverse("funds:call", args=[community.code, each.pk]),
            _("小组可以申请到"),
            each.closes_on,
            each.state_label,
            each.current.tone,
        )
        for each in calls_open(community, today)[:1]
    ]


def _listening(community: Any, today: date) -> list[UnderWay]:
    return [
        UnderWay(
            _("居民接待日"),
            reverse("deliberation:listening", args=[community.code]),
            f"{each.hours} · {each.venue}",
            each.on,
            each.get_state_display(),
            each.TONES[each.state],
        )
        for each in coming_days(community, today)[:1]
    ]
