"""Reading time: the calendar of a community, and what falls due, to whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.audit.models import Entry
from linli.core.clocks import rules
from linli.core.clocks.models import CalendarDay, Clock, ClockPause
from linli.core.clocks.names import title_of
from linli.core.pages import cursors
from linli.core.pages.shapes import Deadline
from linli.lib.calendar import (
    DayKind,
    WorkCalendar,
    deadline_at,
    local_day,
    national,
    national_days,
)


def work_calendar(community: UUID | None = None) -> WorkCalendar:
    """The days people work by: the country's, then the instance's own rows, then the
    community's. Built once for each state of the rows; asking costs one small query."""
    latest = (
        _days_of(community).order_by("-revision").values_list("revision", flat=True).first() or 0
    )
    return _calendar(community, latest) if latest else national()


@lru_cache(maxsize=256)
def _calendar(community: UUID | None, revision: int) -> WorkCalendar:
    country = national()
    days = dict(country.days)
    announced = set(country.announced_years)
    rows = sorted(_days_of(community), key=lambda day: day.community_id is not None)
    for row in rows:
        if row.kind == "ordinary":
            days.pop(row.on, None)
        else:
            days[row.on] = DayKind(row.kind)
        if row.kind == "make_up":
            announced.add(row.on.year)
    return WorkCalendar(days, frozenset(announced))


def _days_of(community: UUID | None) -> "QuerySet[CalendarDay]":
    mine = Q(community__isnull=True)
    return CalendarDay.objects.filter(
        mine if community is None else mine | Q(community_id=community)
    )


@dataclass(frozen=True, slots=True)
class Slice:
    """Some clocks in order, and the cursor for those after them (empty at the end)."""

    clocks: list[Clock]
    after: str = ""

    def __len__(self) -> int:
        return len(self.clocks)


@dataclass(frozen=True, slots=True)
class Workday:
    """What a person at the desk has before them: late, for today, for the coming seven days,
    and what waits for somebody else."""

    overdue: Slice
    today: Slice
    week: Slice
    waiting: Slice

    def __len__(self) -> int:
        return sum(map(len, (self.overdue, self.today, self.week, self.waiting)))


def held_by(actor: Actor, community: UUID) -> Q:
    """The clocks this actor must act on: given to the account, or to a post it holds here."""
    held = Q(holder_account_id=actor.account) if actor.account else Q(pk__in=[])
    for post in actor.posts:
        if post.community == community:
            held |= Q(holder_account__isnull=True, holder_post=post.post) & (
                Q(holder_body__isnull=True) | Q(holder_body_id=post.body)
            )
    return held


def due(
    community: UUID,
    until: datetime,
    *,
    since: datetime | None = None,
    holder: Actor | None = None,
    kind: str = "",
    after: str = "",
    limit: int = 50,
) -> Slice:
    """Open clocks that break by `until` (and after `since`), the most pressing first.

    `holder`: only what this actor must act on; without one, all but the private ones. `kind`:
    only owners of one model, `matters.Matter`. `after`: the cursor of an earlier slice.
    """
    clocks = _seen(community, holder).filter(due_at__lte=until)
    if since is not None:
        clocks = clocks.filter(due_at__gt=since)
    if kind:
        clocks = clocks.filter(owner_kind=kind)
    position = cursors.read(after)
    if position:
        moment, last = position
        clocks = clocks.filter(due_at__gte=moment).exclude(due_at=moment, id__lte=last)
    return _cut(_with_pauses(clocks.order_by("due_at", "id"), community), limit)


def waiting(community: UUID, *, holder: Actor | None = None, limit: int = 50) -> Slice:
    """Clocks that stand still, with the reason; the longest first."""
    clocks = _seen(community, holder).filter(state="paused").order_by("started_at", "id")
    return Slice(list(_with_pauses(clocks, community)[:limit]))


def workday(
    community: UUID, at: datetime, *, holder: Actor | None = None, limit: int = 12
) -> Workday:
    """The four lists of the work calendar, each cut at `limit` with a way to the rest."""
    end_of_today = deadline_at(local_day(at))
    return Workday(
        due(community, at, holder=holder, limit=limit),
        due(community, end_of_today, since=at, holder=holder, limit=limit),
        due(
            community,
            end_of_today + timedelta(days=7),
            since=end_of_today,
            holder=holder,
            limit=limit,
        ),
        waiting(community, holder=holder, limit=limit),
    )


def count_pressing(community: UUID, at: datetime, *, holder: Actor | None = None) -> int:
    """How many clocks are late or break today, for the number in a navigation."""
    return _seen(community, holder).filter(due_at__lte=deadline_at(local_day(at))).count()


