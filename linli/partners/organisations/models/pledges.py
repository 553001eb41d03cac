"""What a unit promised, until when, and what became of it."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.partners.organisations.models.units import Entry, Project, ResidentUnit
from linli.partners.organisations.rules.pledges import standing
from linli.partners.organisations.unit_words import SCORES, STANDINGS


class Pledge(Entry):
    """One promise of a unit, with the day it was made on and the day it is due on, which nobody
    can move. `delivered_on`: the day it was done, as the unit says; it counts once the desk has
    held it against what there is (`confirmed_on`). One that is given back says why, and one that
    was late stays late: the register of promises is what it is worth."""

    unit = models.ForeignKey(ResidentUnit, models.PROTECT, related_name="pledges")
    meeting = models.ForeignKey(
        "organisations.JointMeeting", models.PROTECT, null=True, related_name="pledges"
    )
    project = models.ForeignKey(Project, models.PROTECT, null=True, related_name="pledges")
    made_on = models.DateField(_("哪天答应的"))
    due_on = models.DateField(_("答应在哪天以前做到（含）"))
    delivered_on = models.DateField(_("哪天做到的"), null=True)
    delivered_how = models.CharField(_("怎么做到的"), max_length=300, blank=True)
    confirmed_on = models.DateField(null=True)
    turned_down = models.CharField(_("核对时哪里不对"), max_length=200, blank=True)
    given_back_on = models.DateField(null=True)
    given_back_why = models.CharField(_("为什么收回"), max_length=200, blank=True)
    late_told_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(due_on__gte=F("made_on")), name="unitpledge_term"),
            models.CheckConstraint(
                condition=Q(given_back_on__isnull=True)
                | (~Q(given_back_why="") & Q(confirmed_on__isnull=True)),
                name="unitpledge_given_back_why",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__isnull=True) | Q(delivered_on__isnull=False),
                name="unitpledge_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(delivered_on__isnull=True) | Q(delivered_on__gte=F("made_on")),
                name="unitpledge_delivered",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "due_on"], name="unitpledge_due"),
            models.Index(fields=["community", "unit", "due_on"], name="unitpledge_of_unit"),
        ]

    def __str__(self) -> str:
        return self.title

    def standing(self, on: date) -> str:
        """How it stands that day: a code of `STANDINGS`."""
        return standing(
            due_on=self.due_on,
            on=on,
            delivered_on=self.delivered_on,
            confirmed_on=self.confirmed_on,
            given_back_on=self.given_back_on,
        )

    def told(self, on: date) -> tuple[Any, str]:
        """The words and the tone of that."""
        return STANDINGS[self.standing(on)]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.confirmed_on is None and self.given_back_on is None


class PledgeRating(CommunityRow):
    """What one resident says of a pledge that was delivered: once each, told as counts only."""

    pledge = models.ForeignKey(Pledge, models.CASCADE, related_name="ratings")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    score = models.CharField(_("对大家有用吗"), max_length=8, choices=SCORES)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "pledge", "account"], name="pledgerating_once"
            ),
            models.CheckConstraint(
                condition=Q(score__in=["good", "partly", "poor"]), name="pledgerating_score"
            ),
        ]

    def __str__(self) -> str:
        return self.score
