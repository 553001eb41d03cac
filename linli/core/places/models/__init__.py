"""The tree as it is, the tree as it was, and the areas that cut it across."""

from linli.core.places.models.area import Area, AreaDwelling, CommunityProfile
from linli.core.places.models.history import PlaceVersion, Succession
from linli.core.places.models.place import Place
from linli.core.places.models.point import CommunityDatum, PlacePoint
from linli.core.places.models.tag import PlaceTag

__all__ = [
    "Area",
    "AreaDwelling",
    "CommunityDatum",
    "CommunityProfile",
    "Place",
    "PlacePoint",
    "PlaceTag",
    "PlaceVersion",
    "Succession",
]
