"""Disputes: who may handle one, whose handler has left, which are over long enough to go."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from linli.core.access.models import Account, Holding
from linli.core.access.queries import in_term
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.people.queries import dwelling_of
from linli.governance.property.models import Dispute
from linli.governance.property.permissions import KEEPERS

FORGOTTEN_AFTER = timedelta(days=365)
GIVEN_UP_AFTER = timedelta(days=730)
PAST = 50


def dispute_for(actor: Actor, community: Any, key: UUID, permission: str) -> Dispute:
    """A dispute, for its handler or for whoever told it."""
    rows = Dispute.objects.filter(community=community, pk=key)
    found: Dispute | None = rows.select_related("estate", "community", "account__person").first()
    if found is None or not may(permission, actor, found):
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Teller:
    """How the handler reaches whoever told it."""

    name: str
    home: str
    phone: str


def teller_of(row: Dispute, on: date) -> Teller | None:
    """Who told it, by the register; where the account is tied to nobody, by what it is called."""
    if row.account is None:
        return None
    person = row.account.person
    if person is None or person.community_id != row.community_id or person.is_forgotten:
        return Teller(row.account.label, "", "")
    home = dwelling_of(person, on)
    return Teller(person.name, home.name_inside if home else "", person.phone)


def open_at_desk(actor: Actor, community: Any) -> Any:
    """What nobody has taken on yet, and one's own that is not answered, the oldest first."""
    rows = Dispute.objects.filter(
        Q(handler__isnull=True) | Q(handler=actor.account), community=community,
        closed_at__isnull=True,
    )  # fmt: skip
    return rows.select_related("estate").order_by("told_at", "pk")


def closed_at_desk(actor: Actor, community: Any) -> Any:
    """What one has answered oneself, the latest first."""
    rows = Dispute.objects.filter(
        community=community, handler=actor.account, closed_at__isnull=False
    )
    return rows.select_related("estate").order_by("-closed_at", "pk")[:PAST]


def told_by(actor: Actor, community: Any) -> list[Dispute]:
    """What this account has told."""
    if actor.account is None:
        return []
    rows = Dispute.objects.filter(community=community, account=actor.account)
    return list(rows.select_related("estate").order_by("-told_at")[:PAST])


def keepers(community: Any, on: date) -> Any:
    """The active accounts that may handle a dispute here on that day."""
    held = Holding.objects.filter(in_term(on), post__in=KEEPERS, place__community=community)
    rows = Account.objects.filter(is_active=True, pk__in=held.values("account_id"))
    return rows.order_by("label", "pk")


def left_without_handler(on: date) -> Any:
    """Those not answered whose handler keeps estates no more, everywhere."""
    present = Holding.objects.filter(
        in_term(on), post__in=KEEPERS, account=OuterRef("handler"), account__is_active=True,
        place__community=OuterRef("community"),
    )  # fmt: skip
    rows = Dispute.objects.across_communities("time runs everywhere").filter(
        closed_at__isnull=True, handler__isnull=False
    )
    return rows.exclude(Exists(present)).order_by("told_at", "pk")


def forgettable(on: date) -> Any:
    """Those whose words go on that day, everywhere: answered a year ago, or told two years ago and
    never answered."""
    over = Q(closed_at__date__lt=on - FORGOTTEN_AFTER) & ~Q(words="", answer="")
    given_up = Q(closed_at__isnull=True, told_at__date__lt=on - GIVEN_UP_AFTER)
    rows = Dispute.objects.across_communities("time runs everywhere").filter(over | given_up)
    return rows.select_related("community").order_by("told_at", "pk")
