"""What ends when a place ends or leaves its community."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from linli.core.places.batches import in_batches
from linli.core.places.models import Area, AreaDwelling, CommunityProfile, Place
from linli.core.places.scope import CommunityQuerySet


def leave_areas(
    dwellings: Sequence[UUID], community: UUID | None, on: date, *, area: Area | None = None
) -> None:
    """Ends the dwellings' places in the areas of this community (or in this one area)."""
    for batch in in_batches(dwellings):
        rows = AreaDwelling.objects.filter(community=community, dwelling__in=batch)
        _end_rows(rows.filter(area=area) if area else rows, on)


def end_with(place: Place, on: date, at: datetime) -> None:
    """Ends what cannot outlive the place: a community's areas and profile, a dwelling's places
    in areas, and the tags that lead there."""
    if place.is_community:
        _end_rows(AreaDwelling.objects.filter(community=place), on)
        emptied = Area.objects.filter(community=place, until__isnull=True, since__gte=on)
        AreaDwelling.objects.filter(community=place, area__in=emptied).delete()
        _end_rows(Area.objects.filter(community=place), on)
        _end_rows(CommunityProfile.objects.filter(community=place), on)
    elif place.kind == "dwelling":
        leave_areas([place.id], place.community_id, on)
    place.tags.filter(revoked_at__isnull=True).update(revoked_at=at)


def _end_rows(rows: CommunityQuerySet[Any], on: date) -> None:
    """Ends those in force; what began that very day, or later, was never so for a day."""
    rows.filter(until__isnull=True, since__gte=on).delete()
    rows.filter(until__isnull=True).update(until=on)
