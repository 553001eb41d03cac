"""Reading links, from either end."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.audit.closed import kind_is_closed
from linli.core.links.models import Link


@dataclass(frozen=True, slots=True)
class Linked:
    """The other end, as seen from one row. `forwards`: the relation is read from this row; `title`
    says it in words either way. What the other row shows, its own domain decides."""

    relation: str
    forwards: bool
    kind: str
    id: UUID
    at: datetime

    @property
    def title(self) -> Any:
        return (dict(Link.RELATIONS) if self.forwards else Link.BACKWARDS)[self.relation]


def links_of(row: Any, *relations: str) -> list[Linked]:
    """What is tied to a row the caller has loaded, in both directions, oldest first; only the
    given relations where some are. A tie to a closed row is told by that row alone."""
    ends = Q(from_id=row.pk) | Q(to_id=row.pk)
    found = Link.objects.filter(ends, community=row.community_id)
    if relations:
        found = found.filter(relation__in=relations)
    linked = [
        Linked(tied.relation, True, tied.to_kind, tied.to_id, tied.at)
        if tied.from_id == row.pk
        else Linked(tied.relation, False, tied.from_kind, tied.from_id, tied.at)
        for tied in found.order_by("at", "id")
    ]
    return [other for other in linked if not kind_is_closed(other.kind)]
