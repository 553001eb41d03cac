"""A past year by later definitions: kept apart from the figures of record."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Recast(CommunityRow):
    """That a year was reckoned again, by the definitions in force at the beginning of `by_year`.
    `at`: when the facts began to be read. The figures of record stay what they are."""

    STATES: ClassVar = [
        ("waiting", _("等待计算")),
        ("done", _("已算出")),
        ("failed", _("没有算成")),
    ]

    year = models.PositiveSmallIntegerField()
    by_year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=7, choices=STATES, default="waiting")
    asked_at = models.DateTimeField()
    at = models.DateTimeField(null=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "year", "by_year"], name="recast_once"),
            models.CheckConstraint(condition=Q(by_year__gt=F("year")), name="recast_by_later"),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(at__isnull=False), name="recast_done"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} by {self.by_year}"


class RecastFigure(CommunityRow):
    """One indicator of such a year by the later version. As `Figure`; also not public where it
    differs from the figure of record by so few that they could be told."""

    recast = models.ForeignKey(Recast, models.CASCADE, related_name="figures")
    indicator = models.CharField(max_length=8)
    version = models.PositiveSmallIntegerField()
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    n = models.PositiveBigIntegerField(default=0)
    gap = models.CharField(max_length=12, blank=True)
    suppressed = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "recast", "indicator"], name="recast_figure_once"
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__gt=0),
                name="recast_figure_whole",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "indicator"], name="recast_figure_lookup")
        ]

    def __str__(self) -> str:
        return f"{self.indicator}@{self.version}"
