"""What presses, on top of a worker's first page: a line for each room that has something late or
running out, with a number and the way there. A line is asked for only where its page would open,
and asks the database once (the items of the Party's list twice: from when they are counted, too).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.property.models import Contract, OwnerPaper
from linli.partners.organisations.queries import pledges
from linli.partners.party.queries.calendar import affairs_of
from linli.safety.emergencies.models import Incident
from linli.safety.emergencies.queries.incident import running
from linli.safety.hazards.queries import hazards
from linli.safety.hazards.queries.standing import alerts_now

ALERT_DAYS = timedelta(days=3)
CONTRACT_DAYS = timedelta(days=90)
OWED_DAYS = timedelta(days=7)
LATE, SOON, WAITING = "late", "soon", "waiting"

Count = Callable[[Any, date, Actor], int]


@dataclass(frozen=True, slots=True)
class Way:
    """A line: what is counted, for whom the page it leads to opens."""

    permission: str
    page: str
    title: Any
    tone: str
    count: Count


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number, which is not nought."""

    title: Any
    count: int
    tone: str
    url: str


def _overdue_hazards(community: Any, on: date, _actor: Actor) -> int:
    return hazards.overdue(community, on).count()


def _owed_late(community: Any, on: date, actor: Actor) -> int:
    return hazards.owed_by(actor, community).filter(state="owed", due_on__lt=on).count()


def _owed_soon(community: Any, on: date, actor: Actor) -> int:
    rows = hazards.owed_by(actor, community).filter(state="owed")
    return rows.filter(due_on__range=(on, on + OWED_DAYS)).count()


def _to_decide(community: Any, _on: date, _actor: Actor) -> int:
    return hazards.open_hazards(community).filter(state__in=("reported", "noted")).count()


def _to_look_again(community: Any, _on: date, _actor: Actor) -> int:
    return hazards.open_hazards(community).filter(state="mended").count()


def _alerts_ending(community: Any, on: date, _actor: Actor) -> int:
    return alerts_now(community, on).filter(until__lte=on + ALERT_DAYS).count()


def _late_pledges(community: Any, on: date, _actor: Actor) -> int:
    return pledges.overdue(community, on).count()


def _late_affairs(community: Any, on: date, _actor: Actor) -> int:
    return sum(each.late and each.affair is None for each in affairs_of(community, on))


def _contracts_ending(community: Any, on: date, _actor: Actor) -> int:
    rows = Contract.objects.filter(community=community, state__in=("running", "notice"))
    return rows.filter(ends_on__range=(on, on + CONTRACT_DAYS)).count()


def _papers_half_typed(community: Any, _on: date, _actor: Actor) -> int:
    rows = OwnerPaper.objects.filter(community=community, vote__state__in=("open", "closed"))
    return rows.filter(first__isnull=False, entered_at__isnull=True, void_for="").count()


WAYS = (
    Way("hazards.see_desk", "hazards:desk", _("超期的隐患"), LATE, _overdue_hazards),
    Way("hazards.see_owed", "hazards:owed", _("我们单位超期没整改的"), LATE, _owed_late),
    Way("organisations.keep_units", "organisations:pledges_desk",
        _("驻社区单位超期的承诺"), LATE, _late_pledges),
    Way("party.see_desk", "party:affairs", _("党务公开到期没公布的"), LATE, _late_affairs),
    Way("hazards.see_owed", "hazards:owed", _("我们单位七天内要整改的"), SOON, _owed_soon),
    Way("hazards.see_desk", "hazards:desk", _("等核实、等定由谁整改的隐患"), WAITING, _to_decide),
    Way("hazards.see_desk", "hazards:desk", _("整改了、等复查的隐患"), WAITING, _to_look_again),
    Way("hazards.see_desk", "hazards:police_desk",
        _("三天内到期的安全提醒"), SOON, _alerts_ending),
    Way("property.see_desk", "property:desk",
        _("九十天内到期的物业合同"), SOON, _contracts_ending),
    Way("property.enter_papers", "property:votes_desk",
        _("业主表决等第二个人录的票"), WAITING, _papers_half_typed),
)  # fmt: skip
"""What is late first."""


def lines(community: Any, on: date, actor: Actor) -> list[Line]:
    """The lines of this reader that say something."""
    found = []
    for way in WAYS:
        if may(way.permission, actor, community) and (n := way.count(community, on, actor)):
            found.append(Line(way.title, n, way.tone, reverse(way.page, args=[community.code])))
    return found


def incidents(community: Any, actor: Actor) -> list[Incident]:
    """What runs now, for those whose desk has its page; it stands above everything."""
    return running(community) if may("emergencies.see_ends", actor, community) else []
