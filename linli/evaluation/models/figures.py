"""What was reckoned: figures, the evidence behind each criterion, and the reckonings themselves."""

from fractions import Fraction
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.evaluation.periods import Period, period_of

PERIOD_KINDS = [("month", _("月")), ("quarter", _("季度")), ("year", _("年"))]

GAPS = [
    ("no_records", _("还没有记录")),
    ("no_register", _("还没有可以对照的底数")),
    ("too_few", _("太少，不足以算出可靠的数")),
]


class Figure(CommunityRow):
    """One indicator, by one version of its definition, in one period.

    The value is kept as numerator and denominator and never as a quotient, so that wider figures
    are sums over sums. Where there is a gap that leaves nothing both are null, which is not
    nought. `suppressed`: not public, for itself or because another hidden one could be had back
    from it. `low` and `high` bound a share (or a difference of two), in parts of one; `se` is the
    standard error of what was asked of a sample. `n`: the rows it stands on.
    """

    indicator = models.CharField(max_length=8)
    version = models.PositiveSmallIntegerField()
    period_kind = models.CharField(max_length=7, choices=PERIOD_KINDS)
    starts = models.DateField()
    ends = models.DateField()
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    se = models.FloatField(null=True)
    n = models.PositiveBigIntegerField(default=0)
    gap = models.CharField(max_length=12, choices=GAPS, blank=True)
    suppressed = models.BooleanField(default=False)
    reckoned_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "indicator", "period_kind", "starts"], name="figure_once"
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="figure_period"),
            models.CheckConstraint(
                condition=Q(
                    gap__in=("no_records", "no_register"),
                    numerator__isnull=True,
                    denominator__isnull=True,
                    suppressed=False,
                )
                | Q(
                    gap__in=("", "too_few"),
                    numerator__isnull=False,
                    denominator__isnull=False,
                    denominator__gt=0,
                ),
                name="figure_value_or_gap",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True)
                | Q(low__gte=-1, high__gte=F("low"), high__lte=1),
                name="figure_interval",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["community", "period_kind", "starts", "indicator"], name="figure_lookup"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}@{self.version} {self.period_kind} {self.starts}"

    @property
    def period(self) -> Period:
        """The month, quarter or year it is of."""
        return period_of(self.period_kind, self.starts)

    @property
    def value(self) -> Fraction | None:
        """The exact value in parts of one (a median: in its unit); None where there is a gap."""
        if self.gap or self.numerator is None or not self.denominator:
            return None
        return Fraction(self.numerator, self.denominator)


class Evidence(CommunityRow):
    """How many records stand behind one criterion in a year (or of late), and the latest of
    them. `kind` empty: all kinds together, each record once."""

    SPANS = [("year", _("年")), ("recent", _("近十二个月"))]

    criterion = models.CharField(max_length=6)
    kind = models.CharField(max_length=80, blank=True)
    period_kind = models.CharField(max_length=7, choices=SPANS)
    starts = models.DateField()
    ends = models.DateField()
    records = models.PositiveBigIntegerField()
    latest = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "criterion", "kind", "period_kind", "starts"],
                name="evidence_once",
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="evidence_period"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "period_kind", "starts"], name="evidence_lookup")
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.kind} {self.starts}"


class Reckoning(CommunityRow):
    """That a community's figures were reckoned, or are about to be. `at` is the moment the facts
    began to be read, so figures are as of then. One at a time for a community."""

    STATES = [
        ("waiting", _("等待计算")),
        ("done", _("已算出")),
        ("failed", _("没有算成")),
    ]

    state = models.CharField(max_length=7, choices=STATES, default="waiting")
    asked_at = models.DateTimeField()
    at = models.DateTimeField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    facts = models.PositiveBigIntegerField(default=0)
    figures = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community"], condition=Q(state="waiting"), name="reckoning_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(
                    state="done", at__isnull=False, since__isnull=False, until__isnull=False
                )
                | ~Q(state="done"),
                name="reckoning_done",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "state", "-at"], name="reckoning_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.asked_at:%F %T}"
