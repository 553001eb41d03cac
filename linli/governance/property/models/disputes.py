"""A dispute of an owner with the developer or the firm, and the meeting of the three parties."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.governance.property.models.estate import Estate
from linli.governance.property.words import DISPUTE_KINDS, ROUTES


class Dispute(CommunityRow):
    """What somebody told of a dispute, the way it was sent and by when there is an answer. It is
    seen by the resident who told it and by the handler alone. The day of the answer is set when it
    is sent the first time, and stays where it is sent on later. `willing_on`: whoever told it is
    willing to have it mediated; of what the mediators do, only that it went there and is over."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="disputes")
    account = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(_("哪一类"), max_length=14, choices=DISPUTE_KINDS)
    words = SealedTextField(_("事情经过"))
    told_at = models.DateTimeField()
    handler = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    route = models.CharField(_("走哪条路"), max_length=10, choices=ROUTES, blank=True)
    to_whom = models.CharField(_("转给谁"), max_length=80, blank=True)
    sent_on = models.DateField(_("转出的日期"), null=True, blank=True)
    answer_by = models.DateField(_("最晚哪天答复"), null=True, blank=True)
    answer = SealedTextField(_("结果"), blank=True, default="")
    closed_at = models.DateTimeField(null=True, blank=True)
    willing_on = models.DateField(null=True, editable=False)
    mediation_on = models.DateField(null=True, editable=False)
    mediation_ended_on = models.DateField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    other_side = ""
    """Whom the mediators are to ask besides; a crossing hands it on, and it is not kept here."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(mediation_on__isnull=True) | Q(willing_on__isnull=False),
                name="property_dispute_willing",
            ),
            models.CheckConstraint(
                condition=Q(route="", sent_on__isnull=True, answer_by__isnull=True)
                | (~Q(route="") & Q(sent_on__isnull=False, answer_by__isnull=False)),
                name="property_dispute_route",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-told_at"], name="property_dispute_told"),
            models.Index(fields=["community", "account", "-told_at"], name="property_dispute_own"),
        ]

    def __str__(self) -> str:
        return f"dispute {self.pk}"


class ThreeParties(CommunityRow):
    """A meeting of the residents' committee, the owners' committee and the firm, on one estate."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="meetings")
    gathering = models.OneToOneField("gathering.Gathering", models.PROTECT, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "estate"], name="property_meeting_of")
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class AgreedPoint(CommunityRow):
    """Something agreed in the meeting: who does it, by when, and when it was done."""

    SIDES: ClassVar = [
        ("committee", _("居委会")),
        ("owners", _("业主委员会、物业管理委员会")),
        ("provider", _("物业服务人")),
    ]

    meeting = models.ForeignKey(ThreeParties, models.CASCADE, related_name="points")
    what = models.CharField(_("商定的事"), max_length=160)
    side = models.CharField(pgettext_lazy("meeting", "谁办"), max_length=10, choices=SIDES)
    due_on = models.DateField(_("办到哪天"))
    done_on = models.DateField(_("办好的日期"), null=True, blank=True)
    told = models.CharField(_("办得怎样"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "due_on"], name="property_point_due")
        ]

    def __str__(self) -> str:
        return self.what
