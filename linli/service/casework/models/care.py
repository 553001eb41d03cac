"""An elder's plan, who comes, each visit, and the search where nobody opened.

Everything hangs on a case and is closed with it: whoever may not load the case loads none of this.
"""

import json
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.casework.flows import VISIT
from linli.service.casework.rules import care

TIERS = [
    (care.WEEKLY, _("每周")),
    (care.MONTHLY, _("每月")),
    (care.QUARTERLY, _("每季度")),
]
HOW_AGREED = [
    ("in_person", _("本人当面说的")),
    ("on_paper", _("本人签了字")),
    ("by_phone", _("本人在电话里说的")),
    ("with_agent", _("本人和其委托的人一起说的")),
]
WHY = [
    ("rhythm", _("按约定的间隔")),
    ("shock", _("出院、丧亲、极端天气等变故之后")),
    ("asked", _("老人自己要的")),
    ("need", _("看看要怎样照料")),
]
STEPS = [
    (care.SECOND_TRY, _("再上门一次")),
    (care.PHONE, _("打老人的电话")),
    (care.CONTACT, _("打紧急联系人的电话")),
    (care.NEIGHBOUR, _("请老人指定的邻居开门")),
    (care.POLICE, _("打 110")),
]
FOUND = [
    ("well", _("人没事")),
    ("helped", _("需要帮助，已送医或有人照看")),
    ("away", _("外出，已经联系上")),
]


class CarePlan(ClosedRow):
    """What an elder has agreed to: how often somebody comes, for what, who is called.

    `needs` are words under the six headings, never a grade. Who is called, and the neighbour with
    a key, are named by the elder or nobody is. `offline`: the elder has agreed that a visitor's
    telephone may carry the day's visits without a network (the door and the result, no name).
    """

    case = models.OneToOneField("casework.Case", models.CASCADE, related_name="care_plan")
    tier = models.CharField(_("多久来一次"), max_length=10, choices=TIERS)
    begun_on = models.DateField()
    how_agreed = models.CharField(_("怎么同意的"), max_length=12, choices=HOW_AGREED)
    agreed_on = models.DateField(_("哪天同意的"))
    needs = SealedTextField(_("需要什么"), under="case", blank=True, default="")
    phone = SealedTextField(_("老人的电话"), under="case", blank=True, default="")
    contact_name = SealedTextField(_("紧急联系人"), under="case", blank=True, default="")
    contact_phone = SealedTextField(_("紧急联系人的电话"), under="case", blank=True, default="")
    contact_tie = SealedTextField(_("和老人的关系"), under="case", blank=True, default="")
    key_name = SealedTextField(_("老人指定、有钥匙的邻居"), under="case", blank=True, default="")
    key_phone = SealedTextField(_("这位邻居的电话"), under="case", blank=True, default="")
    card_name = SealedTextField(_("卡上怎么称呼老人"), under="case", blank=True, default="")
    contact_on_card = models.BooleanField(_("第一位联系人印在卡上"), default=True)
    card_words = SealedTextField(_("老人要写在卡上的话"), under="case", blank=True, default="")
    wants_card = models.BooleanField(_("老人要一张紧急联系卡"), default=False)
    offline = models.BooleanField(default=False)
    shock_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(tier__in=[name for name, _title in TIERS]), name="care_plan_tier"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")),
                name="care_plan_ends_after_it_began",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "begun_on"],
                condition=Q(ended_on__isnull=True),
                name="care_plan_running",
            )
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def wishes(self) -> dict[str, str]:
        """What is wanted, by the six headings; those nobody spoke of are not there."""
        given: dict[str, str] = json.loads(self.needs or "{}")
        return {key: given[key] for key in care.NEEDS if given.get(key)}

    def place_wishes(self, wishes: dict[str, str]) -> None:
        """Keeps what is wanted, by the six headings."""
        said = {key: words.strip() for key, words in wishes.items() if words.strip()}
        self.needs = json.dumps(said, ensure_ascii=False)

    @property
    def has_contact(self) -> bool:
        """Whether the elder named somebody to be called."""
        return bool(self.contact_phone)

    @property
    def has_key(self) -> bool:
        """Whether the elder named a neighbour who may open."""
        return bool(self.key_name)


class CareVisitor(ClosedRow):
    """One who comes: a colleague with an account, or a volunteer by name."""

    plan = models.ForeignKey(CarePlan, models.CASCADE, related_name="visitors")
    account = models.ForeignKey("access.Account", models.CASCADE, null=True, related_name="+")
    volunteer = models.BooleanField(default=False)
    name = SealedTextField(_("志愿者姓名"), under="case", blank=True, default="")
    phone = SealedTextField(_("志愿者电话"), under="case", blank=True, default="")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(account__isnull=False, volunteer=False)
                | Q(account__isnull=True, volunteer=True),
                name="care_visitor_is_somebody",
            ),
            models.UniqueConstraint(
                fields=["community", "plan", "account"],
                condition=Q(account__isnull=False, until__isnull=True),
                name="care_visitor_once",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def case(self):  # type: ignore[no-untyped-def]
        """The case it belongs to, which keeps the key of its sealed fields."""
        return self.plan.case

    @property
    def label(self) -> str:
        """What the visitor is called."""
        return self.account.label if self.account is not None else self.name


class CareVisit(ClosedRow, FlowRow):
    """One visit: for which day, who goes, what came of it. Its clock runs on the case and, where
    it was planned before its day, ends with that day; so does the search for whoever did not
    open."""

    flow = VISIT

    plan = models.ForeignKey(CarePlan, models.CASCADE, related_name="visits")
    planned_on = models.DateField()
    why = models.CharField(max_length=8, choices=WHY, default="rhythm")
    visitor = models.ForeignKey(CareVisitor, models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=10, blank=True)
    came_at = models.DateTimeField(null=True)
    words = SealedTextField(_("看到什么、老人要什么"), under="case", blank=True, default="")
    missed_at = models.DateTimeField(null=True)
    found = models.CharField(max_length=8, blank=True, choices=FOUND)
    found_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            in_states_of(VISIT, "care_visit_state"),
            models.UniqueConstraint(
                fields=["community", "plan", "planned_on"],
                condition=~Q(state="off"),
                name="care_visit_once_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(came_at__isnull=False), name="care_visit_came"
            ),
            models.CheckConstraint(
                condition=~Q(state="found") | (Q(found_at__isnull=False) & ~Q(found="")),
                name="care_visit_found",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "planned_on"], name="care_visit_due"),
            models.Index(fields=["community", "plan", "-planned_on"], name="care_visit_of_plan"),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def case(self):  # type: ignore[no-untyped-def]
        """The case it belongs to; who may load that may load it."""
        return self.plan.case

    @property
    def clock(self) -> str:
        """The name of its clock, which runs on the case."""
        return f"visit {self.pk.hex[:12]}"


class CareVisitStep(ClosedRow, StepRow):
    """One step of a visit. What was said stands sealed on the visit, never here."""

    case = models.ForeignKey(CareVisit, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar = [one_step_a_version("care_visit_step_version")]


class SearchStep(ClosedRow):
    """What was tried where nobody opened, when, by whom, and whether it reached the elder."""

    visit = models.ForeignKey(CareVisit, models.CASCADE, related_name="tries")
    step = models.CharField(max_length=10, choices=STEPS)
    at = models.DateTimeField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    reached = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(step__in=[name for name, _title in STEPS]), name="care_search_step"
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"
