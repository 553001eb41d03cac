"""What is offered and needed, and what came of it. Persons are for the desk alone."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.culture.facilities.models import Match, Need, Offer

MOST = 200
"""What one page lists of what is offered and needed."""


def offers_standing(community: Any, on: date) -> QuerySet[Offer]:
    """What is offered on that day: not taken back, not over."""
    return Offer.objects.filter(
        Q(until__isnull=True) | Q(until__gte=on), community=community, withdrawn_at__isnull=True
    )


def needs_open(community: Any) -> QuerySet[Need]:
    """What is needed."""
    return Need.objects.filter(community=community, closed_at__isnull=True)


def offer_in(community: Any, key: UUID) -> Offer:
    """An offer; Http404 where there is none."""
    return _one(Offer.objects.filter(community=community, pk=key))


def need_in(community: Any, key: UUID) -> Need:
    """A need; Http404 where there is none."""
    return _one(Need.objects.filter(community=community, pk=key))


def match_in(community: Any, key: UUID) -> Match:
    """A match; Http404 where there is none."""
    return _one(Match.objects.filter(community=community, pk=key).select_related("offer", "need"))


def _one(rows: Any) -> Any:
    found = rows.first()
    if found is None:
        raise Http404
    return found


def own_offers(actor: Actor, community: Any) -> list[Offer]:
    """One's own offers, the latest first."""
    if actor.account is None:
        return []
    return list(Offer.objects.filter(community=community, account=actor.account)[:30])


def matches_of(community: Any, limit: int = 60) -> list[Match]:
    """What was put together, the latest first; what is still tried before what is settled."""
    rows = Match.objects.filter(community=community).select_related("offer", "need")
    return sorted(rows[:limit], key=lambda row: row.state != Match.TRIED)


@dataclass(frozen=True)
class Tally:
    """How many were offered, needed, put together, and used."""

    offers: int
    needs: int
    matched: int
    used: int
    unused: int


def tally_of(community: Any, since: date) -> Tally:
    """Since a day; counts and nothing finer."""
    ours = {"community": community}
    rows = Match.objects.filter(**ours, matched_at__date__gte=since).aggregate(
        all=Count("id"),
        used=Count("id", filter=Q(state=Match.USED)),
        unused=Count("id", filter=Q(state=Match.UNUSED)),
    )
    return Tally(
        Offer.objects.filter(**ours, offered_at__date__gte=since).count(),
        Need.objects.filter(**ours, needed_on__gte=since).count(),
        rows["all"],
        rows["used"],
        rows["unused"],
    )
