"""Where accessibility is wanting: how many open defects at each building. Counts and places, and
nothing of who said so."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from linli.core.places.models import Place
from linli.core.places.queries import pointable
from linli.service.matters.flows import OPEN
from linli.service.matters.models import Matter

BARRIER = "barrier"
"""The kind of matter that is such a defect."""

LOOKED_AT = tuple(state for state in OPEN if state != "received")
"""What nobody has looked at yet is not told to everybody."""


def open_barriers(community: Place, at: datetime) -> Mapping[UUID, int]:
    """How many there are now at each building or compound, or in the community where no finer
    place was given. A dwelling or an entrance counts for its building: no door is a point."""
    rows = Matter.objects.filter(
        community=community,
        kind__code=BARRIER,
        kind__community=community,
        state__in=LOOKED_AT,
        raised_at__lte=at,
    )
    paths = list(rows.values_list("place__path", flat=True))
    if not paths:
        return {}
    by_path = {place.path: place.pk for place in pointable(community)}
    return Counter(_building(path or "", by_path) or community.pk for path in paths)


def _building(path: str, by_path: Mapping[str, UUID]) -> UUID | None:
    """The narrowest building or compound the path leads through."""
    while path:
        if path in by_path:
            return by_path[path]
        path = path.rpartition("/")[0]
    return None
