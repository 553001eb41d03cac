"""The tree as it was: every place's versions, and what became of places that changed."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.models.fields import PathField, within
from linli.core.places.models.place import KIND_TITLES, Place
from linli.lib.identity.ids import new_id


class PlaceVersion(models.Model):
    """What was true of a place from `since` (null: before our records) until `until`, the first
    day it no longer was (null: still is). A place that lies under one that moved has a new
    version too, because its path is another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="versions", db_index=False)
    parent = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    community = models.ForeignKey(
        Place, models.PROTECT, null=True, related_name="+", db_index=False
    )
    path = PathField()
    kind = models.CharField(max_length=12, choices=KIND_TITLES)
    level = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=80)
    ur_code = models.CharField(max_length=3, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["place"], condition=Q(until__isnull=True), name="placeversion_current"
            ),
            # Each begins where the one before ended, so two with one beginning would overlap.
            models.UniqueConstraint(fields=["place", "since"], name="placeversion_since"),
            models.UniqueConstraint(
                fields=["place"], condition=Q(since__isnull=True), name="placeversion_first"
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gt=F("since")),
                name="placeversion_term",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["code", "since"], name="placeversion_code"),
            models.Index(fields=["path"], name="placeversion_path"),
            models.Index(fields=["community", "kind"], name="placeversion_community"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name} {self.since or ''}–{self.until or ''}"


class Succession(models.Model):
    """That one place became another, or the same one changed, on a day and on what basis
    (the approval's title and number, as the operator entered it)."""

    KINDS = [
        ("merge", _("并入")),
        ("split", _("析出")),
        ("rename", _("更名")),
        ("recode", _("代码变更")),
        ("move", _("隶属变更")),
    ]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(Place, models.PROTECT, related_name="became")
    target = models.ForeignKey(Place, models.PROTECT, related_name="came_from")
    kind = models.CharField(max_length=8, choices=KINDS)
    on = models.DateField()
    basis = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(kind__in=("merge", "split")) & ~Q(source=F("target"))
                | Q(kind__in=("rename", "recode", "move"), source=F("target")),
                name="succession_ends",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


def in_force(on: Any) -> Q:
    """Holds on the day `on`: begun by then, and not yet ended."""
    return (Q(since__isnull=True) | Q(since__lte=on)) & (Q(until__isnull=True) | Q(until__gt=on))


def versions_within(path: str, on: Any) -> "models.QuerySet[PlaceVersion]":
    """The versions in force on `on` of the place at `path` (as of then) and all under it."""
    return PlaceVersion.objects.filter(in_force(on), within(path))
