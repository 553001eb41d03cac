"""The store: what is there, and the slips."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.mechanisms.ledger.models import Account
from linli.stewardship.funds.models import Good, Slip

HELD = "1201"
PAGE = 60


@dataclass(frozen=True, slots=True)
class GoodShown:
    """One good and how many are there by its book."""

    good: Good
    held: int


def goods_held(community: Any) -> list[GoodShown]:
    """Every good with what is there, in two queries. It says nothing of anybody."""
    goods = list(Good.objects.filter(community=community))
    held = dict(
        Account.objects.filter(
            community=community, book__in=[good.book_id for good in goods], code=HELD
        ).values_list("book_id", "balance")
    )
    return [GoodShown(good, held.get(good.book_id, 0)) for good in goods]


def good_for(actor: Actor, community: Any, good_id: UUID) -> Good:
    """One good, for who keeps or watches the accounts; otherwise Http404."""
    found: Good | None = None
    if may("funds.see_desk", actor, community):
        rows = Good.objects.filter(community=community, pk=good_id)
        found = rows.select_related("book", "community").first()
    if found is None:
        raise Http404
    return found


def slips_of(good: Good) -> list[Slip]:
    """The slips of a good, the latest first."""
    rows = Slip.objects.filter(community=good.community_id, good=good).select_related("gift")
    return list(rows.order_by("-on", "-serial")[:PAGE])


def slips_open(actor: Actor, community: Any) -> list[Slip]:
    """The slips nobody has signed, for who keeps or watches the accounts."""
    if not may("funds.see_desk", actor, community):
        return []
    rows = Slip.objects.filter(community=community, signed_at__isnull=True, struck_at__isnull=True)
    return list(rows.select_related("good").order_by("drawn_at")[:PAGE])


def slip_for(actor: Actor, community: Any, slip_id: UUID) -> Slip:
    """One slip, for who keeps or watches the accounts; otherwise Http404."""
    found: Slip | None = None
    if may("funds.see_desk", actor, community):
        rows = Slip.objects.filter(community=community, pk=slip_id)
        found = rows.select_related("good__book", "gift", "community").first()
    if found is None:
        raise Http404
    return found


def held_of(good: Good) -> int:
    """How many are there by the book."""
    found = Account.objects.filter(community=good.community_id, book=good.book_id, code=HELD)
    return int(found.values_list("balance", flat=True).get())
