"""Reading accounts and posts: who is this, who holds that."""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.access.models import Account, Body, Holding, Invitation
from linli.core.audit.actor import Actor, HeldPost


def in_term(on: date) -> Q:
    """Holds on the day `on`: begun, and not ended (`until` is the first day without it)."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))


def actor_for(account: Account, on: date, channel: str = "web") -> Actor:
    """The account as an actor, with the posts it holds and the dwellings it belongs to that day."""
    holdings = account.holdings.filter(in_term(on)).select_related("place")
    return Actor(
        account=account.pk,
        person=account.person_id,
        channel=channel,
        posts=tuple(
            HeldPost(
                post=held.post,
                path=held.place.path,
                community=held.place.community_id,
                body=held.body_id,
                since=held.since,
                until=held.until,
            )
            for held in holdings
        ),
        dwellings=tuple(
            account.residences.filter(in_term(on)).values_list("dwelling_id", flat=True)
        ),
    )


def accounts_holding(
    community: UUID, post: str, *, on: date, body: UUID | None = None
) -> QuerySet[Account]:
    """The active accounts that hold `post` in the community (for `body`, where one is meant)."""
    held = Holding.objects.filter(in_term(on), post=post, place__community_id=community)
    if body is not None:
        held = held.filter(body_id=body)
    return Account.objects.filter(is_active=True, pk__in=held.values("account_id")).order_by("pk")


def bodies_of(community: Any, on: date) -> QuerySet[Body]:
    """The bodies that can be sent something, on that day."""
    return Body.objects.filter(in_term(on), community=community).order_by("kind", "name")


def members_of(body: Body, on: date) -> QuerySet[Account]:
    """The active accounts that hold a post for `body` that day."""
    held = Holding.objects.filter(in_term(on), body=body)
    return Account.objects.filter(is_active=True, pk__in=held.values("account_id")).order_by("pk")


def staff_of(community: Any, on: date) -> QuerySet[Account]:
    """Those a matter can be given to inside the committee: its director and workers."""
    held = Holding.objects.filter(
        in_term(on), post__in=("director", "worker"), place__community=community
    )
    return Account.objects.filter(is_active=True, pk__in=held.values("account_id")).order_by(
        "label", "pk"
    )


def digest_of(code: str) -> bytes:
    """What is kept of an invitation's code."""
    return hashlib.sha256(code.strip().upper().encode()).digest()


def invitation_called(code: str) -> Invitation | None:
    """The invitation whose code is `code`; whoever holds the slip may see it."""
    return (
        Invitation.objects.across_communities("the code alone says which")
        .filter(digest=digest_of(code))
        .select_related("community", "dwelling", "body", "person")
        .first()
    )


def account_of(actor_account: UUID | None) -> Account:
    """The acting account's own row; whoever asks has seen that somebody is signed in."""
    assert actor_account is not None
    return Account.objects.get(pk=actor_account)


def invitations_of(community: Any) -> QuerySet[Invitation]:
    """The slips handed out in a community, newest first."""
    return (
        Invitation.objects.filter(community=community)
        .select_related("dwelling", "body")
        .order_by("-issued_at", "-id")
    )


def holdings_in(community: Any, on: date) -> QuerySet[Holding]:
    """The posts held in a community that day."""
    return (
        Holding.objects.filter(in_term(on), place__community=community)
        .select_related("account", "place", "body")
        .order_by("post", "since", "pk")
    )


def other_terms(holding: Holding) -> list[tuple[date, date | None]]:
    """The terms of the others who hold, held or will hold the same post at the same place."""
    others = Holding.objects.filter(post=holding.post, place=holding.place_id)
    return list(others.exclude(pk=holding.pk).values_list("since", "until"))


def labels_of(accounts: Iterable[UUID | None]) -> dict[UUID, str]:
    """What the accounts are called at the desk, in one query."""
    keys = {key for key in accounts if key}
    return dict(Account.objects.filter(pk__in=keys).values_list("pk", "label")) if keys else {}
