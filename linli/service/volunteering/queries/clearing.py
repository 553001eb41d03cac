"""Partner communities: what each owes the other, and what waits for this one's yes."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place
from linli.service.volunteering.models import TimeClearing, TimePartner, TimeScheme

WHY = "both sides of an agreement between two communities read it"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A partner as both books see it: `here` is what we owe it, `there` what it owes us (each less
    than nothing the other way round). Together they are nothing, or a book was tampered with."""

    partner: TimePartner
    here: int
    there: int | None

    @property
    def together(self) -> int:
        return self.here + (self.there or 0)

    @property
    def owed_to_us(self) -> int:
        return max(-self.here, 0)

    @property
    def owed_by_us(self) -> int:
        return max(self.here, 0)


def partners_of(scheme: TimeScheme) -> list[TimePartner]:
    """The partners of a scheme, the first first."""
    rows = TimePartner.objects.filter(community=scheme.community_id, scheme=scheme)
    return list(rows.select_related("community", "other", "held", "scheme__book").order_by("id"))


def partner_kept_by(actor: Actor, community: Any, key: UUID) -> TimePartner:
    """A partner at the desk (Http404)."""
    rows = TimePartner.objects.filter(community=community, pk=key)
    found = rows.select_related("community", "other", "held", "scheme__book").first()
    if found is None or not may("volunteering.keep_time", actor, found):
        raise Http404
    return found


def mirror_of(partner: TimePartner) -> TimePartner | None:
    """The same agreement in the other community's book, where it is kept in this house."""
    rows = TimePartner.objects.filter(community=partner.other_id, other=partner.community_id)
    found: TimePartner | None = rows.select_related(
        "community", "other", "held", "scheme__book"
    ).first()
    return found


def reconciled(partner: TimePartner) -> Reconciled:
    """What both books say."""
    mirror = mirror_of(partner)
    return Reconciled(partner, partner.held.balance, mirror.held.balance if mirror else None)


def clearings_asked(community: Any) -> list[TimeClearing]:
    """What other communities ask this one to confirm."""
    rows = TimeClearing.objects.across_communities(WHY).filter(other=community, state="waiting")
    return list(rows.select_related("community").order_by("asked_at")[:100])


def clearing_asked_of(community: Any, key: UUID) -> TimeClearing:
    """One of them (Http404)."""
    rows = TimeClearing.objects.across_communities(WHY).filter(other=community, pk=key)
    found = rows.select_related("community", "partner__held", "giver__held").first()
    if found is None:
        raise Http404
    return found


def clearings_here(scheme: TimeScheme) -> list[TimeClearing]:
    """What this community asked of others, the latest first."""
    rows = TimeClearing.objects.filter(community=scheme.community_id)
    return list(rows.select_related("other", "giver").order_by("-asked_at")[:50])


def communities_beside(community: Place) -> list[tuple[str, str]]:
    """The other communities of this house, to choose a partner from."""
    rows = Place.objects.filter(level=COMMUNITY).exclude(pk=community.pk).order_by("code")
    return [(str(row.pk), row.name) for row in rows[:200]]
