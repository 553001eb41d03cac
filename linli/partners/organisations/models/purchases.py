"""Services bought or commissioned, from the need to the evaluation; papers filed with an office."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow

STAGES = [
    ("need", _("提出需求")),
    ("tendered", _("已公开征集")),
    ("contracted", _("已签合同")),
    ("accepted", _("已验收")),
    ("evaluated", _("已评价")),
    ("stopped", _("已终止")),
]
RESULTS = [
    ("fulfilled", _("按约定完成")),
    ("partly", _("完成了一部分")),
    ("not", _("没有完成")),
]


class Purchase(CommunityRow):
    """A service that is paid for: what is needed, who commissioned it, under which line of money.
    One that a department commissioned without a line of money is incomplete. `fen`: of the
    contract, in fen. The firm is an organisation, never a person."""

    title = models.CharField(_("服务"), max_length=80)
    need = models.CharField(_("为什么需要"), max_length=400)
    department = models.CharField(_("委托的部门"), max_length=80, blank=True)
    money_line = models.CharField(_("经费来源（哪一笔钱）"), max_length=120, blank=True)
    stage = models.CharField(max_length=10, choices=STAGES, default="need")
    asked_on = models.DateField()
    tender = models.CharField(_("征集办法"), max_length=400, blank=True)
    tendered_on = models.DateField(_("哪天公布征集"), null=True)
    provider = models.CharField(_("承接单位"), max_length=80, blank=True)
    contract = models.CharField(_("合同编号"), max_length=40, blank=True)
    fen = models.PositiveBigIntegerField(_("合同金额"), null=True)
    signed_on = models.DateField(_("哪天签合同"), null=True)
    starts = models.DateField(_("服务从哪天"), null=True)
    ends = models.DateField(_("服务到哪天"), null=True)
    accepted_on = models.DateField(_("哪天验收"), null=True)
    result = models.CharField(_("验收结果"), max_length=10, choices=RESULTS, blank=True)
    evaluation = models.CharField(_("评价"), max_length=400, blank=True)
    evaluated_on = models.DateField(null=True)
    asked = models.PositiveIntegerField(_("问了多少人"), null=True)
    content = models.PositiveIntegerField(_("多少人满意"), null=True)
    stopped_for = models.CharField(_("为什么终止"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(stage__in=[name for name, _title in STAGES]), name="purchase_stage"
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["contracted", "accepted", "evaluated"])
                | (Q(fen__isnull=False, signed_on__isnull=False) & ~Q(provider="")),
                name="purchase_contract",
            ),
            models.CheckConstraint(
                condition=Q(content__isnull=True) | Q(content__lte=F("asked")),
                name="purchase_content",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="purchase_term"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "stage", "-asked_on"], name="purchase_by_stage")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_complete(self) -> bool:
        """Whether it says which money pays: what a department commissions brings its money."""
        return not self.department or bool(self.money_line)


class Milestone(CommunityRow):
    """One step of a contract: by when, how much is paid for it, when it was accepted."""

    purchase = models.ForeignKey(Purchase, models.PROTECT, related_name="milestones")
    title = models.CharField(_("节点"), max_length=80)
    due_on = models.DateField(_("哪天以前"))
    fen = models.PositiveBigIntegerField(_("付多少钱"), default=0)
    done_on = models.DateField(_("哪天完成"), null=True)
    told = models.CharField(_("完成得怎么样"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, told="")
                | (Q(done_on__isnull=False) & ~Q(told="")),
                name="milestone_done",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "due_on"], name="milestone_due")]

    def __str__(self) -> str:
        return self.title


class FilingReceipt(CommunityRow):
    """A paper that was filed with an office, and the receipt for it: kept, never thrown away."""

    purchase = models.ForeignKey(Purchase, models.PROTECT, null=True, related_name="receipts")
    office = models.CharField(_("交给哪个部门"), max_length=80)
    paper = models.CharField(_("什么材料"), max_length=120)
    on = models.DateField(_("哪天收到"))
    number = models.CharField(_("回执编号"), max_length=60)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "office", "number"], name="filing_receipt_number"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "-on"], name="filing_receipt_on")]

    def __str__(self) -> str:
        return self.number
