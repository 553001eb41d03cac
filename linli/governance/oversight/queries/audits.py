"""The director's audits, and which directors leave without one that is published."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.access.seats import Seat, seats_until
from linli.governance.oversight.models import AuditItem, DirectorAudit
from linli.governance.oversight.rules.audits import departure_audited
from linli.lib.law import Finding

LAST_YEAR = timedelta(days=366)
"""How long before its term is over a committee prepares for the next one."""


def audits_of(community: Any) -> "QuerySet[DirectorAudit]":
    """All audits, the latest first."""
    return DirectorAudit.objects.filter(community=community).order_by("-commissioned_on", "-id")


def published(community: Any) -> "QuerySet[DirectorAudit]":
    """Those whose result everybody may read."""
    return audits_of(community).filter(state="published")


def audit_in(community: Any, audit_id: UUID) -> DirectorAudit:
    """One audit, for a page whose gate has asked who comes (Http404 where there is none)."""
    found: DirectorAudit | None = (
        DirectorAudit.objects.filter(community=community, pk=audit_id)
        .select_related("community", "posting")
        .first()
    )
    if found is None:
        raise Http404
    return found


def items_of(audit: DirectorAudit) -> "QuerySet[AuditItem]":
    """What it looks at, in order."""
    return AuditItem.objects.filter(community=audit.community_id, audit=audit).order_by("position")


def directors(community: Any, on: date) -> list[Seat]:
    """Whoever is or was director, by whose terms audits are made: who sits first."""
    return [seat for seat in seats_until(community, on) if seat.office == "director"]


def leaving(community: Any, on: date) -> list[Seat]:
    """The directors whose audit on leaving is to be seen to now: who left before the running term
    was over, and who sits in the last year of it (or until nobody knows when)."""
    return [seat for seat in directors(community, on) if _leaves(seat, on)]


def _leaves(seat: Seat, on: date) -> bool:
    if seat.term_ends is None:
        return seat.until is None
    soon = seat.until is not None or seat.term_ends <= on + LAST_YEAR
    return on < seat.term_ends and soon


def audited_on_leaving(community: Any, on: date) -> Finding | None:
    """Whether the audit of every director who leaves is published; None where nobody does."""
    seats = [seat.id for seat in leaving(community, on)]
    if not seats:
        return None
    return departure_audited(len(without_departure_audit(community, seats)))


def without_departure_audit(community: Any, seats: Iterable[UUID]) -> set[UUID]:
    """Of these terms, those whose audit on leaving is not published."""
    wanted = set(seats)
    done = DirectorAudit.objects.filter(
        community=community, kind="departure", state="published", seat__in=wanted
    )
    return wanted - set(done.values_list("seat", flat=True))


def published_one(community: Any, audit_id: UUID) -> DirectorAudit:
    """One audit for everybody; before it is published there is none (Http404)."""
    found = audit_in(community, audit_id)
    if found.state != "published":
        raise Http404
    return found
