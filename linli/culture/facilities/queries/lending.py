"""What is lent, to whom, and who waits; borrowers are for the desk and themselves alone."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.culture.facilities.models import LentItem, LentPiece, Loan

MOST = 300
"""What one page lists of what is lent."""
LIVE = ("asked", "ready", "lent")


@dataclass(frozen=True)
class OnShelf:
    """A thing: how many pieces there are, how many are free now, how many wait."""

    item: LentItem
    pieces: int
    free: int
    waiting: int


def shelf(community: Any) -> list[OnShelf]:
    """Everything that is lent: assistive devices first, each with what is free now."""
    items = LentItem.objects.filter(community=community, withdrawn_at__isnull=True).annotate(
        fine=Count("pieces", filter=Q(pieces__state="fine"), distinct=True),
        held=Count("loans", filter=Q(loans__state__in=Loan.WITH_SOMEBODY), distinct=True),
        waiting=Count("loans", filter=Q(loans__state="asked"), distinct=True),
    )
    rows: list[Any] = sorted(items, key=lambda item: (not item.is_assistive, item.kind, item.title))
    return [OnShelf(row, row.fine, max(row.fine - row.held, 0), row.waiting) for row in rows]


def item_in(community: Any, key: UUID) -> LentItem:
    """A thing; Http404 where there is none."""
    found = LentItem.objects.filter(community=community, pk=key, withdrawn_at__isnull=True).first()
    if found is None:
        raise Http404
    return found


def piece_in(community: Any, key: UUID) -> LentPiece:
    """A piece; Http404 where there is none."""
    found = LentPiece.objects.filter(community=community, pk=key).select_related("item").first()
    if found is None:
        raise Http404
    return found


def loan_in(community: Any, key: UUID) -> Loan:
    """A loan, for the desk; Http404 where there is none."""
    found = Loan.objects.filter(community=community, pk=key).select_related("item", "piece").first()
    if found is None:
        raise Http404
    return found


def loans_live(community: Any) -> QuerySet[Loan]:
    """What is asked for, set aside or lent: what is due first."""
    return (
        Loan.objects.filter(community=community, state__in=LIVE)
        .select_related("item", "piece")
        .order_by("due_on", "keep_until", "asked_at", "id")
    )


def loans_of(item: LentItem, limit: int = 50) -> list[Loan]:
    """What became of a thing, the latest first."""
    rows = Loan.objects.filter(community=item.community_id, item=item).select_related("piece")
    return list(rows.order_by("-asked_at", "-id")[:limit])


def ahead_of(loan: Loan) -> int:
    """How many wait before this one."""
    before = Q(asked_at__lt=loan.asked_at) | Q(asked_at=loan.asked_at, pk__lt=loan.pk)
    return Loan.objects.filter(
        before, community=loan.community_id, item=loan.item_id, state="asked"
    ).count()


def own_loans(actor: Actor, community: Any) -> list[Loan]:
    """One's own loans, the latest first."""
    if actor.account is None:
        return []
    rows = Loan.objects.filter(community=community, account=actor.account)
    return list(rows.select_related("item", "piece").order_by("-asked_at")[:30])


def lent_since(community: Any, since: date) -> int:
    """How many loans there were; a count and nothing finer."""
    return Loan.objects.filter(community=community, lent_on__gte=since).count()
