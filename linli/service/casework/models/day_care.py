"""The sheet of a day-care centre: who is here today. Names are erased after some days; what stays
is how many came."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow


class DaySheetLine(ClosedRow):
    """One who came to the centre on a day, as they want to be called, and left."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="day_lines")
    on = models.DateField()
    name = SealedTextField(_("怎么称呼"), under="case")
    came_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["came_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("came_at")),
                name="care_day_line_in_order",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "case", "on"], name="care_day_line_of_day")
        ]

    def __str__(self) -> str:
        return "‹…›"


class DayCount(ClosedRow):
    """How many came on a day whose names have been erased."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="day_counts")
    on = models.DateField()
    came = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["-on"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "case", "on"], name="care_day_count_once")
        ]

    def __str__(self) -> str:
        return "‹…›"
