"""The tree of places as it is today."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.kinds import COMMUNITY, DWELLING, KINDS
from linli.core.places.models.fields import PathField
from linli.core.places.rules.codes import committee_of
from linli.core.places.rules.naming import SEPARATOR
from linli.lib.identity.ids import new_id

KIND_TITLES = [
    ("country", _("国家")),
    ("province", _("省级")),
    ("city", _("地级")),
    ("county", _("县级")),
    ("town", _("街道、乡镇")),
    ("community", _("社区、村")),
    ("compound", _("小区")),
    ("building", _("楼栋")),
    ("entrance", _("单元")),
    ("dwelling", _("住房")),
]

COMMITTEE_TITLES = {
    "residents": _("居民委员会"),
    "villagers": _("村民委员会"),
    "like_residents": _("类似居民委员会的区域"),
    "like_villagers": _("类似村民委员会的区域"),
}


class Place(models.Model):
    """A division, or a part of a community down to the dwelling.

    The row holds what is true now; what was true before stands in `PlaceVersion`. A place that
    ended keeps its row, with `until`, so that what once lay there still points at it.

    `since` null: from before our records. `lon`, `lat` are in the coordinate system of the table
    they came from (Chinese map services: GCJ-02). `position` sorts what lies in a community as
    people number it; divisions sort by code. `community` is the community the place lies in
    and, for a community, itself; wider divisions have none.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="children", db_index=False
    )
    path = PathField()
    kind = models.CharField(max_length=12, choices=KIND_TITLES)
    level = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=80)
    full_name = models.CharField(max_length=400)
    community = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    ur_code = models.CharField(max_length=3, blank=True)
    position = models.CharField(max_length=400, blank=True)
    search = models.TextField(blank=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["path"], name="place_path"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(until__isnull=True) & ~Q(code=""), name="place_code"
            ),
            models.UniqueConstraint(
                fields=["community", "parent", "name"],
                condition=Q(until__isnull=True, level__gt=COMMUNITY),
                name="place_name_among_siblings",
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gt=F("since")),
                name="place_term",
            ),
            models.CheckConstraint(
                condition=Q(
                    *(Q(kind=kind, level=level) for level, kind in enumerate(KINDS)),
                    _connector=Q.OR,
                ),
                name="place_kind_level",
            ),
            models.CheckConstraint(
                condition=Q(level__lt=COMMUNITY, community__isnull=True)
                | Q(level=COMMUNITY, community=F("id"))
                | Q(level__gt=COMMUNITY, community__isnull=False),
                name="place_community",
            ),
            models.CheckConstraint(
                condition=(Q(level__lte=COMMUNITY) & ~Q(code="")) | Q(level__gt=COMMUNITY, code=""),
                name="place_coded",
            ),
            models.CheckConstraint(
                condition=Q(level__lte=COMMUNITY) | Q(parent__isnull=False), name="place_has_parent"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["parent", "level"], name="place_parent"),
            models.Index(fields=["level", "name"], name="place_level_name"),
            # SQLite does not use the partial unique index above for a code given as parameter.
            models.Index(fields=["code"], name="place_by_code"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()

    @property
    def is_division(self) -> bool:
        """Whether the division table lists it: a community or wider."""
        return self.level <= COMMUNITY

    @property
    def is_community(self) -> bool:
        return self.level == COMMUNITY

    @property
    def committee(self) -> str | None:
        """Whose committee it has, by the code rule: `residents`, `villagers`, …"""
        return committee_of(self.code) if self.is_community else None

    @property
    def committee_title(self) -> Any:
        """The same in words; nothing for what is no community."""
        return COMMITTEE_TITLES.get(self.committee or "", "")

    @property
    def name_inside(self) -> str:
        """The name as those who live in the community say it, without the community's own."""
        if self.level <= COMMUNITY:
            return self.name
        return self.full_name.partition(SEPARATOR)[2]

    @property
    def stairs_name(self) -> str:
        """The name inside the community as everybody may read it: down to the entrance."""
        if self.level < DWELLING:
            return self.name_inside
        return self.name_inside.rpartition(SEPARATOR)[0]

    @property
    def name_without_door(self) -> str:
        """The full name as the public may read it: down to the entrance, never the door."""
        if self.level < DWELLING:
            return self.full_name
        return self.full_name.rpartition(SEPARATOR)[0]
