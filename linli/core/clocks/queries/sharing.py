"""Who is away and who stands in; what was left behind; whose calendar a link opens."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from linli.core.access.models import Account, Holding
from linli.core.access.posts import POSTS
from linli.core.access.queries import in_term
from linli.core.clocks.models import Clock, Feed, StandIn

WORKS = tuple(post.name for post in POSTS.values() if post.works)


def desk_accounts(community: Any, on: date) -> "QuerySet[Account]":
    """The active accounts that hold a post with a desk in the community on that day."""
    held = Holding.objects.filter(in_term(on), post__in=WORKS, place__community=community)
    return Account.objects.filter(is_active=True, pk__in=held.values("account_id")).order_by(
        "label", "pk"
    )


def stand_ins_on(community: Any, on: date) -> "QuerySet[StandIn]":
    """Who stands in for whom on a day."""
    return (
        StandIn.objects.filter(community=community, since__lte=on, until__gte=on)
        .select_related("absent", "stand_in")
        .order_by("until", "id")
    )


def stand_ins_from(community: Any, on: date) -> "QuerySet[StandIn]":
    """Who stands in for whom now or later."""
    return (
        StandIn.objects.filter(community=community, until__gte=on)
        .select_related("absent", "stand_in")
        .order_by("since", "id")
    )


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who has no desk here any more, with the last post they held."""

    account: UUID
    post: str
    body: UUID | None


def leavers_with_items(community: UUID, on: date) -> list[Leaver]:
    """Those whose last post with a desk here has ended, or whose account is closed, and whose
    account still holds open clocks. Few rows, however many clocks are open."""
    here = Holding.objects.filter(post__in=WORKS, place__community_id=community)
    present = here.filter(in_term(on), account__is_active=True, account_id=OuterRef("account_id"))
    holds = Clock.objects.filter(
        community_id=community,
        settled_at__isnull=True,
        closed=False,  # a closed row sees to its own succession
        holder_account_id=OuterRef("account_id"),
    )
    gone = (
        here.filter(Q(until__lte=on) | Q(account__is_active=False))
        .filter(~Exists(present), Exists(holds))
        .order_by("account_id", "-since", "-id")
        .values_list("account_id", "post", "body_id")
    )
    latest: dict[UUID, Leaver] = {}
    for account, post, body in gone:
        latest.setdefault(account, Leaver(account, post, body))
    return list(latest.values())


def left_behind(community: Any, limit: int = 400) -> list[Clock]:
    """What somebody who left had in hand and nobody has been given since, the earliest first;
    of two limits of one thing, the first."""
    clocks = Clock.objects.filter(
        community=community, settled_at__isnull=True, left_at__isnull=False
    )
    return _one_each(clocks.order_by("left_at", "due_at", "id")[:limit])


def count_left_behind(community: Any) -> int:
    """How many such there are."""
    left = Clock.objects.filter(community=community, settled_at__isnull=True, left_at__isnull=False)
    return left.values("owner").distinct().count()


def _one_each(clocks: Iterable[Clock]) -> list[Clock]:
    found: dict[UUID, Clock] = {}
    for clock in clocks:
        found.setdefault(clock.owner, clock)
    return list(found.values())


def items_of(community: Any, account: UUID, limit: int = 400) -> list[Clock]:
    """The open clocks given to one account, the most pressing first, without the private ones:
    those are handed over one by one by who holds them."""
    clocks = Clock.objects.filter(
        community=community,
        holder_account_id=account,
        settled_at__isnull=True,
        private=False,
    )
    return _one_each(clocks.order_by("due_at", "id")[:limit])


def clocks_called(community: Any, keys: Iterable[UUID]) -> "QuerySet[Clock]":
    """Open clocks by their ids, to be handed over together: no closed ones."""
    return Clock.objects.filter(
        community=community, pk__in=list(keys), settled_at__isnull=True, closed=False
    ).order_by("id")


def feed_of(community: Any, account: UUID) -> Feed | None:
    """The person's link here, open or revoked."""
    return Feed.objects.filter(community=community, account_id=account).first()


def feed_called(token: str) -> Feed | None:
    """The feed whose link ends in `token`; the link alone says whose it is."""
    return (
        Feed.objects.across_communities("the link alone says which")
        .filter(digest=digest_of(token))
        .select_related("account", "community")
        .first()
    )


def digest_of(token: str) -> bytes:
    """What is kept of a link."""
    return hashlib.sha256(token.encode()).digest()
