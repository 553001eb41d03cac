"""A month's close, with two hands."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from linli.core.places.scope import CommunityRow
from linli.lib.calendar import local_day


class Month(CommunityRow):
    """One month: `month` is its first day. One person prepares its sheet, another closes it;
    `digest` is the SHA-256 of the sheet as the books gave it. Of the figures nothing is kept
    here: the sheet is always reckoned from the books."""

    month = models.DateField()
    digest = models.CharField(max_length=64)
    prepared_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    prepared_as = models.CharField(max_length=40, blank=True)
    prepared_at = models.DateTimeField()
    closed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    closed_as = models.CharField(max_length=40, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "month"], name="funds_month_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="funds_month_first_day"),
            models.CheckConstraint(
                condition=Q(prepared_by__isnull=True)
                | Q(closed_by__isnull=True)
                | ~Q(closed_by=F("prepared_by")),
                name="funds_month_two_hands",
            ),
        ]
        ordering: ClassVar = ["-month"]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"

    @property
    def prepared_on(self) -> date:
        """The day its sheet was prepared."""
        return local_day(self.prepared_at)

    @property
    def closed_on(self) -> date | None:
        """The day it was closed."""
        return local_day(self.closed_at) if self.closed_at else None

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be entered in it any more."""
        return self.closed_at is not None
