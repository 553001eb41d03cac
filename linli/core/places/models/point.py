"""Where something inside a community lies on the map: compounds and buildings, never a home."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.models.place import Place
from linli.core.places.scope import CommunityRow

DATUMS = [
    ("gcj02", _("国内地图的坐标（GCJ-02：高德、腾讯等）")),
    ("bd09", _("百度地图的坐标（BD-09）")),
    ("wgs84", _("卫星定位的坐标（WGS-84；天地图相差很小）")),
]
"""The coordinate systems in use on the mainland. The same spot differs by some hundred metres
between them, so that a community keeps to one; nothing here is converted."""

POINTED = ("compound", "building")
"""What may have a point. Not an entrance and not a dwelling: a point there would be somebody's."""


class CommunityDatum(CommunityRow):
    """In which coordinate system the points of this community are, and where they were read off.
    `Place.lon` and `lat` of a division are those of the table it came from and are not meant."""

    datum = models.CharField(_("坐标系"), max_length=5, choices=DATUMS)
    taken_from = models.CharField(_("从哪里取的坐标"), max_length=120, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community"], name="communitydatum_one"),
        ]

    def __str__(self) -> str:
        return self.datum


class PlacePoint(CommunityRow):
    """The point of a compound or a building, in degrees of the community's coordinate system, to
    a millionth. `kind` repeats the place's, so that the database refuses any other."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    lon = models.DecimalField(_("经度"), max_digits=9, decimal_places=6)
    lat = models.DecimalField(_("纬度"), max_digits=9, decimal_places=6)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "place"], name="placepoint_one"),
            models.CheckConstraint(condition=Q(kind__in=POINTED), name="placepoint_no_home"),
            models.CheckConstraint(
                condition=Q(lon__gte=-180, lon__lte=180, lat__gte=-90, lat__lte=90),
                name="placepoint_on_globe",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lon}, {self.lat}"
