"""One version of an indicator a community composed itself, or the draft of one."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import TitledInBoth
from linli.core.places.scope import CommunityRow
from linli.evaluation.own.choices import (
    AGGREGATORS,
    BASES,
    CONSTANT,
    DIRECTIONS,
    DRAFT,
    FIELDS,
    KEPT,
    NO_BASE,
    OWNERS,
    PERIODS,
    REGISTER,
    STATES,
    UNITS,
)


class OwnIndicator(TitledInBoth, CommunityRow):
    """A draft (`code` empty, or the code of the indicator it would be the next version of), or a
    version that is kept and never changes again. `trial`: what it came to on last year's facts;
    a draft that is changed has none until it is tried anew. `until`: the first day on which the
    indicator is no longer used, on its last version. It counts what rooms recorded; it holds no
    field about anybody."""

    code = models.CharField(max_length=4, blank=True)
    version = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=5, choices=STATES, default=DRAFT)
    valid_from = models.DateField(null=True)
    until = models.DateField(null=True)

    title = models.CharField(_("名称"), max_length=40)
    title_en = models.CharField(_("英文名称"), max_length=80, blank=True)
    says = models.CharField(_("一句话说明"), max_length=200)
    says_en = models.CharField(_("英文说明"), max_length=300, blank=True)
    source = models.CharField(_("依据"), max_length=200)
    source_en = models.CharField(_("英文依据"), max_length=300, blank=True)
    standard = models.CharField(_("对应哪条标准"), max_length=6)

    aggregator = models.CharField(_("怎样数"), max_length=16, choices=AGGREGATORS)
    kinds = models.JSONField(_("数哪些记录"), default=list)
    field = models.CharField(_("哪方面"), max_length=12, choices=FIELDS, blank=True)
    of = models.CharField(_("数人还是数户"), max_length=9, choices=OWNERS, default="person")
    times = models.PositiveSmallIntegerField(_("至少几个不同的月份"), default=0)
    base = models.CharField(_("和什么比"), max_length=8, choices=BASES, blank=True)
    base_kind = models.CharField(_("比哪一种"), max_length=80, blank=True)
    base_constant = models.PositiveIntegerField(_("固定的数"), default=1)

    unit = models.CharField(_("单位"), max_length=32, choices=UNITS)
    direction = models.CharField(_("怎样看"), max_length=7, choices=DIRECTIONS)
    worst = models.DecimalField(_("标尺：最差"), max_digits=12, decimal_places=2, null=True)
    best = models.DecimalField(_("标尺：最好"), max_digits=12, decimal_places=2, null=True)
    every = models.CharField(_("多久算一次"), max_length=7, choices=PERIODS, blank=True)
    minimum = models.PositiveIntegerField(_("分母至少要有"), default=1)

    trial = models.JSONField(null=True)
    tried_at = models.DateTimeField(null=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, related_name="+")
    drafted_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    kept_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    kept_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "code", "version"],
                condition=Q(state=KEPT),
                name="own_indicator_version",
            ),
            models.UniqueConstraint(
                fields=["community", "code"],
                condition=Q(state=DRAFT) & ~Q(code=""),
                name="own_indicator_one_next",
            ),
            # What counts was tried, has its code, number and first day; a draft has none yet.
            models.CheckConstraint(
                condition=Q(state=DRAFT, version__isnull=True, valid_from__isnull=True)
                | (
                    Q(
                        state=KEPT,
                        version__gte=1,
                        valid_from__isnull=False,
                        trial__isnull=False,
                        kept_at__isnull=False,
                    )
                    & Q(code__startswith="OW")
                ),
                name="own_indicator_kept",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(state=KEPT, until__gte=F("valid_from")),
                name="own_indicator_until",
            ),
            models.CheckConstraint(
                condition=Q(worst__isnull=True, best__isnull=True)
                | (
                    Q(worst__isnull=False, best__isnull=False)
                    & (
                        Q(direction="higher", worst__lt=F("best"))
                        | Q(direction="lower", worst__gt=F("best"))
                    )
                ),
                name="own_indicator_goalposts",
            ),
            models.CheckConstraint(
                condition=Q(base=NO_BASE, base_kind="")
                | Q(base=CONSTANT, base_kind="", base_constant__gte=1)
                | (Q(base=REGISTER) & ~Q(base_kind="")),
                name="own_indicator_base",
            ),
            models.CheckConstraint(condition=Q(minimum__gte=1), name="own_indicator_minimum"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "state", "code"], name="own_indicator_lookup")
        ]

    def __str__(self) -> str:
        return f"{self.code}@{self.version}" if self.version else f"draft {self.pk}"

    @property
    def is_draft(self) -> bool:
        return self.state == DRAFT
