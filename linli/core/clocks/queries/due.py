"""What falls due, to whom: each list reads as many rows as it shows, of however many there are.

A person holds what was given to their account, what was given to a post they hold, and, while
they stand in for somebody, what that person holds. Each of these is a `Hand` with an index of
its own, asked by itself and put in order here: one question about all of them at once would make
the database read and sort everything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value, prefetch_related_objects

from linli.core.access.models import Holding
from linli.core.access.queries import in_term
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.models import Clock, StandIn
from linli.core.clocks.queries.running import pauses_in
from linli.core.pages import cursors
from linli.lib.calendar import (
    WorkCalendar,
    add_working_days,
    deadline_at,
    local_day,
    national,
)

WEEK, MONTH = timedelta(days=7), timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Hand:
    """One way of holding clocks: an account, or a post (for a body, where it is one of its).
    `for_account`: somebody who is away, of whom nothing private is seen. `second`: the account
    holds as the one named for a closed row."""

    account: UUID | None = None
    post: str = ""
    body: UUID | None = None
    for_account: UUID | None = None
    second: bool = False

    def holds(self) -> Q:
        """The clocks this hand holds."""
        if self.second:
            return Q(second_account_id=self.account, closed=True)
        if self.account is not None:
            mine = Q(holder_account_id=self.account)
        else:
            mine = Q(holder_account__isnull=True, holder_post=self.post) & (
                Q(holder_body__isnull=True) | Q(holder_body_id=self.body)
            )
        # In a list, or the database would read these through everybody's index.
        return mine & Q(private__in=[False]) if self.for_account else mine


@dataclass(frozen=True, slots=True)
class Slice:
    """Some clocks in order, and the cursor for those after them (empty at the end)."""

    clocks: list[Clock]
    after: str = ""

    def __len__(self) -> int:
        return len(self.clocks)


@dataclass(frozen=True, slots=True)
class Workday:
    """What a person at the desk has before them: late; for today, with whatever breaks before
    the next working day begins; for the coming seven days; for the month; and what waits for
    somebody else."""

    overdue: Slice
    today: Slice
    week: Slice
    month: Slice
    waiting: Slice

    def __len__(self) -> int:
        return sum(map(len, (self.overdue, self.today, self.week, self.month, self.waiting)))


def hands_of(actor: Actor, community: UUID, on: date | None = None) -> list[Hand]:
    """How this actor holds clocks here; with a day, also for those they stand in for."""
    own = [Hand(account=actor.account)] if actor.account else []
    posts = {
        (post.post, post.body): Hand(post=post.post, body=post.body)
        for post in actor.posts
        if post.community == community
    }
    hands = [*own, *posts.values()]
    if on is None or actor.account is None:
        return hands
    standing = StandIn.objects.filter(
        community_id=community, stand_in_id=actor.account, since__lte=on, until__gte=on
    )
    named = Clock.objects.filter(
        community_id=community, second_account_id=actor.account, closed=True, settled_at=None
    )
    # In one question: whom they stand in for, and whether they were named for a closed row.
    found: Any = standing.values_list("absent_id", Value(False)).union(
        named.values_list("second_account_id", Value(True))
    )
    away = []
    for account, closed in found.across_communities("both halves name theirs"):
        if closed:
            hands.append(Hand(account=account, second=True))
        else:
            away.append(account)
    if not away:
        return hands
    hands += [Hand(account=account, for_account=account) for account in dict.fromkeys(away)]
    held = Holding.objects.filter(in_term(on), account__in=away, place__community_id=community)
    for account, post, body in held.values_list("account_id", "post", "body_id"):
        if (post, body) not in posts:
            posts[post, body] = Hand(post=post, body=body, for_account=account)
            hands.append(posts[post, body])
    return hands


def held_by(hands: Iterable[Hand]) -> Q:
    """The clocks of any of these hands, where one row is looked for and not a list."""
    held = Q(pk__in=[])
    for hand in hands:
        held |= hand.holds()
    return held


def due(
    community: UUID,
    until: datetime,
    *,
    since: datetime | None = None,
    holder: Actor | None = None,
    hands: Sequence[Hand] | None = None,
    kind: str = "",
    after: str = "",
    limit: int = 50,
) -> Slice:
    """Open clocks that break by `until` (and after `since`), the most pressing first.

    `holder`: only what this actor must act on (`hands`: as those hold); without one, all but
    the private ones. `kind`: only owners of one model, `matters.Matter`. `after`: the cursor of
    an earlier slice.
    """
    found = _first(
        _seen(community, holder, hands), until, since=since, kind=kind, after=after, limit=limit
    )
    prefetch_related_objects(found.clocks, pauses_in(community))
    return found


def _first(
    seen: "Sequence[QuerySet[Clock]]",
    until: datetime,
    *,
    limit: int,
    since: datetime | None = None,
    kind: str = "",
    after: str = "",
) -> Slice:
    terms = Q(due_at__lte=until)
    if since is not None:
        terms &= Q(due_at__gt=since)
    if kind:
        terms &= Q(owner_kind=kind)
    position = cursors.read(after)
    if position:
        moment, last = position
        terms &= Q(due_at__gte=moment) & ~Q(due_at=moment, id__lte=last)
    found: list[Clock] = []
    for clocks in seen:
        found += clocks.filter(terms).order_by("due_at", "id")[: limit + 1]
    rows = sorted({clock.pk: clock for clock in found}.values(), key=_pressing)
    if len(rows) <= limit:
        return Slice(rows)
    return Slice(rows[:limit], cursors.write(_pressing(rows[limit - 1])))


def waiting(
    community: UUID,
    *,
    holder: Actor | None = None,
    hands: Sequence[Hand] | None = None,
    limit: int = 50,
) -> Slice:
    """Clocks that stand still, with the reason, and those of what another office has at present;
    the longest first."""
    found = _waiting(_seen(community, holder, hands), limit)
    prefetch_related_objects(found.clocks, pauses_in(community))
    return found


def _waiting(seen: "Sequence[QuerySet[Clock]]", limit: int) -> Slice:
    found: list[Clock] = []
    for clocks in seen:
        found += clocks.filter(waiting=True).order_by("started_at", "id")[:limit]
    rows = sorted({clock.pk: clock for clock in found}.values(), key=_waited)
    return Slice(rows[:limit])


def workday(
    community: UUID,
    at: datetime,
    calendar: WorkCalendar | None = None,
    *,
    holder: Actor | None = None,
    hands: Sequence[Hand] | None = None,
    limit: int = 20,
) -> Workday:
    """The lists of the work calendar, each cut at `limit` with a way to the rest."""
    calendar, today = calendar or national(), local_day(at)
    # On a Friday, and before a holiday, what breaks while nobody works is for today.
    for_today = deadline_at(add_working_days(calendar, today, 1) - timedelta(days=1))
    week = max(deadline_at(today) + WEEK, for_today)
    seen = _seen(community, holder, hands)
    day = Workday(
        _first(seen, at, limit=limit),
        _first(seen, for_today, since=at, limit=limit),
        _first(seen, week, since=for_today, limit=limit),
        _first(seen, deadline_at(today) + MONTH, since=week, limit=limit),
        _waiting(seen, limit),
    )
    prefetch_related_objects(
        [
            clock
            for slice_ in (day.overdue, day.today, day.week, day.month, day.waiting)
            for clock in slice_.clocks
        ],
        pauses_in(community),
    )
    return day


def due_between(
    community: UUID, first: date, last: date, *, hands: Sequence[Hand] | None, limit: int = 400
) -> list[Clock]:
    """Open clocks whose last day lies from `first` to `last`, for a month's page."""
    before = deadline_at(first - timedelta(days=1))
    return due(community, deadline_at(last), since=before, hands=hands, limit=limit).clocks


