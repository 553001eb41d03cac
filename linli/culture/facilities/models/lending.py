"""Things that are lent by the day: what there is of each, and who has which piece till when."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.culture.facilities.flows import LOAN
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version

LENT_KINDS = [
    ("wheelchair", _("轮椅")),
    ("crutch", _("拐杖")),
    ("walker", _("助行器")),
    ("bath_chair", _("助浴椅")),
    ("commode", _("坐便椅")),
    ("bed_rail", _("床边扶手")),
    ("magnifier", _("放大镜")),
    ("tool", _("工具")),
    ("ladder", _("梯子")),
    ("umbrella", _("雨伞")),
    ("trolley", _("推车")),
    ("table_chair", _("桌椅")),
    ("sport", _("运动器材")),
    ("instrument", _("乐器")),
    ("other", pgettext_lazy("thing", "其他东西")),
]
ASSISTIVE = (
    "wheelchair", "crutch", "walker", "bath_chair", "commode", "bed_rail", "magnifier",
)  # fmt: skip
"""Devices that help somebody to walk, wash, see (辅具)."""


class LentItem(CommunityRow):
    """One sort of thing to lend. Of each piece there is a row of its own."""

    kind = models.CharField(_("类别"), max_length=12, choices=LENT_KINDS)
    title = models.CharField(_("名称"), max_length=60)
    days_most = models.PositiveSmallIntegerField(_("一次最多借几天"), default=30)
    conditions = models.CharField(_("怎么借"), max_length=300, blank=True)
    where = models.CharField(_("在哪里拿"), max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["kind", "title"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "title"],
                condition=Q(withdrawn_at__isnull=True),
                name="lentitem_title",
            ),
            models.CheckConstraint(
                condition=Q(days_most__gte=1, days_most__lte=366), name="lentitem_days"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_assistive(self) -> bool:
        """Whether it helps somebody to walk, wash or see."""
        return self.kind in ASSISTIVE


class LentPiece(CommunityRow):
    """One piece. Out of order or gone, it is not lent."""

    STATES: ClassVar = [("fine", _("完好")), ("broken", _("坏了，在修")), ("gone", _("没有了"))]

    item = models.ForeignKey(LentItem, models.CASCADE, related_name="pieces")
    label = models.CharField(_("编号"), max_length=30)
    state = models.CharField(max_length=6, choices=STATES, default="fine")
    condition = models.CharField(_("成色"), max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["label"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "item", "label"], name="lentpiece_label"),
            models.CheckConstraint(
                condition=Q(state__in=("fine", "broken", "gone")), name="lentpiece_state"
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Loan(FlowRow):
    """One asks for a thing, has it, brings it back. Who borrows is for the desk and themselves
    alone. A piece is with one at a time, set aside or lent: the database sees to it."""

    flow = LOAN
    WITH_SOMEBODY: ClassVar = ("ready", "lent")

    item = models.ForeignKey(LentItem, models.CASCADE, related_name="loans")
    piece = models.ForeignKey(LentPiece, models.PROTECT, null=True, related_name="loans")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("谁借"), blank=True, default="")
    phone = SealedTextField(_("联系电话"), blank=True, default="")
    days = models.PositiveSmallIntegerField(_("借几天"))
    asked_at = models.DateTimeField()
    keep_until = models.DateField(null=True, editable=False)
    lent_on = models.DateField(null=True, editable=False)
    due_on = models.DateField(null=True, editable=False)
    ended_on = models.DateField(null=True, editable=False)
    reminded_on = models.DateField(null=True, editable=False)
    condition_out = models.CharField(_("交出时的样子"), max_length=200, blank=True)
    condition_back = models.CharField(_("还回时的样子"), max_length=200, blank=True)
    slip = models.CharField(max_length=14, editable=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(LOAN, "loan_state"),
            models.UniqueConstraint(fields=["community", "slip"], name="loan_slip"),
            models.UniqueConstraint(
                fields=["community", "piece"],
                condition=Q(state__in=("ready", "lent")),
                name="loan_piece_once",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("ready", "lent")) | Q(piece__isnull=False),
                name="loan_of_a_piece",
            ),
            models.CheckConstraint(
                condition=~Q(state="lent") | Q(lent_on__isnull=False, due_on__isnull=False),
                name="loan_due_on",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "item", "state", "asked_at"], name="loan_line"),
            models.Index(fields=["community", "state", "due_on"], name="loan_due"),
            models.Index(fields=["community", "account", "-asked_at"], name="loan_account"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.state}"


class LoanStep(StepRow):
    """One step of a loan."""

    case = models.ForeignKey(Loan, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("loanstep_version")]
