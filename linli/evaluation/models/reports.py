"""Reports of work: a month, a quarter or a year, put together from what was recorded."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.evaluation.models.figures import PERIOD_KINDS
from linli.evaluation.periods import Period, period_of


class Report(CommunityRow):
    """The report of one period. `content` holds every figure as it was read (see
    `reports/reading.py`) and no word; `words` what people wrote beside the figures, by chapter.
    `revision` counts the changes of the words, so that two who write at once are told of it.
    Once finished nothing of it changes: `digest` is over content and words, and what is to be put
    right is another edition."""

    STATES = [
        ("assembling", _("正在汇总")),
        ("draft", _("草稿")),
        ("finished", _("已定稿")),
    ]

    period_kind = models.CharField(max_length=7, choices=PERIOD_KINDS)
    starts = models.DateField()
    ends = models.DateField()
    edition = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=STATES, default="assembling")
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    content = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "period_kind", "starts", "edition"], name="report_edition_once"
            ),
            models.UniqueConstraint(
                fields=["community", "period_kind", "starts"],
                condition=~Q(state="finished"),
                name="report_one_unfinished",
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="report_period"),
            models.CheckConstraint(
                condition=Q(state="finished", finished_at__isnull=False, read_at__isnull=False)
                & ~Q(digest="")
                | ~Q(state="finished") & Q(finished_at__isnull=True, digest=""),
                name="report_finished",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "-starts", "period_kind"], name="report_lookup"),
        ]

    def __str__(self) -> str:
        return f"{self.period_kind} {self.starts} ({self.edition})"

    @property
    def period(self) -> Period:
        """The month, quarter or year it tells of."""
        return period_of(self.period_kind, self.starts)

    @property
    def is_finished(self) -> bool:
        return self.state == "finished"
