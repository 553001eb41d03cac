"""Objections: one's own by its receipt, and the desk's list."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from linli.lib.identity.receipt import parse_receipt
from linli.lib.identity.refusals import Refusal
from linli.mechanisms.publication.models import Objection


def objection_by_receipt(text: str) -> Objection | Refusal | None:
    """The objection of this receipt, however it was typed, in whichever community."""
    receipt = parse_receipt(text)
    if isinstance(receipt, Refusal):
        return receipt
    everywhere = Objection.objects.across_communities("a receipt is typed without its community")
    found: Objection | None = (
        everywhere.filter(receipt=receipt).select_related("posting", "community").first()
    )
    return found


def waiting_objections(community: Any) -> "QuerySet[Objection]":
    """Those that wait for an answer, the oldest first."""
    return _all(community).filter(closed_at__isnull=True).order_by("raised_at", "id")


def closed_objections(community: Any, limit: int = 50) -> "QuerySet[Objection]":
    """Those that were answered or taken back, the latest first."""
    return _all(community).filter(closed_at__isnull=False).order_by("-closed_at", "-id")[:limit]


def desk_objection(community: Any, objection: UUID) -> Objection | None:
    """One objection, for the desk."""
    found: Objection | None = _all(community).filter(pk=objection).first()
    return found


def raised_before(community: Any, objection: UUID | None) -> Objection:
    """What the same form made the first time it came."""
    found: Objection = Objection.objects.get(community=community, pk=objection or UUID(int=0))
    return found


def _all(community: Any) -> "QuerySet[Objection]":
    rows: QuerySet[Objection] = Objection.objects.filter(community=community)
    return rows.select_related("posting", "answered_by")
