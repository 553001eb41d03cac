"""A child in harm's way: the report that comes first, the file, and who was let into it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow, CommunityRow
from linli.service.casework.rules import children

AUTHORITIES = [
    (children.POLICE, _("公安机关（110）")),
    (children.CIVIL, _("民政部门（街道或区县）")),
    (children.LINE, _("未成年人保护热线（12345）")),
]
HOW_CONSENTED = [
    ("on_paper", _("父母或其他监护人签了字")),
    ("in_person", _("父母或其他监护人当面说的")),
]
CATEGORIES = [
    ("left_behind", _("留守：父母在外务工、不能照料")),
    ("in_difficulty", _("困境：有下面的困难")),
    ("neither", _("都不是")),
]
DIFFICULTIES = [
    ("family_poor", _("家庭生活困难")),
    ("own_condition", _("孩子自己残疾或者患重病")),
    ("nobody_raises", _("事实上没有人抚养")),
    ("guardian_fails", _("监护不到位")),
    ("harmed", _("受过侵害、遭遇意外")),
    ("wandering", _("流浪或者无人照管")),
]
RHYTHMS = [
    (children.MONTHLY, _("每月看一次")),
    (children.QUARTERLY, _("每季度看一次")),
]
DUTIES = [
    ("who_guards", _("现在谁在监护，有没有资格；父母以外的人要居委会同意")),
    ("best_interest", _("监护人做的事是不是对孩子最好，孩子自己怎么想")),
    ("admonish", _("监护人不尽责的，劝诫、制止；情节严重的报公安")),
    ("entrusted", _("父母外出的，委托谁照护，照护得怎么样")),
    ("emergency_care", _("监护人突然不能照料的，马上安排临时照料")),
    ("disputed", _("谁当监护人有争议的，由居委会指定；指定前担任临时监护人")),
    ("no_guardian", _("没有监护人的，找民政部门；有条件的可以由居委会担任")),
    ("revoke", _("监护人严重侵害孩子的，申请法院撤销资格，先安排临时监护")),
]
OFFICES = [
    ("committee", _("居委会（印在紧急联系卡上）")),
    ("police", _("派出所")),
    ("civil_affairs", _("街道民政")),
    ("civil_affairs_above", _("区县民政")),
    ("hotline", _("未成年人保护热线")),
    ("womens_federation", _("妇联")),
    ("court", _("法院")),
    ("shelter", _("救助和庇护（只写联系电话，不写地址）")),
    ("education", _("教育部门")),
]


class DutyOffice(CommunityRow):
    """The number of an office that must be reached at once: this place's own, beside the national
    one. An office's number, and nobody's."""

    office = models.CharField(_("哪个单位"), max_length=20, choices=OFFICES)
    name = models.CharField(_("名称"), max_length=80)
    phone = models.CharField(_("电话"), max_length=30)
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "office"], name="duty_office_once")
        ]

    def __str__(self) -> str:
        return self.office


class ChildReport(ClosedRow):
    """That it was reported: to whom and at which moment, kept before a word is written. No act
    takes it away, not even the end of the case it belongs to.

    `case`: None until somebody in the post has taken it up, and again when the case has been
    destroyed on its day; then the words go too, and the moment stays.
    """

    case = models.ForeignKey(
        "casework.Case", models.SET_NULL, null=True, related_name="child_reports"
    )
    authority = models.CharField(_("报给谁"), max_length=14, choices=AUTHORITIES)
    reported_at = models.DateTimeField()
    reported_by = models.ForeignKey(
        "access.Account", models.PROTECT, related_name="+", editable=False
    )
    noticed_at = models.DateTimeField(null=True)
    words = SealedTextField(_("发现了什么"), keys="casework", blank=True, default="")
    late_because = SealedTextField(_("为什么没有马上报告"), keys="casework", blank=True, default="")
    taken_up_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    taken_up_at = models.DateTimeField(null=True)
    written_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(noticed_at__isnull=True) | Q(noticed_at__lte=F("reported_at")),
                name="child_noticed_before_reported",
            ),
            models.CheckConstraint(
                condition=Q(authority__in=[name for name, _title in AUTHORITIES]),
                name="child_report_authority",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "-reported_at"],
                condition=Q(taken_up_at__isnull=True),
                name="child_report_waits",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"


class ChildFile(ClosedRow):
    """What the case of a child holds beside the case: the consent, the school."""

    case = models.OneToOneField("casework.Case", models.CASCADE, related_name="child_file")
    under_fourteen = models.BooleanField(_("不满十四周岁"))
    parent_is_danger = models.BooleanField(_("危险来自父母或其他监护人"), default=False)
    how_consented = models.CharField(max_length=10, choices=HOW_CONSENTED, blank=True)
    consented_on = models.DateField(null=True)
    school = SealedTextField(_("学校和联系老师"), under="case", blank=True, default="")
    aid_asked_on = models.DateField(null=True)
    aid_words = SealedTextField(_("请学校帮什么"), under="case", blank=True, default="")
    aid_answered_on = models.DateField(null=True)
    aid_answer = SealedTextField(_("学校怎么答复"), under="case", blank=True, default="")
    category = SealedTextField(_("哪一类"), under="case", blank=True, default="")
    difficulties = SealedTextField(_("有哪些困难"), under="case", blank=True, default="")
    guardian = SealedTextField(_("监护人和关系"), under="case", blank=True, default="")
    entrusted = SealedTextField(_("委托谁照护、怎么联系"), under="case", blank=True, default="")
    rhythm = models.CharField(
        _("多久看一次"), max_length=9, choices=RHYTHMS, default=children.QUARTERLY
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(rhythm__in=[name for name, _title in RHYTHMS]), name="child_rhythm"
            ),
            models.CheckConstraint(
                condition=Q(under_fourteen=False)
                | Q(parent_is_danger=True)
                | Q(consented_on__isnull=False),
                name="child_under_fourteen_consent",
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def category_title(self) -> Any:
        """Which kind of file it is, in words."""
        return dict(CATEGORIES).get(self.category, "")

    @property
    def difficulty_titles(self) -> list[Any]:
        """The difficulties that were ticked, in words."""
        ticked = self.difficulties.split(",")
        return [title for name, title in DIFFICULTIES if name in ticked]


class ChildDuty(ClosedRow):
    """One duty of guardianship that was looked at, on which day, with what was found."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="child_duties")
    duty = models.CharField(max_length=16, choices=DUTIES)
    looked_on = models.DateField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    words = SealedTextField(_("看到的情况和做了什么"), under="case", blank=True, default="")

    class Meta:
        ordering: ClassVar = ["-looked_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(duty__in=[name for name, _title in DUTIES]), name="child_duty_known"
            )
        ]

    def __str__(self) -> str:
        return "‹…›"


class ChildAudit(ClosedRow):
    """The yearly audit of how children's data were handled: counts, and what was found."""

    year = models.PositiveSmallIntegerField()
    done_at = models.DateTimeField()
    done_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    files = models.PositiveIntegerField()
    openings = models.PositiveIntegerField()
    without_approval = models.PositiveIntegerField()
    words = SealedTextField(_("发现的问题和改正"), keys="casework", blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "year"], name="child_audit_once_a_year")
        ]

    def __str__(self) -> str:
        return "‹…›"
