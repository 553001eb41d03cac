"""Areas: residents' groups, grids and property areas, each cutting the same dwellings its way."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.models.place import Place
from linli.core.places.scope import CommunityRow

AREA_KINDS = [
    ("residents_group", _("居民小组")),
    ("grid", _("网格")),
    ("property_area", _("物业区域")),
]

COMMUNITY_TYPES = [
    ("old_compound", _("老旧小区为主")),
    ("unit_housing", _("单位家属院为主")),
    ("commodity_housing", _("商品房小区为主")),
    ("affordable_housing", _("保障性住房为主")),
    ("resettlement", _("安置房为主")),
    ("former_village", _("村改居")),
    ("street_and_lane", _("平房街巷为主")),
    ("mixed", _("混合型")),
]


class Area(CommunityRow):
    """One group, grid or property area of a community."""

    kind = models.CharField(_("类别"), max_length=16, choices=AREA_KINDS)
    name = models.CharField(_("名称"), max_length=60)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "kind", "name"],
                condition=Q(until__isnull=True),
                name="area_name",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="area_term"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AreaDwelling(CommunityRow):
    """A dwelling lies in an area from `since` until `until`. `kind` repeats the area's, so that
    the database itself refuses a second area of one kind."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="memberships")
    dwelling = models.ForeignKey(Place, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=AREA_KINDS)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "dwelling", "kind"],
                condition=Q(until__isnull=True),
                name="areadwelling_one_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="areadwelling_term",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "kind"], name="areadwelling_kind")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.since}–{self.until or ''}"


class CommunityProfile(CommunityRow):
    """What a community says of itself from `since` on: how many households, by which approval
    it stands (set up, merged, resized), and what type it is."""

    households = models.PositiveIntegerField(_("户数"))
    approval = models.CharField(_("批准文件"), max_length=200, blank=True)
    types = models.JSONField(_("社区类型"), default=list, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community"], condition=Q(until__isnull=True), name="profile_current"
            ),
            models.UniqueConstraint(fields=["community", "since"], name="profile_since"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="profile_term"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until or ''}"
