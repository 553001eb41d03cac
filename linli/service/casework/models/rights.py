"""Ways to one's right with their last days; and the days on which somebody advises."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow, CommunityRow
from linli.service.casework.routes import BY_KEY, ROUTE_CHOICES, Route

OUTCOMES = [
    ("answered", _("有了答复")),
    ("refused", _("没有受理或者没有支持")),
    ("given_up", _("本人不走这条路了")),
]
ADVISERS = [
    ("lawyer", _("律师")),
    ("counsel", _("社区法律顾问")),
    ("legal_aid", _("法律援助机构的人员")),
    ("volunteer", _("普法志愿者")),
]


class RightsRoute(ClosedRow):
    """A way the person may go, or goes: until when, where it was handed in, until when an answer is
    due, how it ended. `referral`: where the house passed it on; else she went herself."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="rights_routes")
    route = models.CharField(_("哪条路"), max_length=30, choices=ROUTE_CHOICES)
    since = models.DateField(_("从哪天起算"))
    last_day = models.DateField(null=True)
    next_step = SealedTextField(_("下一步做什么、带什么"), under="case", blank=True, default="")
    taken_on = models.DateField(null=True)
    taken_to = SealedTextField(_("交到了哪里"), under="case", blank=True, default="")
    referral = models.ForeignKey("casework.Referral", models.SET_NULL, null=True, related_name="+")
    answer_by = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    outcome = models.CharField(max_length=8, choices=OUTCOMES, blank=True, default="")
    answer = SealedTextField(_("结果"), under="case", blank=True, default="")

    class Meta:
        ordering: ClassVar = [F("last_day").asc(nulls_last=True), "since", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "case", "route"],
                condition=Q(ended_on__isnull=True),
                name="rights_route_once",
            ),
            models.CheckConstraint(
                condition=Q(answer_by__isnull=True) | Q(taken_on__isnull=False),
                name="rights_route_answer",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, outcome="")
                | Q(ended_on__isnull=False) & ~Q(outcome=""),
                name="rights_route_end",
            ),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("since")),
                name="rights_route_order",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def declared(self) -> Route:
        """What is known of this way."""
        return BY_KEY[self.route]

    @property
    def title(self) -> Any:
        return self.declared.title

    @property
    def clocks(self) -> tuple[str, str, str]:
        """The names of its clocks, which run on the case: think of it, the last day, the answer."""
        short = self.pk.hex[:12]
        return f"soon {short}", f"route {short}", f"answer {short}"


class ConsultationDay(CommunityRow):
    """A day on which somebody advises on the law: for everybody to see. Who comes is not."""

    on = models.DateField(_("哪天"))
    opens = models.TimeField(_("几点开始"))
    closes = models.TimeField(_("几点结束"))
    where = models.CharField(_("在哪里"), max_length=80)
    adviser = models.CharField(_("谁来"), max_length=60)
    adviser_kind = models.CharField(_("身份"), max_length=10, choices=ADVISERS)
    verified_how = models.CharField(_("怎样核实的身份"), max_length=120)
    numbers = models.PositiveSmallIntegerField(_("放多少个号"))
    announced_at = models.DateTimeField()
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["on", "opens", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="consultation_hours"),
            models.CheckConstraint(condition=Q(numbers__gte=1), name="consultation_numbers"),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "on"], name="consultation_on")]

    def __str__(self) -> str:
        return f"{self.on}"


class ConsultationNumber(ClosedRow):
    """A number for a consultation day. `account`: who took it by herself; none where it was given
    at the counter. Gone some days after; nobody sees a list of them."""

    day = models.ForeignKey(ConsultationDay, models.CASCADE, related_name="taken")
    number = models.PositiveSmallIntegerField()
    account = models.ForeignKey("access.Account", models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "day", "number"], name="consultation_number_once"
            ),
            models.UniqueConstraint(
                fields=["community", "day", "account"],
                condition=Q(account__isnull=False),
                name="consultation_number_each",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"
