"""What lies in a community, for lists to choose from. Names in order of number: 2号楼, 10号楼."""

from uuid import UUID

from django.db.models import QuerySet

from linli.core.places.kinds import COMMUNITY, ENTRANCE
from linli.core.places.models import Place
from linli.core.places.models.fields import within


def place_in(community: Place, place: UUID) -> Place | None:
    """The place of this id in the community, or the community itself; None for any other."""
    return (
        Place.objects.filter(id=place, community=community, until__isnull=True)
        .select_related("community")
        .first()
    )


def public_places(community: Place) -> "QuerySet[Place]":
    """Compounds, buildings and entrances: what anyone may point at, never a door."""
    return Place.objects.filter(
        community=community, level__gt=COMMUNITY, level__lte=ENTRANCE, until__isnull=True
    ).order_by("position")


def houses_in(community: Place) -> "QuerySet[Place]":
    """The buildings of the community."""
    return Place.objects.filter(community=community, kind="building", until__isnull=True).order_by(
        "position"
    )


def dwellings_under(place: Place) -> "QuerySet[Place]":
    """The dwellings in a building, an entrance, a compound or a community (or the one itself)."""
    return Place.objects.filter(within(place.path), kind="dwelling", until__isnull=True).order_by(
        "position"
    )