def count_pressing(community: UUID, at: datetime, *, holder: Actor | None = None) -> int:
    """How many clocks are late or break today, for the number in a navigation."""
    hands = None if holder is None else hands_of(holder, community)
    pressing = Q(due_at__lte=deadline_at(local_day(at)))
    return sum(clocks.filter(pressing).count() for clocks in _seen(community, None, hands))


def clock_to_open(community: Any, clock: UUID, actor: Actor, on: date) -> Clock | None:
    """A clock this actor may open: one they must act on or hold for somebody who is away, any
    that is not private where they see everybody's, and one that was left behind where they may
    give it to another."""
    seen = held_by(hands_of(actor, community.pk, on))
    if may("clocks.see_all", actor, community):
        seen |= Q(private=False)
    if may("clocks.share_out", actor, community):
        seen |= Q(left_at__isnull=False)
    found: Clock | None = Clock.objects.filter(seen, community=community, pk=clock).first()
    return found


def _seen(
    community: UUID, holder: Actor | None, hands: Sequence[Hand] | None
) -> "list[QuerySet[Clock]]":
    clocks = Clock.objects.filter(community_id=community, settled_at__isnull=True)
    if holder is not None:
        hands = hands_of(holder, community)
    if hands is None:
        return [clocks.filter(private=False)]
    return [clocks.filter(hand.holds()) for hand in hands]


def _pressing(clock: Clock) -> tuple[datetime, UUID]:
    assert clock.due_at is not None
    return clock.due_at, clock.pk


def _waited(clock: Clock) -> tuple[datetime, UUID]:
    return clock.started_at, clock.pk
