"""What a round can be planned from, and its doors by staircase."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _, ngettext

from linli.core.audit.actor import Actor
from linli.core.places.models import Place
from linli.mechanisms.rounds.declaration import RoundKind, Source, StopGiven
from linli.mechanisms.rounds.queries.rounds import kinds_planned_by

NOWHERE = "none"


@dataclass(frozen=True, repr=False)
class Plannable:
    """One source with its doors, each under its staircase."""

    kind: RoundKind
    source: Source
    stops: Sequence[StopGiven]
    stairs: dict[str, str]
    """By staircase its name, in the order of the way."""
    lies_on: dict[UUID, str]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The staircases, each with its number of doors."""
        count = Counter(self._stairs_of(stop) for stop in self.stops)
        return [
            (
                key,
                ngettext("{name}（{n} 户）", "{name}（{n} 户）", count[key]).format(
                    name=name, n=count[key]
                ),
            )
            for key, name in self.stairs.items()
        ]

    def stops_on(self, stairs: Collection[str]) -> list[StopGiven]:
        """The doors on these staircases."""
        return [stop for stop in self.stops if self._stairs_of(stop) in stairs]

    def _stairs_of(self, stop: StopGiven) -> str:
        return self.lies_on.get(stop.place, NOWHERE) if stop.place else NOWHERE


def offered(actor: Actor, community: Place, on: date) -> list[tuple[RoundKind, list[Source]]]:
    """The kinds this actor may plan, each with what its room offers today."""
    return [
        (kind, list(kind.sources(community, on)))
        for kind in kinds_planned_by(actor, community)
        if kind.sources
    ]


def source_of(actor: Actor, community: Place, kind: str, source: str, on: date) -> Plannable:
    """One of them with its doors. Raises Http404 for what this actor may not plan, and where the
    room does not offer it any more."""
    for each, sources in offered(actor, community, on):
        for found in sources:
            if (each.key, found.key) == (kind, source) and each.stops:
                return _laid_out(community, each, found, each.stops(community, source, on))
    raise Http404


def _laid_out(
    community: Place, kind: RoundKind, source: Source, stops: Sequence[StopGiven]
) -> Plannable:
    rows: Any = Place.objects.filter(
        community=community.pk, pk__in=[stop.place for stop in stops if stop.place]
    ).order_by("position")
    stairs: dict[str, str] = {}
    lies_on: dict[UUID, str] = {}
    for place in rows:
        key = str(place.parent_id)
        stairs.setdefault(key, place.stairs_name)
        lies_on[place.pk] = key
    if any(stop.place not in lies_on for stop in stops):
        stairs[NOWHERE] = _("没有登记住房")
    return Plannable(kind, source, stops, stairs, lies_on)
