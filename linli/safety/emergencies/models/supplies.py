"""What lies in store for the day, each sort with a book of its own, and the slips on which it goes
in and out: one draws a slip, another signs."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow

WAYS = [("in", _("入库")), ("out", _("领用")), ("count", _("盘点"))]

HELD = "1201"
"""The account of a book that says how much is there."""


class Supply(CommunityRow):
    """One sort of thing, where it lies, how much of it there must be, and when the oldest runs
    out. How much there is stands in its book."""

    title = models.CharField(_("物资"), max_length=60)
    measure = models.CharField(_("单位（个、箱、袋）"), max_length=10)
    where = models.CharField(_("存放地点"), max_length=80)
    minimum = models.PositiveIntegerField(_("最少要有"), default=0)
    expires_on = models.DateField(_("最早到期"), null=True, blank=True)
    raised_on = models.DateField(null=True, editable=False)
    book = models.OneToOneField("ledger.Book", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["title", "id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "title", "where"],
                condition=Q(withdrawn_at__isnull=True),
                name="emergency_supply_once",
            )
        ]

    def __str__(self) -> str:
        return self.title


class SupplySlip(CommunityRow):
    """In, out, or counted. Of a count `held` is what the book said then. `incident`: for which it
    went out. What for is said, never for whom."""

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    supply = models.ForeignKey(Supply, models.PROTECT, related_name="slips")
    incident = models.ForeignKey(
        "emergencies.Incident", models.PROTECT, null=True, related_name="slips"
    )
    way = models.CharField(pgettext_lazy("stock", "进出"), max_length=5, choices=WAYS)
    amount = models.PositiveIntegerField(_("数量"))
    held = models.PositiveIntegerField(null=True)
    on = models.DateField(pgettext_lazy("stock", "哪天"))
    what = models.CharField(_("做什么用"), max_length=120, blank=True)
    expires_on = models.DateField(_("这一批到期"), null=True, blank=True)
    drawn_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    drawn_at = models.DateTimeField()
    signed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    struck_at = models.DateTimeField(null=True)
    entry = models.OneToOneField("ledger.Entry", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="emergency_slip_number"
            ),
            models.CheckConstraint(
                condition=Q(way="count", held__isnull=False)
                | Q(way__in=["in", "out"], amount__gt=0, held__isnull=True),
                name="emergency_slip_way",
            ),
            models.CheckConstraint(
                condition=Q(drawn_by__isnull=True)
                | Q(signed_by__isnull=True)
                | ~Q(drawn_by=F("signed_by")),
                name="emergency_slip_two_hands",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, entry__isnull=True)
                | Q(signed_at__isnull=False, struck_at__isnull=True),
                name="emergency_slip_signed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "supply", "-on"], name="emergency_slip_supply")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within the year."""
        return f"{self.year}-{self.serial}"

    @property
    def state(self) -> str:
        """`signed`, `struck` or `drawn`."""
        return "signed" if self.signed_at else "struck" if self.struck_at else "drawn"

    @property
    def difference(self) -> int:
        """Of a count: what was there more than in the book."""
        return self.amount - (self.held or 0)
