"""Calling on somebody of a case at home: at the festival, on Army Day, to see how a child is."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow
from linli.lib.calendar import local_day
from linli.service.casework.rules import visits

OCCASIONS = [
    ("spring", _("春节走访")),
    ("august", _("“八一”走访")),
    ("check", _("定期看望")),
    ("other", _("平时走访")),
]
STATES = [
    (visits.PLANNED, _("约好了")),
    (visits.DONE, _("见到了")),
    (visits.NOT_HOME, _("没有人在")),
    (visits.REFUSED, _("这次不要来")),
    (visits.NO_MORE, _("以后也不要来")),
    (visits.OFF, _("取消了")),
]


class CaseVisit(ClosedRow):
    """One visit: planned for a day, then how it went. What was said is sealed with the case."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="case_visits")
    occasion = models.CharField(_("为了什么去"), max_length=8, choices=OCCASIONS)
    planned_on = models.DateField(_("哪天去"))
    state = models.CharField(max_length=8, choices=STATES, default=visits.PLANNED)
    entered_at = models.DateTimeField(null=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    words = SealedTextField(_("情况，要我们做什么"), under="case", blank=True, default="")

    class Meta:
        ordering: ClassVar = ["-planned_on", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "case"],
                condition=Q(state="planned"),
                name="case_visit_one_planned",
            ),
            models.CheckConstraint(
                condition=Q(state="planned", entered_at__isnull=True)
                | ~Q(state="planned") & Q(entered_at__isnull=False),
                name="case_visit_entered",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[name for name, _title in STATES]), name="case_visit_state"
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def entered_on(self) -> date | None:
        """The day on which it was said how it went."""
        return local_day(self.entered_at) if self.entered_at else None

    @property
    def clock(self) -> str:
        """The name of its clock, which runs on the case."""
        return f"call {self.pk.hex[:12]}"
