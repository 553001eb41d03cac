"""A management contract, the steps it took, and what is handed over when the firm leaves."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.property.flows import CONTRACT
from linli.governance.property.models.estate import Estate
from linli.governance.property.words import HANDOVER_KINDS, NOTICE_SIDES
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version


class Contract(FlowRow):
    """Who manages an estate, from when until when. After notice, `leaves_on` is the first day on
    which somebody else should serve; until they have taken over, the firm goes on. `fee`: fen for
    each square metre and month. `scope` and `standard` are read by everybody."""

    flow = CONTRACT

    KINDS: ClassVar = [("early", _("前期物业服务合同")), ("chosen", _("业主选聘的物业服务合同"))]
    SERVING: ClassVar = ("running", "indefinite", "notice", "staying")

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="contracts")
    body = models.ForeignKey("access.Body", models.PROTECT, related_name="+")
    kind = models.CharField(_("合同类别"), max_length=8, choices=KINDS, default="chosen")
    since = models.DateField(_("合同起"))
    ends_on = models.DateField(_("合同止"))
    fee = models.PositiveIntegerField(_("物业费"), null=True, blank=True)
    scope = models.TextField(_("服务事项"), max_length=1000, blank=True)
    standard = models.CharField(_("服务标准"), max_length=200, blank=True)
    staff = models.PositiveSmallIntegerField(_("在岗人数"), null=True, blank=True)
    notice_by = models.CharField(_("谁通知的"), max_length=8, choices=NOTICE_SIDES, blank=True)
    notice_on = models.DateField(_("书面通知送达的日期"), null=True, blank=True)
    leaves_on = models.DateField(_("离开的日期"), null=True, blank=True)
    raised_on = models.DateField(null=True, blank=True)
    handed_over_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(CONTRACT, "property_contract_state"),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("since")), name="property_contract_term"
            ),
            models.UniqueConstraint(
                fields=["community", "estate"],
                condition=Q(state__in=("running", "indefinite")),
                name="property_contract_one",
            ),
            models.CheckConstraint(
                condition=Q(notice_by="", notice_on__isnull=True, leaves_on__isnull=True)
                | (~Q(notice_by="") & Q(notice_on__isnull=False, leaves_on__isnull=False)),
                name="property_contract_notice",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "estate", "state"], name="property_contract_by")
        ]

    relieved = False
    """Whether somebody else serves in the firm's stead; told by whoever reads it for a page."""

    def __str__(self) -> str:
        return f"contract {self.since}"

    @property
    def serves(self) -> bool:
        """Whether the firm must serve today, whatever the contract says of its end."""
        return self.state in self.SERVING


class ContractStep(StepRow):
    """One step of a contract."""

    case = models.ForeignKey(Contract, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("property_contractstep_version")]


class HandoverItem(CommunityRow):
    """One room, paper, key or account that must be handed over. `what` names nobody."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="handover")
    kind = models.CharField(_("属于"), max_length=10, choices=HANDOVER_KINDS)
    what = models.CharField(_("交接什么"), max_length=120)
    given_on = models.DateField(_("交接的日期"), null=True, blank=True)
    note = models.CharField(_("交接情况"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "contract", "kind", "what"], name="property_handover_once"
            )
        ]

    def __str__(self) -> str:
        return self.what
