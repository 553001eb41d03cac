"""Who sits on the supervisory committee, how to reach it, and what it may sit in on."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from linli.core.access.organs import HeldOffice
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.oversight.models import SittingIn, SupervisionContact, SupervisorSeat
from linli.mechanisms.publication.models import Posting

MOST = 50
RESOLUTION = "assemblies"
"""The category under which residents' meetings post what they decided."""


def serving(community: Any, on: date) -> "QuerySet[SupervisorSeat]":
    """Who serves that day, the chair first. Public: they hold an office."""
    return SupervisorSeat.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community, since__lte=on
    ).order_by("-chairs", "since", "id")


def served(community: Any, on: date) -> "QuerySet[SupervisorSeat]":
    """Who served before, the latest first."""
    return SupervisorSeat.objects.filter(community=community, until__lte=on).order_by(
        "-until", "id"
    )[:MOST]


def serves(community: Any, person: UUID) -> bool:
    """Whether somebody has a seat now."""
    rows = SupervisorSeat.objects.filter(community=community, until__isnull=True)
    return rows.filter(person=person).exists()


def seat_in(actor: Actor, community: Any, seat_id: UUID) -> SupervisorSeat:
    """One seat, for those who keep the register; otherwise there is none (Http404)."""
    found: SupervisorSeat | None = (
        SupervisorSeat.objects.filter(community=community, pk=seat_id)
        .select_related("community")
        .first()
    )
    if found is None or not may("oversight.keep_supervisors", actor, found):
        raise Http404
    return found


def contact_of(community: Any) -> SupervisionContact | None:
    """How residents reach it, where that has been said."""
    found: SupervisionContact | None = SupervisionContact.objects.filter(
        community=community
    ).first()
    return found


def sittings_of(community: Any) -> "QuerySet[SittingIn]":
    """The meetings it was told of, the latest first."""
    return SittingIn.objects.filter(community=community).order_by("-starts_at", "-id")[:MOST]


def sitting_in(actor: Actor, community: Any, sitting_id: UUID) -> SittingIn:
    """One of them, for a supervisor (else Http404)."""
    found: SittingIn | None = (
        SittingIn.objects.filter(community=community, pk=sitting_id)
        .select_related("community")
        .first()
    )
    if found is None or not may("oversight.supervise", actor, found):
        raise Http404
    return found


def resolutions_posted(community: Any) -> "QuerySet[Posting]":
    """The resolutions that hang on the board, by which a meeting has chosen somebody."""
    return Posting.objects.filter(
        community=community, category=RESOLUTION, listed_at__isnull=False
    ).order_by("-listed_at")[:MOST]


def organs_told(community: Any, on: date) -> list[HeldOffice]:
    """The supervisory committee as the register of bodies may know it (`core/access/organs`)."""
    seats = SupervisorSeat.objects.filter(community=community, since__lte=on)
    return [
        HeldOffice(
            kind="supervisory_committee",
            office=_("居务监督委员会主任") if seat.chairs else _("居务监督委员会成员"),
            name=seat.name,
            since=seat.since,
            person=seat.person_id,
            until=seat.until,
            expected=seat.term_ends,
        )
        for seat in seats.order_by("-chairs", "since")
    ]
