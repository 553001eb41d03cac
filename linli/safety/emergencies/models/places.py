"""Places where something may happen, and places where people find shelter. Never a home."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow

RISKS = [
    ("flood", _("低洼易涝")),
    ("slope", _("边坡、挡墙")),
    ("gas", _("燃气")),
    ("crowd", _("人多拥挤")),
    ("power", _("配电、充电")),
    ("fire", _("火灾")),
    ("fall", _("高空坠物")),
]


def point_columns() -> tuple[Any, Any]:
    """Longitude and latitude in the community's coordinate system, where somebody marked it."""
    return (
        models.DecimalField(_("经度"), max_digits=9, decimal_places=6, null=True, blank=True),
        models.DecimalField(_("纬度"), max_digits=9, decimal_places=6, null=True, blank=True),
    )


def both_or_none(name: str) -> Any:
    """A point has both its numbers or none."""
    return models.CheckConstraint(
        condition=Q(lon__isnull=True, lat__isnull=True)
        | Q(lon__gte=-180, lon__lte=180, lat__gte=-90, lat__lte=90),
        name=name,
    )


class RiskPlace(CommunityRow):
    """A place, what may happen there, and what to do. `place`: the building or compound it lies
    in or before; its point is used where the risk has none of its own."""

    kind = models.CharField(_("风险类型"), max_length=6, choices=RISKS)
    title = models.CharField(_("地点"), max_length=60)
    advice = models.CharField(_("怎么办"), max_length=300)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    lon, lat = point_columns()
    checked_on = models.DateField(_("最近看过"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["kind", "title", "id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "kind", "title"],
                condition=Q(withdrawn_at__isnull=True),
                name="emergency_riskplace_once",
            ),
            both_or_none("emergency_riskplace_point"),
        ]

    def __str__(self) -> str:
        return self.title


class Shelter(CommunityRow):
    """Where people go. Who opens it is a line of the call tree; where the keys are is for the
    desk alone."""

    title = models.CharField(_("名称"), max_length=60)
    where = models.CharField(_("在哪里、怎么走"), max_length=160)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    lon, lat = point_columns()
    capacity = models.PositiveSmallIntegerField(_("能容纳多少人"))
    step_free = models.BooleanField(_("轮椅进得去"), default=False)
    pets = models.BooleanField(_("可以带宠物"), default=False)
    power = models.BooleanField(_("有备用电"), default=False)
    opened_by = models.ForeignKey(
        "emergencies.Contact", models.SET_NULL, null=True, related_name="+"
    )
    keys = models.CharField(_("钥匙在哪里"), max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["title", "id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "title"],
                condition=Q(withdrawn_at__isnull=True),
                name="emergency_shelter_once",
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1), name="emergency_shelter_holds_somebody"
            ),
            both_or_none("emergency_shelter_point"),
        ]

    def __str__(self) -> str:
        return self.title
