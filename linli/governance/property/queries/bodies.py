"""Who sits in the bodies of the owners, and which offices ended long enough ago."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404

from linli.governance.property.models import BodyMember, Estate, Owner, OwnersBody

KEPT = timedelta(days=365)


def bodies_now(community: Any, **which: Any) -> list[OwnersBody]:
    """The bodies in their term, with who sits in them today."""
    sit = BodyMember.objects.filter(community=community, until__isnull=True).order_by("pk")
    rows = OwnersBody.objects.filter(community=community, until__isnull=True, **which)
    return list(rows.prefetch_related(Prefetch("members", sit, to_attr="sitting")).order_by("kind"))


def bodies_past(estate: Estate) -> list[OwnersBody]:
    """The bodies whose term is over, the latest first."""
    rows = OwnersBody.objects.filter(
        community=estate.community_id, estate=estate, until__isnull=False
    )
    return list(rows.order_by("-until", "-since")[:20])


def member_of(community: Any, key: UUID) -> BodyMember:
    """A member in office; 404 otherwise."""
    rows = BodyMember.objects.filter(
        community=community, pk=key, until__isnull=True, owners_body__until__isnull=True
    )
    found: BodyMember | None = rows.select_related(
        "owners_body__estate", "community"
    ).first()  # fmt: skip
    if found is None:
        raise Http404
    return found


def others_of(member: BodyMember) -> Any:
    """Who sits beside them."""
    rows = BodyMember.objects.filter(
        community=member.community_id, owners_body=member.owners_body, until__isnull=True
    )
    return rows.exclude(pk=member.pk).order_by("pk")


def owners_called(estate: Estate) -> dict[str, Owner | None]:
    """The owners of an estate today by name; None for a name two of them bear."""
    found: dict[str, Owner | None] = {}
    rows = Owner.objects.filter(
        community=estate.community_id, estate=estate, kind="person", ended_on__isnull=True
    )
    for row in rows:
        name = "".join(row.name.split())
        found[name] = None if name in found else row
    return found


def forgettable_members(on: date) -> Any:
    """Offices that ended a year ago and of which it is still written whose they were,
    everywhere."""
    rows = BodyMember.objects.across_communities("time runs everywhere").filter(until__lt=on - KEPT)
    return rows.exclude(name="", contact="").select_related("community").order_by("until", "pk")