def clocks_of(owner: Any, *names: str) -> list[Clock]:
    """Every clock of a row, settled ones too, in the order they were started. Whoever could
    load the row may see its clocks."""
    clocks = Clock.objects.filter(community_id=owner.community_id, owner=owner.pk)
    if names:
        clocks = clocks.filter(name__in=names)
    return list(_with_pauses(clocks.order_by("started_at", "id"), owner.community_id))


def clocks_of_each(community: UUID, owners: Iterable[UUID]) -> dict[UUID, list[Clock]]:
    """The clocks of many rows at once, for a list: one query (and one for the pauses)."""
    found: dict[UUID, list[Clock]] = {owner: [] for owner in owners}
    clocks = Clock.objects.filter(community_id=community, owner__in=list(found))
    for clock in _with_pauses(clocks.order_by("started_at", "id"), community):
        found[clock.owner].append(clock)
    return found


def deadline_of(clock: Clock, calendar: WorkCalendar, at: datetime) -> Deadline | None:
    """The clock as the `deadline` component draws it; None for one that no longer applies.

    Of a clock that stands still, `due` is the last day if it went on today.
    """
    if clock.state == "dropped":
        return None
    running, today = clock.running(), local_day(at)
    pauses = [pause for pause in clock.pauses.all() if pause.resumed_at is None]
    ended_on = local_day(clock.settled_at) if clock.settled_at else None
    if clock.due_at is not None:
        due_on = rules.last_day(clock.due_at)
    else:
        still = running.resume(ended_on or today) if pauses else running
        due_on = still.due_on(calendar) or today
    return Deadline(
        due=due_on,
        left=running.left(calendar, ended_on or today),
        workdays=clock.unit == "working_days",
        name=title_of(clock.name),
        paused_since=local_day(pauses[-1].paused_at) if pauses and not ended_on else None,
        reason=pauses[-1].reason if pauses and not ended_on else "",
        met_on=ended_on,
    )


def _seen(community: UUID, holder: Actor | None) -> "QuerySet[Clock]":
    clocks = Clock.objects.filter(community_id=community, settled_at__isnull=True)
    if holder is None:
        return clocks.filter(private=False)
    return clocks.filter(held_by(holder, community))


def _with_pauses(clocks: "QuerySet[Clock]", community: UUID) -> "QuerySet[Clock]":
    return clocks.prefetch_related(
        Prefetch("pauses", ClockPause.objects.filter(community_id=community))
    )


def _cut(clocks: "QuerySet[Clock]", limit: int) -> Slice:
    rows = list(clocks[: limit + 1])
    if len(rows) <= limit:
        return Slice(rows)
    last = rows[limit - 1]
    assert last.due_at is not None
    return Slice(rows[:limit], cursors.write((last.due_at, last.id)))


@dataclass(frozen=True, slots=True)
class KeptDay:
    """One day of a year that departs from its weekday, and who says so."""

    on: date
    kind: str
    kind_title: str
    name: str
    source: str
    ours: bool


def kept_days(community: UUID, year: int) -> list[KeptDay]:
    """The days of a year that depart from their weekday, the country's and one's own; a row of
    one's own stands in the place of the country's, also where it takes that back."""
    titles = {kind: str(title) for kind, title in CalendarDay.KINDS}
    found = {
        day.on: KeptDay(day.on, day.kind, titles[day.kind], day.name, "", ours=False)
        for day in national_days()
        if day.on.year == year
    }
    rows = _days_of(community).filter(on__year=year)
    for row in sorted(rows, key=lambda row: row.community_id is not None):
        found[row.on] = KeptDay(
            row.on,
            row.kind,
            titles[row.kind],
            row.name,
            row.source,
            ours=row.community_id is not None,
        )
    return [found[on] for on in sorted(found)]


def calendar_history(community: UUID, limit: int = 30) -> list[Entry]:
    """How the calendar was changed, latest first, here and for the whole instance."""
    return list(
        Entry.objects.filter(
            Q(community=community) | Q(community__isnull=True), action="clocks.set_day"
        ).order_by("-at", "-id")[:limit]
    )


def clock_to_open(community: Any, clock: UUID, actor: Actor) -> Clock | None:
    """A clock this actor may open: one it must act on, or any that is not private where it
    sees everybody's."""
    seen = held_by(actor, community.pk)
    if may("clocks.see_all", actor, community):
        seen |= Q(private=False)
    found: Clock | None = Clock.objects.filter(seen, community=community, pk=clock).first()
    return found
