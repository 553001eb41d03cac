"""The divisions under an office, down to its communities that tell something."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place
from linli.core.places.models.fields import below
from linli.core.places.queries import served_communities
from linli.evaluation.returns.models import Return
from linli.evaluation.returns.queries import TAKEN


@dataclass(frozen=True)
class Node:
    """A division, and what lies directly under it; a community has nothing under it."""

    place: Any
    parts: tuple["Node", ...] = field(default=())

    @property
    def is_community(self) -> bool:
        return bool(self.place.level == COMMUNITY)

    def communities(self) -> Iterator[Any]:
        """Every community at or under it."""
        if self.is_community:
            yield self.place
        for part in self.parts:
            yield from part.communities()


def tree_under(office: Place) -> Node:
    """The office with its communities that are served here or whose return was accepted, and
    whatever lies between; each level in the order of names."""
    told = Return.objects.across_communities("which communities have told an office anything")
    returned = told.filter(state__in=TAKEN).values("community")
    inside = below(office.path)
    served = served_communities().filter(inside)
    others = Place.objects.filter(inside, pk__in=returned, level=COMMUNITY, until__isnull=True)
    found = {place.pk: place for place in (*served, *others)}
    between: dict[str, Any] = {}
    if office.level < COMMUNITY - 1:
        rows = Place.objects.filter(inside, level__lt=COMMUNITY, until__isnull=True)
        between = {place.path: place for place in rows}
    children: dict[str, dict[UUID, Any]] = {}
    for place in found.values():
        _hang(place, office.path, between, children)
    return _node(office, children)


def _hang(
    place: Any, top: str, between: dict[str, Any], children: dict[str, dict[UUID, Any]]
) -> None:
    above = place.path.rpartition("/")[0]
    while above != top and above not in between:
        above = above.rpartition("/")[0]
        if not above:
            return
    here = children.setdefault(above, {})
    if place.pk in here:
        return
    here[place.pk] = place
    if above != top:
        _hang(between[above], top, between, children)


def _node(place: Any, children: dict[str, dict[UUID, Any]]) -> Node:
    parts = sorted(children.get(place.path, {}).values(), key=lambda each: (each.name, each.code))
    return Node(place, tuple(_node(part, children) for part in parts))
