"""What lies where: services and buildings of a community that somebody has put on the map."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404

from linli.core.clocks.queries import work_calendar
from linli.core.places.layers import Layer, layers
from linli.core.places.models import CommunityDatum, Place
from linli.core.places.queries import Pointed, datum_of, points_of
from linli.core.places.rules.points import Point
from linli.service.catalogue.models import GuideVersion, Provider
from linli.service.catalogue.models.choices import BASICS, FIELDS, KIND_FIELDS
from linli.service.catalogue.queries.guides import Offered, offered, version_in
from linli.service.catalogue.queries.providers import Listed, directory, provider_in
from linli.service.catalogue.rules.openings import Now, spans_between
from linli.service.catalogue.rules.search import sound_of

_FIELD_ORDER = [key for key, _title in FIELDS]
_BASIC_FIELDS = {key: field for key, _title, field in BASICS}


@dataclass(frozen=True)
class Service:
    """One thing on the map or meant for it: a guide or an entry of the directory, and its point
    where that is known."""

    row: GuideVersion | Provider
    now: Now | None
    point: Point | None
    building: Place | None
    stale: bool = False

    @property
    def sort(self) -> str:
        """Whether it is a guide or a provider."""
        return "guide" if isinstance(self.row, GuideVersion) else "provider"

    @property
    def field(self) -> str:
        """The field it is found under."""
        if isinstance(self.row, GuideVersion):
            return self.row.field
        return _BASIC_FIELDS.get(self.row.basic) or KIND_FIELDS[self.row.kind]

    @property
    def checked_on(self) -> date | None:
        """The last day on which somebody made sure."""
        if isinstance(self.row, GuideVersion):
            return self.row.checked_on
        return self.row.verified_on

    @property
    def step_free(self) -> bool:
        """Whether somebody has looked and there is no step."""
        return self.row.step_free == "yes"

    @property
    def open(self) -> bool:
        """Whether it is open at this moment."""
        return self.now is not None and self.now.open


@dataclass(frozen=True)
class Around:
    """A community as its map knows it."""

    services: list[Service]
    buildings: list[Pointed]
    datum: CommunityDatum | None

    def building(self, key: UUID | None) -> Pointed | None:
        """The one chosen, if it has a point."""
        return next((each for each in self.buildings if each.place.pk == key), None)


def around(community: Place, at: datetime) -> Around:
    """Everything somebody can go to: field by field as in the book, in each by the sound of the
    name. Who is listed by telephone alone has no place and is not here."""
    buildings = points_of(community)
    points = {each.place.pk: each for each in buildings}
    services = [_of_guide(each, points) for each in offered(community, at) if _has_place(each)]
    listed = directory(community, at)
    services += [_of_provider(each, points) for each in listed if not each.provider.by_phone_only]
    services.sort(
        key=lambda each: (
            _FIELD_ORDER.index(each.field),
            sound_of(each.row.title),
            each.row.pk,
        )
    )
    return Around(services, buildings, datum_of(community))


def service_to_place(community: Any, sort: str, key: UUID) -> GuideVersion | Provider:
    """The row that is put on the map; Http404 where there is none, where a guide is not live, and
    where a provider has stopped or has no address that may be known."""
    if sort == "guide":
        version = version_in(community, key)
        if version.state != "live":
            raise Http404
        return version
    provider = provider_in(community, key)
    if provider.gone_on is not None or provider.by_phone_only:
        raise Http404
    return provider


def counted_layers(community: Place, at: datetime) -> list[tuple[Layer, list[tuple[Place, int]]]]:
    """What the rooms count by place, each with its places as people number them."""
    counts = [(layer, layer.counts(community, at)) for layer in layers()]
    wanted = {key for _layer, found in counts for key in found}
    places = (
        {place.pk: place for place in Place.objects.filter(pk__in=wanted).order_by("position")}
        if wanted
        else {}
    )
    return [
        (layer, [(place, found[key]) for key, place in places.items() if key in found])
        for layer, found in counts
    ]


@dataclass(frozen=True)
class ServiceDay:
    """A guide that comes on a day, from when to when."""

    on: date
    opens: time
    closes: time
    version: GuideVersion


def service_days(community: Place, at: datetime, first: date, last: date) -> list[ServiceDay]:
    """Every day from `first` to `last` on which a guide marked as a service day is open."""
    calendar = work_calendar(community.pk)
    found = [
        ServiceDay(*span, each.version)
        for each in offered(community, at)
        if each.version.service_day
        for span in spans_between(each.version.opening, calendar, first, last)
    ]
    return sorted(found, key=lambda day: (day.on, day.opens, sound_of(day.version.title)))


def month_of(first: date) -> tuple[date, date]:
    """The last day of a month that begins on `first`, and the first of the next."""
    after = (first + timedelta(days=31)).replace(day=1)
    return after - timedelta(days=1), after


def _has_place(each: Offered) -> bool:
    return bool(each.version.where) or each.version.is_placed


def _of_guide(each: Offered, points: dict[Any, Pointed]) -> Service:
    return Service(each.version, each.now, *_where(each.version, points))


def _of_provider(each: Listed, points: dict[Any, Pointed]) -> Service:
    return Service(each.provider, each.now, *_where(each.provider, points), stale=each.stale)


def _where(
    row: GuideVersion | Provider, points: dict[Any, Pointed]
) -> tuple[Point | None, Place | None]:
    at = points.get(row.spot_id)
    return (at.point, at.place) if at else (row.own_point, None)
