"""What the person agreed to, and what was passed on to whom on which ground."""

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow
from linli.service.casework.models.cases import Case


class Agreement(ClosedRow):
    """That the person (or who has her custody) agreed, to what, when and how; withdrawn any time.
    `words` says to what; `paper` where the signed paper lies."""

    HOW: ClassVar = [("paper", _("书面，本人签字")), ("witness", _("口头，有第三人在场"))]

    case = models.ForeignKey(Case, models.CASCADE, related_name="agreements")
    words = SealedTextField(under="case")
    how = models.CharField(max_length=8, choices=HOW)
    by_whom = SealedTextField(under="case")
    paper = SealedTextField(under="case", blank=True, default="")
    given_on = models.DateField()
    noted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(how__in=["paper", "witness"]), name="agreement_how")
        ]
        indexes: ClassVar = [models.Index(fields=["community", "case"], name="agreement_of_case")]

    def __str__(self) -> str:
        return "‹…›"


class Referral(ClosedRow):
    """What was passed on, to whom, what for: on an agreement, or on a named ground of the law with
    its article. The database takes no row with neither, and none with both."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="referrals")
    to = SealedTextField(under="case")
    purpose = SealedTextField(under="case")
    sent = SealedTextField(under="case")
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, related_name="+")
    override = models.CharField(max_length=24, blank=True, default="")
    article = models.CharField(max_length=60, blank=True, default="")
    why = SealedTextField(under="case", blank=True, default="")
    told_person = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer = SealedTextField(under="case", blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(agreement__isnull=False, override="", article="")
                | Q(agreement__isnull=True) & ~Q(override="") & ~Q(article="") & ~Q(why=""),
                name="referral_on_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("at")),
                name="referral_order",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "case", "at"], name="referral_of_case")
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def ground_title(self) -> Any:
        """The ground it was passed on without consent, in words."""
        ground = self.case.declared.override(self.override)
        return ground.title if ground else ""

    @property
    def items(self) -> list[dict[str, Any]]:
        """What was passed on, as it was then: what it is called, and the words."""
        read: list[dict[str, Any]] = json.loads(self.sent)
        return read
