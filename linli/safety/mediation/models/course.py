"""What happens in a case: records, police notices, the agreement, its points, its papers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.safety.mediation.models.case import Mediation, Party
from linli.safety.mediation.models.closed import sealed, secret_id


class Record(CommunityRow):
    """Something that was done and is written down. A session that is still to come has no
    `written_at`; its place and time the parties know.

    `shared`: the parties may read it (an appointment, never the notes of what another said).
    """

    is_closed = True
    WORDS = ("where", "present", "text")
    KINDS = [
        ("investigation", _("调查")),
        ("session", _("调解")),
        ("persuasion", _("劝阻")),
        ("measure", _("预防激化的措施")),
        ("visit", _("回访")),
        ("police", _("报告公安机关")),
        ("reason", _("原因")),
    ]
    RESULTS = [
        ("stopped", _("当场停止或者解决")),
        ("promised", _("答应改正")),
        ("continued", _("没有停止")),
        ("done", _("已履行")),
        ("partly", _("部分履行")),
        ("not_done", _("没有履行")),
        ("agreed", _("谈成")),
        ("not_agreed", _("没有谈成")),
        ("recorded", _("记录在案")),
    ]

    id = secret_id()
    case = models.ForeignKey(Mediation, models.CASCADE, related_name="records")
    kind = models.CharField(max_length=14, choices=KINDS)
    at = models.DateTimeField(_("什么时候"))
    where = sealed(_("地点"))
    present = sealed(_("在场的人"))
    text = sealed(_("经过"))
    result = models.CharField(_("结果"), max_length=12, choices=RESULTS, blank=True)
    openly = models.BooleanField(_("公开进行"), default=False)
    with_others = models.BooleanField(_("有亲友、专家参加"), default=False)
    shared = models.BooleanField(default=False)
    written_at = models.DateTimeField(null=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(written_at__isnull=False) | Q(kind="session"),
                name="mediation_record_written",
            )
        ]
        indexes = [models.Index(fields=["community", "case", "at"], name="mediation_record_at")]

    def __str__(self) -> str:
        return self.kind


class Agreement(CommunityRow):
    """What the parties agreed. Written: in force on the day of the last signature and the seal;
    spoken: on the day it was reached. `confirm_until`: the last day to ask a court together."""

    is_closed = True
    WORDS = ("facts", "issue", "responsibility", "content", "manner", "limit", "court")
    CONFIRMATIONS = [
        ("applied", _("已共同申请")),
        ("confirmed", _("法院裁定有效")),
        ("rejected", _("法院没有确认")),
        ("not_wanted", _("各方不申请")),
    ]

    id = secret_id()
    case = models.OneToOneField(Mediation, models.CASCADE, related_name="agreement")
    oral = models.BooleanField(_("口头协议"), default=False)
    reached_on = models.DateField(_("达成日期"))
    facts = sealed(_("纠纷的主要事实"))
    issue = sealed(_("争议的事项"))
    responsibility = sealed(_("各方的责任"))
    content = sealed(_("协议内容"))
    manner = sealed(_("履行方式"))
    limit = sealed(_("履行期限"))
    mediator_signed_on = models.DateField(_("调解员签名"), null=True)
    sealed_on = models.DateField(_("调解委员会盖章"), null=True)
    in_force_on = models.DateField(null=True)
    confirm_until = models.DateField(null=True)
    confirmation = models.CharField(max_length=10, choices=CONFIRMATIONS, blank=True)
    confirmation_on = models.DateField(null=True)
    court = sealed(_("哪个法院，文号"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(oral=True)
                | Q(in_force_on__isnull=True)
                | Q(sealed_on__isnull=False, mediator_signed_on__isnull=False),
                name="agreement_in_force_signed",
            )
        ]

    def __str__(self) -> str:
        return "agreement"


class Point(CommunityRow):
    """One thing somebody has to do by a day under an agreement."""

    is_closed = True
    WORDS = ("what",)
    STATES = [
        ("open", _("未到期或者待履行")),
        ("done", _("已履行")),
        ("not_done", _("没有履行")),
    ]

    id = secret_id()
    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="points")
    party = models.ForeignKey(Party, models.CASCADE, related_name="points")
    what = sealed(_("做什么"))
    due_on = models.DateField(_("哪天以前"))
    state = models.CharField(max_length=8, choices=STATES, default="open")
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["community", "state", "due_on"], name="point_due")]

    def __str__(self) -> str:
        return "point"


class PaperMark(CommunityRow):
    """That a printed paper of the file was signed by those it asks to, and when; or, for papers
    that come from outside (a mandate, a receipt, a ruling), that it lies in the file."""

    is_closed = True
    id = secret_id()
    case = models.ForeignKey(Mediation, models.CASCADE, related_name="marks")
    paper = models.CharField(max_length=14)
    signed_on = models.DateField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "case", "paper"], name="paper_mark_once")
        ]

    def __str__(self) -> str:
        return self.paper


class Exhibit(CommunityRow):
    """Something laid before the mediator: evidence, a mandate, a receipt, a ruling, or (only where
    a rule asks for it, `asked_by`) the copy of an identity card. Its picture or document hangs on
    it as a file; without one, the paper itself lies in the file."""

    is_closed = True
    WORDS = ("title",)
    KINDS = [
        ("evidence", _("证据")),
        ("mandate", _("授权委托书")),
        ("identity", _("身份证明的复印件")),
        ("performance", _("履行凭证")),
        ("confirmation", _("司法确认材料")),
    ]

    id = secret_id()
    case = models.ForeignKey(Mediation, models.CASCADE, related_name="exhibits")
    kind = models.CharField(_("是什么"), max_length=12, choices=KINDS)
    title = sealed(_("名称"))
    party = models.ForeignKey(Party, models.SET_NULL, null=True, related_name="+")
    on = models.DateField(_("收到日期"))
    asked_by = models.CharField(_("哪条规定要留复印件"), max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="identity") | ~Q(asked_by=""), name="exhibit_copy_asked_for"
            )
        ]
        indexes = [models.Index(fields=["community", "case"], name="exhibit_case")]

    def __str__(self) -> str:
        return self.kind
