"""Where a service is on the map of the community."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.rules.points import Point
from linli.service.catalogue.models.choices import BASIC_CHOICES


class Located(models.Model):
    """A service on the map: at a building of the community (`spot`), or at a point of its own, in
    the coordinate system of the community. `basic`: which of the basic kinds it is, if any."""

    spot = models.ForeignKey(
        "places.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("在哪栋楼"),
    )
    lon = models.DecimalField(_("经度"), max_digits=9, decimal_places=6, null=True, blank=True)
    lat = models.DecimalField(_("纬度"), max_digits=9, decimal_places=6, null=True, blank=True)
    basic = models.CharField(
        _("属于哪一类基本服务"), max_length=16, choices=BASIC_CHOICES, blank=True
    )

    WHERE = ("spot_id", "lon", "lat")

    class Meta:
        abstract = True

    @property
    def own_point(self) -> Point | None:
        """The point that was read off for it; None where it has none or stands at a building."""
        return Point(self.lon, self.lat) if self.lon is not None and self.lat is not None else None

    @property
    def is_placed(self) -> bool:
        """Whether somebody has said where it is."""
        return self.spot_id is not None or self.lon is not None

    def take_off_map(self) -> None:
        """Where it is, is not known any more; what kind it is, is."""
        self.spot, self.lon, self.lat = None, None, None


def one_place(name: str) -> models.CheckConstraint:
    """At a building or at a point of its own, and a point is two numbers."""
    nothing = Q(lon__isnull=True, lat__isnull=True)
    return models.CheckConstraint(
        condition=nothing | Q(spot__isnull=True, lon__isnull=False, lat__isnull=False), name=name
    )
