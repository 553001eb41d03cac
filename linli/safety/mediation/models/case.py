"""The mediation itself, its steps, who mediates it, and its parties."""

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.safety.mediation.flows import MEDIATION
from linli.safety.mediation.kinds import CHANNELS, KINDS, SOURCES
from linli.safety.mediation.models.closed import sealed, secret_id

LABELS = (
    _("甲方"), _("乙方"), _("丙方"), _("丁方"), _("戊方"),
    _("己方"), _("庚方"), _("辛方"), _("壬方"), _("癸方"),
)  # fmt: skip
CALLED = _("人民调解")
"""What a case is called wherever more than its own people might look: never what it is about."""


class Mediation(FlowRow):
    """One quarrel that is mediated, or was to be.

    What it is about is sealed. `registered_by` typed it in; `assignee` was given it by the chair
    and has not taken it yet; `wanted` is whom the applicant would like; who mediates stands in
    `CaseMediator`. `about_status`: it settles identity, adoption or marriage itself, which no
    court confirms. `openly`: the parties want their talks open. `filed_on`: its papers were put
    together and checked.
    """

    is_closed = True
    flow = MEDIATION
    WORDS = ("facts", "wishes", "source_office", "note")

    id = secret_id()
    kind = models.CharField(_("纠纷类型"), max_length=12, choices=KINDS)
    source = models.CharField(_("来源"), max_length=12, choices=SOURCES, default="application")
    channel = models.CharField(_("怎样提出"), max_length=8, choices=CHANNELS, blank=True)
    received_on = models.DateField(_("提出日期"))
    facts = sealed(_("纠纷情况"))
    wishes = sealed(_("希望怎样解决"))
    source_office = sealed(_("移交的单位和文号"))
    note = sealed(_("卷宗情况说明"))
    registered_by = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, related_name="+"
    )
    assignee = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    wanted = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    screening = models.ForeignKey(
        "mediation.Screening", models.SET_NULL, null=True, related_name="+"
    )
    openly = models.BooleanField(_("公开调解"), default=False)
    about_status = models.BooleanField(_("涉及身份、收养、婚姻关系本身"), default=False)
    taken_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)
    routes = models.JSONField(default=list)
    filed_on = models.DateField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [in_states_of(MEDIATION, "mediation_state")]
        indexes = [
            models.Index(fields=["community", "state", "received_on"], name="mediation_state_of"),
            models.Index(fields=["community", "ended_on"], name="mediation_ended"),
        ]

    def __str__(self) -> str:
        return "mediation"

    def face(self) -> Face:
        """Its clocks say that it is a mediation, and nothing else; only who must act sees them."""
        account = self.holder_account
        return Face(
            title=in_both(CALLED),
            url_name="mediation:case",
            url_args={"community_code": self.community.code, "case_id": str(self.pk)},
            holder=Holder(account=account),
        )

    @property
    def holder_account(self) -> UUID | None:
        """Who must act next: who mediates, else who was given it, else whoever assigns."""
        if self.state not in ("received", "assigned"):
            lead = next((each.account_id for each in self.current_mediators), None)
            if lead is not None:
                return lead
        return self.assignee_id if self.state == "assigned" else self.waits_with

    chair_account: UUID | None = None
    """Who assigns here, where anybody takes the chair; set by the act that moves it."""
    from_receipt = ""
    """The receipt of the matter it was written down from; a crossing ties the two, and it is not
    kept here."""
    waits_with: UUID | None = None
    """Who must see to a new case: the chair, else the first of the mediators."""

    @property
    def current_mediators(self) -> "list[CaseMediator]":
        """Who mediates it now, the first named first."""
        kept: list[CaseMediator] | None = self.__dict__.get("_mediators")
        if kept is None:
            rows = self.mediators.filter(community=self.community_id, until__isnull=True)
            kept = list(rows.select_related("account").order_by("since", "id"))
            self.__dict__["_mediators"] = kept
        return kept

    def mediators_changed(self) -> None:
        """Has them read anew."""
        self.__dict__.pop("_mediators", None)

    @property
    def sides(self) -> "list[Party]":
        """The parties in their order."""
        kept: list[Party] | None = self.__dict__.get("_sides")
        if kept is None:
            rows = self.parties.filter(community=self.community_id)
            kept = list(rows.select_related("person").order_by("order", "id"))
            self.__dict__["_sides"] = kept
        return kept

    def sides_changed(self) -> None:
        """Has them read anew."""
        self.__dict__.pop("_sides", None)


class MediationStep(StepRow):
    """One step of a mediation."""

    is_closed = True
    id = secret_id()
    case = models.ForeignKey(Mediation, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("mediation_step_version")]


class CaseMediator(CommunityRow):
    """Somebody mediates a case, from and until a moment. `chosen`: the parties chose them."""

    is_closed = True
    id = secret_id()
    case = models.ForeignKey(Mediation, models.CASCADE, related_name="mediators")
    account = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    chosen = models.BooleanField(_("当事人选的"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "case", "account"],
                condition=Q(until__isnull=True),
                name="case_mediator_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["community", "account"],
                condition=Q(until__isnull=True),
                name="case_mediator_account",
            )
        ]

    def __str__(self) -> str:
        return "mediator"


class Party(CommunityRow):
    """One side of a quarrel: somebody of the roster, somebody typed in, or a unit.

    `agent_person`: who acts by mandate, where they are of the roster. `willing`: None until they
    said. `identity_seen`: what was looked at (a card, a licence), never its number.
    """

    is_closed = True
    WORDS = ("name", "address", "phone", "represented_by", "agent", "mandate", "identity_seen")
    ROLES = [("applicant", _("申请人")), ("other", _("对方当事人"))]

    id = secret_id()
    case = models.ForeignKey(Mediation, models.CASCADE, related_name="parties")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(_("是哪一方"), max_length=10, choices=ROLES)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    agent_person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    is_unit = models.BooleanField(_("是单位"), default=False)
    name = sealed(_("姓名或者单位名称"))
    address = sealed(_("住址"))
    phone = sealed(_("电话"))
    represented_by = sealed(_("单位的负责人"))
    agent = sealed(_("代理人"))
    mandate = sealed(_("委托什么事，凭什么材料"))
    identity_seen = sealed(_("核对过的身份材料"))
    willing = models.BooleanField(null=True)
    wants_open = models.BooleanField(_("要求公开调解"), default=False)
    others_agreed = models.BooleanField(_("同意请亲友、专家参加"), default=False)
    accepts_mediator = models.BooleanField(_("接受调解员"), default=False)
    told_on = models.DateField(_("告知权利义务"), null=True)
    signed_on = models.DateField(_("协议上签名、盖章或者按指印"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "case", "order"], name="party_order"),
            models.UniqueConstraint(
                fields=["community", "case", "person"],
                condition=Q(person__isnull=False),
                name="party_once",
            ),
        ]
        indexes = [
            models.Index(fields=["community", "person"], name="party_person"),
            models.Index(fields=["community", "agent_person"], name="party_agent"),
        ]

    def __str__(self) -> str:
        return "party"

    @property
    def label(self) -> str:
        """甲方, 乙方 … as papers call them, in the reader's language."""
        return str(LABELS[(self.order - 1) % len(LABELS)])


def asked_by(case: Mediation, person: UUID | None) -> bool:
    """Whether this person is on a side that asked for the mediation, or acts for one."""
    asking = (side for side in case.sides if side.role == "applicant")
    return person is not None and any(person in people_of(side) for side in asking)


def people_of(party: Party) -> set[Any]:
    """Who of the roster may see and say something for a party."""
    return {party.person_id, party.agent_person_id} - {None}
