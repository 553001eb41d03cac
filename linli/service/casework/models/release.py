"""What takes two: a copy that leaves the house, and reading a case that has been closed; and what
stays when a case has been destroyed."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow
from linli.service.casework.models.cases import Case


class Release(ClosedRow):
    """One handler asks with a reason, another releases or declines. A copy is fetched once, by who
    asked, before `until`; a closed case is read by who asked until then."""

    COPY, READING = "copy", "reading"
    WHAT: ClassVar = [(COPY, _("导出一份")), (READING, _("查阅封存的个案"))]

    case = models.ForeignKey(Case, models.CASCADE, related_name="releases")
    what = models.CharField(max_length=8, choices=WHAT)
    reason = SealedTextField(under="case")
    asked_by = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey("access.Account", models.CASCADE, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(default=False)
    until = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(what__in=["copy", "reading"]), name="release_what"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
                name="release_by_two",
            ),
            models.CheckConstraint(
                condition=Q(granted=False, fetched_at__isnull=True)
                | Q(granted=True, decided_at__isnull=False, until__isnull=False),
                name="release_granted_before_fetched",
            ),
            models.UniqueConstraint(
                fields=["community", "case", "what", "asked_by"],
                condition=Q(decided_at__isnull=True),
                name="release_asked_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "case", "-asked_at"], name="release_of_case")
        ]

    def __str__(self) -> str:
        return self.what


class Destroyed(ClosedRow):
    """The proof that a case was destroyed on its day: what kind, how many rows, when; no name, no
    word of it. Only those who handled it to the end can read it."""

    kind = models.CharField(max_length=24)
    on = models.DateField()
    rows = models.PositiveIntegerField()
    lead = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    second = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "lead"], name="destroyed_lead"),
            models.Index(fields=["community", "second"], name="destroyed_second"),
        ]

    def __str__(self) -> str:
        return f"{self.on:%F}"
