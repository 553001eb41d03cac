"""The half-year's and the year's report, written from what was done and what was not."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from linli.core.places.scope import CommunityRow
from linli.stewardship.planning.models.plans import AnnualPlan
from linli.stewardship.planning.words import HALVES


class ProgressReport(CommunityRow):
    """How a plan stood on the day `until`. `content` holds every task as it stood, and every
    figure is counted from those rows; `words` what was written beside them, by standard.
    Finished when the director publishes it, who is then `published_by`; not changed after."""

    plan = models.ForeignKey(AnnualPlan, models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=4, choices=HALVES)
    until = models.DateField()
    made_at = models.DateTimeField()
    content = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "plan", "kind"], name="progress_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["half", "year"]), name="progress_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.until}"
