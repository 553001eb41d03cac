"""Services arranged for an elder, whom else to call, and what care somebody was told is needed.

Everything hangs on the plan of visits, and is closed with it.
"""

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.casework.flows import SERVICE
from linli.service.casework.models.care import HOW_AGREED, CarePlan
from linli.service.casework.rules import arranged

SERVICES = [
    (arranged.MEALS, _("助餐")),
    (arranged.DAY_CARE, _("日间照料")),
    (arranged.RESPITE, _("喘息服务（让照顾的人歇一歇）")),
    (arranged.BATH, _("助浴")),
    (arranged.CLEANING, _("助洁")),
    (arranged.ESCORT, _("助医（陪诊、取药）")),
    (arranged.ALARM, _("紧急呼叫")),
]
PRICES = [(arranged.FREE, _("无偿")), (arranged.LOW, _("低偿")), (arranged.PAID, _("有偿"))]
UNITS = [
    ("time", _("次")),
    ("meal", _("餐")),
    ("hour", _("小时")),
    ("day", _("天")),
    ("month", _("月")),
]
PAYERS = [
    ("elder", _("老人自己")),
    ("family", _("家人")),
    ("subsidy", _("政府补贴")),
    ("elder_and_subsidy", _("老人自己和政府补贴")),
    ("others", _("别人捐助")),
]
WEEKDAYS = [
    (1, _("周一")),
    (2, _("周二")),
    (3, _("周三")),
    (4, _("周四")),
    (5, _("周五")),
    (6, _("周六")),
    (7, _("周日")),
]
GRADES = [
    ("whole", _("全自理")),
    ("half", _("半自理")),
    ("full_care", _("全护理")),
]
"""As the department names them, and as it told them."""


class CareService(ClosedRow, FlowRow):
    """One service on an elder's plan: which, from whom, when, at what price, who pays. What was
    delivered is not kept: that is between the elder and who provides it."""

    flow = SERVICE

    plan = models.ForeignKey(CarePlan, models.CASCADE, related_name="services")
    service = models.CharField(_("哪项服务"), max_length=10, choices=SERVICES)
    wish = SealedTextField(_("老人怎么说"), under="case", blank=True, default="")
    provider = SealedTextField(_("谁来提供"), under="case", blank=True, default="")
    provider_phone = SealedTextField(_("提供方的电话"), under="case", blank=True, default="")
    timing = SealedTextField(_("哪些天、几点"), under="case", blank=True, default="")
    price_class = models.CharField(_("收费"), max_length=4, choices=PRICES, default="free")
    price_fen = models.PositiveIntegerField(_("价格"), null=True)
    price_unit = models.CharField(_("按什么算"), max_length=6, choices=UNITS, blank=True)
    payer = models.CharField(_("谁付钱"), max_length=18, choices=PAYERS, blank=True)
    how_agreed = models.CharField(max_length=12, choices=HOW_AGREED, blank=True)
    agreed_on = models.DateField(null=True)
    since = models.DateField(_("从哪天起"), null=True)
    until = models.DateField(_("到哪天止"), null=True)

    class Meta:
        constraints: ClassVar = [
            in_states_of(SERVICE, "care_service_state"),
            models.CheckConstraint(
                condition=Q(state__in=["wished", "refused"])
                | Q(agreed_on__isnull=False, since__isnull=False),
                name="care_service_by_consent",
            ),
            models.CheckConstraint(
                condition=Q(price_class="free", price_fen__isnull=True, payer="")
                | (~Q(price_class="free") & Q(price_fen__gt=0) & ~Q(payer="")),
                name="care_service_priced",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="care_service_in_order",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "plan", "state"], name="care_service_of_plan"),
            models.Index(
                fields=["until"],
                condition=Q(until__isnull=False, state__in=["arranged", "running", "paused"]),
                name="care_service_runs_out",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def case(self):  # type: ignore[no-untyped-def]
        """The case it belongs to; who may load that may load it."""
        return self.plan.case

    @property
    def days(self) -> tuple[int, ...]:
        """The days of the week it comes on, 1 for Monday."""
        return tuple(self._timing.get("days", ()))

    @property
    def hour(self) -> str:
        """From when to when, in words."""
        return str(self._timing.get("hour", ""))

    @property
    def days_titles(self) -> list[Any]:
        """The days, in words."""
        return [title for day, title in WEEKDAYS if day in self.days]

    def place_timing(self, days: list[int], hour: str) -> None:
        """Keeps the days and the hour, sealed."""
        self.timing = json.dumps({"days": sorted(days), "hour": hour.strip()}, ensure_ascii=False)

    @property
    def _timing(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self.timing or "{}")
        return read


class CareServiceStep(ClosedRow, StepRow):
    """One step of a service."""

    case = models.ForeignKey(CareService, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar = [one_step_a_version("care_service_step_version")]


class CareContact(ClosedRow):
    """Somebody more to be called where nobody opens, after the first contact of the plan, in the
    elder's order."""

    plan = models.ForeignKey(CarePlan, models.CASCADE, related_name="contacts")
    place = models.PositiveSmallIntegerField(_("第几个打"))
    name = SealedTextField(_("姓名"), under="case")
    tie = SealedTextField(_("和老人的关系"), under="case", blank=True, default="")
    phone = SealedTextField(_("电话"), under="case")
    on_card = models.BooleanField(_("印在联系卡上"), default=False)

    class Meta:
        ordering: ClassVar = ["place", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "plan", "place"], name="care_contact_in_its_place"
            ),
            models.CheckConstraint(condition=Q(place__gte=2), name="care_contact_after_first"),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def case(self):  # type: ignore[no-untyped-def]
        """The case it belongs to, which keeps the key of its sealed fields."""
        return self.plan.case


class CareNeed(ClosedRow):
    """Visits to hear what care a person in extreme hardship needs. The six abilities are looked at
    by the county department's assessor and stand nowhere here: only that the assessor came, and
    what grade the office told, in its words."""

    plan = models.OneToOneField(CarePlan, models.CASCADE, related_name="care_need")
    begun_on = models.DateField()
    wish = SealedTextField(_("本人怎么说、想怎么照料"), under="case", blank=True, default="")
    came_on = models.DateField(_("评估人员哪天来的"), null=True)
    told = SealedTextField(_("告知的结果"), under="case", blank=True, default="")
    told_by = SealedTextField(_("哪个部门告知的"), under="case", blank=True, default="")
    told_on = models.DateField(_("哪天告知的"), null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | Q(told_on__gte=F("came_on")),
                name="care_need_told_after_it_was_seen",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")),
                name="care_need_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def case(self):  # type: ignore[no-untyped-def]
        """The case it belongs to, which keeps the key of its sealed fields."""
        return self.plan.case

    @property
    def told_title(self) -> Any:
        """The grade as it was told, in words."""
        return dict(GRADES).get(self.told, "")
