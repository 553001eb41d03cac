"""Common income and the maintenance fund, disclosed for a period. Money is whole fen."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.property.models.estate import Estate
from linli.governance.property.words import LINE_KINDS, LINE_SIDES


class IncomeReport(CommunityRow):
    """Common income of an estate in a period, published with its lines. What was published is not
    changed but corrected by another report of the same period (`corrects`)."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="common_reports")
    since = models.DateField(_("从哪天"))
    until = models.DateField(_("到哪天"))
    reported_by = models.CharField(_("谁公布的"), max_length=80)
    note = models.CharField(_("说明"), max_length=400, blank=True)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    published_at = models.DateTimeField()
    entered_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="property_income_span"),
            models.UniqueConstraint(
                fields=["community", "estate", "since", "until"],
                condition=Q(corrects__isnull=True),
                name="property_income_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "estate", "-until"], name="property_income_until")
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"


class IncomeLine(CommunityRow):
    """One sort of income, cost or use in a report."""

    report = models.ForeignKey(IncomeReport, models.CASCADE, related_name="lines")
    side = models.CharField(_("哪一边"), max_length=6, choices=LINE_SIDES)
    kind = models.CharField(_("哪一项"), max_length=12, choices=LINE_KINDS)
    fen = models.PositiveBigIntegerField(_("金额"))

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "report", "side", "kind"], name="property_line_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.fen}"


class FundReport(CommunityRow):
    """The maintenance fund of an estate in a period, as the account that keeps it says. The
    closing balance is what it must be; the database refuses a torn sum."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="fund_reports")
    since = models.DateField(_("从哪天"))
    until = models.DateField(_("到哪天"))
    opening = models.PositiveBigIntegerField(_("期初余额"))
    paid_in = models.PositiveBigIntegerField(_("交存和补充"))
    interest = models.PositiveBigIntegerField(_("利息和增值"))
    used = models.PositiveBigIntegerField(_("使用"))
    closing = models.PositiveBigIntegerField(_("期末余额"))
    used_for = models.CharField(_("用在哪里"), max_length=400, blank=True)
    urgent = models.BooleanField(_("其中有依法应急使用的"), default=False)
    reported_by = models.CharField(_("谁公布的"), max_length=80)
    published_at = models.DateTimeField()
    entered_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(closing=F("opening") + F("paid_in") + F("interest") - F("used")),
                name="property_fund_sum",
            ),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="property_fund_span"),
            models.UniqueConstraint(
                fields=["community", "estate", "since", "until"],
                condition=Q(corrects__isnull=True),
                name="property_fund_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "estate", "-until"], name="property_fund_until")
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"


class RepairHelp(CommunityRow):
    """A common repair of an old estate and who pays for it; the shares make the whole."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="repairs")
    what = models.CharField(_("修什么"), max_length=120)
    on = models.DateField(_("哪天定下"))
    cost = models.PositiveBigIntegerField(_("总价"))
    from_fund = models.PositiveBigIntegerField(_("维修资金出"))
    from_subsidy = models.PositiveBigIntegerField(_("政府补助"))
    from_units = models.PositiveBigIntegerField(_("单位支持"))
    from_owners = models.PositiveBigIntegerField(_("业主分摊"))
    done_on = models.DateField(_("修好的日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(
                    cost=F("from_fund") + F("from_subsidy") + F("from_units") + F("from_owners")
                ),
                name="property_repair_sum",
            )
        ]

    def __str__(self) -> str:
        return self.what
