"""The paper behind an entry."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.stewardship.funds.words import VOUCHER_KINDS


class Voucher(CommunityRow):
    """One paper: its image or PDF is a file of this row. `says` is what it shows, in words that
    name nobody, and is read by everybody; the image itself only once another person has looked
    at it and found nothing personal (`cleared_by`)."""

    entry = models.ForeignKey("ledger.Entry", models.PROTECT, related_name="+")
    kind = models.CharField(_("凭证种类"), max_length=10, choices=VOUCHER_KINDS)
    dated = models.DateField(_("凭证日期"))
    says = models.CharField(pgettext_lazy("voucher", "上面写的"), max_length=120)
    fen = models.PositiveBigIntegerField(_("凭证金额"), null=True)
    added_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    added_on = models.DateField()
    cleared_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    cleared_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(added_by__isnull=True)
                | Q(cleared_by__isnull=True)
                | ~Q(cleared_by=F("added_by")),
                name="funds_voucher_looked_at",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[name for name, _title in VOUCHER_KINDS]),
                name="funds_voucher_kind",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "entry"], name="funds_voucher_of")]
        ordering: ClassVar = ["dated", "id"]

    def __str__(self) -> str:
        return self.kind

    @property
    def is_cleared(self) -> bool:
        """Whether everybody may see the image."""
        return self.cleared_on is not None
