"""Requests for copies: for who keeps the archive, and for whoever bears the receipt."""

from typing import Any
from uuid import UUID

from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.archive.models import CopyRequest, Package
from linli.lib.identity.receipt import parse_receipt
from linli.lib.identity.refusals import Refusal

NEEDED = ("item", "community")


def waiting_copies(actor: Actor, community: Any) -> list[CopyRequest]:
    """What waits for an answer, the oldest first."""
    return _of_state(actor, community, ("asked",))[:200]


def answered_copies(actor: Actor, community: Any) -> list[CopyRequest]:
    """What was answered lately."""
    return _of_state(actor, community, ("given", "refused", "withdrawn"))[:40]


def copy_for(actor: Actor, community: Any, key: UUID) -> CopyRequest:
    """One request, for who keeps the archive (Http404)."""
    found = None
    if may("archive.answer_copy", actor, community):
        found = (
            CopyRequest.objects.filter(community=community, pk=key).select_related(*NEEDED).first()
        )
    if found is None:
        raise Http404
    return found


def is_receipt(community: Any, receipt: str) -> bool:
    """Whether somebody was given this receipt here."""
    return CopyRequest.objects.filter(community=community, receipt=receipt).exists()


def copy_by_receipt(community: Any, text: str) -> CopyRequest:
    """The request whose receipt this is: whoever bears it is who asked (Http404)."""
    receipt = parse_receipt(text)
    found = None
    if not isinstance(receipt, Refusal):
        rows = CopyRequest.objects.filter(community=community, receipt=receipt)
        found = rows.select_related(*NEEDED).first()
    if found is None:
        raise Http404
    return found


def copies_asked_by(account: UUID | None, community: Any) -> list[CopyRequest]:
    """One's own requests, the latest first."""
    if account is None:
        return []
    rows = CopyRequest.objects.filter(community=community, sender=account)
    return list(rows.select_related(*NEEDED).order_by("-asked_on", "-id")[:50])


def count_waiting(account: UUID | None, community: Any) -> int:
    """How many of one's own wait."""
    if account is None:
        return 0
    return CopyRequest.objects.filter(community=community, sender=account, state="asked").count()


def packages_of(actor: Actor, community: Any) -> list[Package]:
    """The packages taken out, the latest first; for who may take them out."""
    if not may("archive.export", actor, community):
        return []
    rows = Package.objects.filter(community=community).select_related("job")
    return list(rows.order_by("-asked_at", "-id")[:40])


def package_for(actor: Actor, community: Any, key: UUID) -> Package:
    """A package whose file is there (Http404)."""
    found = None
    if may("archive.export", actor, community):
        found = Package.objects.filter(community=community, pk=key, state="made").first()
    if found is None:
        raise Http404
    return found


def _of_state(actor: Actor, community: Any, states: tuple[str, ...]) -> list[CopyRequest]:
    if not may("archive.answer_copy", actor, community):
        return []
    rows = CopyRequest.objects.filter(community=community, state__in=states)
    order = ("asked_on", "id") if states == ("asked",) else ("-asked_on", "-id")
    return list(rows.select_related(*NEEDED).order_by(*order)[:200])
