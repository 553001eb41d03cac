"""Goods of the store, each with a book of its own, and the slips on which they go in and out."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.stewardship.funds.models.giving import Gift
from linli.stewardship.funds.words import PURPOSES, SLIP_WAYS


class Good(CommunityRow):
    """One kind of goods kept for one purpose, counted in `measure`. Its book counts items, so
    goods given for one thing do not go out for another."""

    title = models.CharField(_("物品"), max_length=60)
    measure = models.CharField(_("单位（袋、件、盒）"), max_length=10)
    purpose = models.CharField(_("用途"), max_length=12, choices=PURPOSES)
    purpose_told = models.CharField(_("约定的用途"), max_length=160, blank=True)
    book = models.OneToOneField("ledger.Book", models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "title", "measure", "purpose", "purpose_told"],
                name="funds_good_once",
            )
        ]
        ordering: ClassVar = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class Slip(CommunityRow):
    """A slip of the store: goods in, out, or counted. One person draws it, another signs; only
    then do the books move (`entry`). `what` says what for, and `served` for how many homes: never
    for whom. Of a count, `amount` is what was counted and `held` what the book said then."""

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    good = models.ForeignKey(Good, models.PROTECT, related_name="slips")
    way = models.CharField(pgettext_lazy("stock", "进出"), max_length=5, choices=SLIP_WAYS)
    amount = models.PositiveIntegerField(_("数量"))
    held = models.PositiveIntegerField(null=True)
    on = models.DateField(pgettext_lazy("stock", "哪天"))
    what = models.CharField(_("做什么用"), max_length=120)
    served = models.PositiveIntegerField(_("多少户或多少份"), null=True, blank=True)
    gift = models.ForeignKey(Gift, models.PROTECT, null=True, related_name="slips")
    drawn_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    drawn_at = models.DateTimeField()
    signed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    struck_at = models.DateTimeField(null=True)
    entry = models.OneToOneField("ledger.Entry", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="funds_slip_number"
            ),
            models.CheckConstraint(
                condition=Q(way="count", held__isnull=False)
                | Q(way__in=["in", "out"], amount__gt=0, held__isnull=True),
                name="funds_slip_way",
            ),
            models.CheckConstraint(
                condition=Q(drawn_by__isnull=True)
                | Q(signed_by__isnull=True)
                | ~Q(drawn_by=F("signed_by")),
                name="funds_slip_two_hands",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, entry__isnull=True)
                | Q(signed_at__isnull=False, struck_at__isnull=True, entry__isnull=False)
                | Q(way="count", signed_at__isnull=False, struck_at__isnull=True),
                name="funds_slip_signed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "good", "-on"], name="funds_slip_good"),
            models.Index(
                fields=["community", "drawn_at"],
                condition=Q(signed_at__isnull=True, struck_at__isnull=True),
                name="funds_slip_open",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within the year: 2026-12."""
        return f"{self.year}-{self.serial}"

    @property
    def state(self) -> str:
        """`signed`, `struck` or `drawn`."""
        return "signed" if self.signed_at else "struck" if self.struck_at else "drawn"

    @property
    def difference(self) -> int:
        """Of a count: what was there more than in the book."""
        return self.amount - (self.held or 0)
