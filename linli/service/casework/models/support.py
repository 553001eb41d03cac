"""An agreement among those who owe an elder support: who takes over what, and how it is kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.casework.flows import SUPPORT
from linli.service.casework.models.care import HOW_AGREED
from linli.service.casework.rules import support

EVERY = [("month", _("每月")), ("quarter", _("每季度")), ("year", _("每年"))]
WATCHED_BY = [
    ("committee", _("居民委员会")),
    ("elders", _("老年人组织")),
    ("unit", _("赡养人所在单位")),
]
RESULTS = [
    (support.KEPT, _("做到了")),
    (support.PARTLY, _("做到一部分")),
    (support.NOT_KEPT, _("没有做到")),
]
WAYS_ON = [
    (support.URGE, _("居委会督促")),
    (support.MEDIATION, _("请人民调解")),
    (support.LEGAL_AID, _("申请法律援助")),
    (support.COURT, _("老人向法院起诉")),
    (support.WAIT, _("老人说先等一等")),
]


class SupportAgreement(ClosedRow, FlowRow):
    """The agreement of a case: drafted, signed, seen to be kept, ended. Of those not ended there
    is one."""

    flow = SUPPORT

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="support")
    terms = SealedTextField(_("还说好了什么"), under="case", blank=True, default="")
    watched_by = models.CharField(
        _("谁看着履行"), max_length=9, choices=WATCHED_BY, default="committee"
    )
    how_consented = models.CharField(max_length=12, choices=HOW_AGREED, blank=True)
    consented_on = models.DateField(null=True)
    signed_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            in_states_of(SUPPORT, "care_support_state"),
            models.UniqueConstraint(
                fields=["community", "case"],
                condition=~Q(state="ended"),
                name="care_support_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_force")
                | (Q(signed_on__isnull=False, consented_on__isnull=False) & ~Q(how_consented="")),
                name="care_support_with_consent",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def clock(self) -> str:
        """The name of its clock, which runs on the case."""
        return f"support {self.pk.hex[:12]}"


class SupportStep(ClosedRow, StepRow):
    """One step of an agreement."""

    case = models.ForeignKey(SupportAgreement, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar = [one_step_a_version("care_support_step_version")]


class SupportParty(ClosedRow):
    """One of those who owe support, and what they take over."""

    agreement = models.ForeignKey(SupportAgreement, models.CASCADE, related_name="parties")
    name = SealedTextField(_("姓名"), under="case")
    tie = SealedTextField(_("和老人的关系"), under="case", blank=True, default="")
    money_fen = models.PositiveIntegerField(_("出多少钱"), default=0)
    money_every = models.CharField(_("多久一次"), max_length=7, choices=EVERY, blank=True)
    care = SealedTextField(_("照料什么"), under="case", blank=True, default="")
    visits = SealedTextField(_("什么时候来看望"), under="case", blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(money_fen=0, money_every="")
                | (Q(money_fen__gt=0) & ~Q(money_every="")),
                name="care_support_money_and_when",
            )
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def case(self):  # type: ignore[no-untyped-def]
        """The case it belongs to, which keeps the key of its sealed fields."""
        return self.agreement.case

    @property
    def part(self) -> support.Part:
        """What they take over, as the rules read it."""
        return support.Part(self.money_fen, self.care, self.visits)


class SupportCheck(ClosedRow):
    """One look at how the agreement is kept, as the elder says, and what comes next."""

    agreement = models.ForeignKey(SupportAgreement, models.CASCADE, related_name="checks")
    done_on = models.DateField()
    result = models.CharField(max_length=8, choices=RESULTS)
    way = models.CharField(max_length=9, choices=WAYS_ON, blank=True)
    words = SealedTextField(_("老人怎么说"), under="case", blank=True, default="")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-done_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(result="kept", way="") | (~Q(result="kept") & ~Q(way="")),
                name="care_support_check_leads_on",
            )
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def case(self):  # type: ignore[no-untyped-def]
        """The case it belongs to, which keeps the key of its sealed fields."""
        return self.agreement.case
