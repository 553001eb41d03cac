"""Those who work for the community: what work needs to know of them, and no more."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow

CERTIFICATES = [
    ("assistant_social_worker", _("助理社会工作师")),
    ("social_worker", _("社会工作师")),
    ("senior_social_worker", _("高级社会工作师")),
    ("first_aid", _("急救证")),
    ("fire", _("消防设施操作员证")),
    ("mediator", _("人民调解员培训证")),
    ("other", _("其他证书")),
]
SOCIAL_WORK = ("assistant_social_worker", "social_worker", "senior_social_worker")
"""The national certificates of social work, the lowest first."""


class Staff(CommunityRow):
    """One file. `post` and `level` are a line of the local table; `level_since` and `level_paper`:
    since when and by which paper. Nothing of pay, health or home is here. `worked_since`: from
    when years of community work count."""

    account = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = SealedTextField(_("姓名"))
    post = models.CharField(_("岗位"), max_length=30, blank=True)
    work = models.CharField(_("分管什么"), max_length=200, blank=True)
    level = models.PositiveSmallIntegerField(_("定在第几级"), null=True, blank=True)
    level_since = models.DateField(_("从哪天定级"), null=True, blank=True)
    level_paper = models.CharField(_("定级的文件"), max_length=120, blank=True)
    worked_since = models.DateField(_("从哪天起做社区工作"))
    since = models.DateField(_("到岗日期"))
    until = models.DateField(_("离岗日期"), null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "account"],
                condition=Q(until__isnull=True) & Q(account__isnull=False),
                name="organisation_staff_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="organisation_staff_span",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "since"], name="organisation_staff_since")
        ]

    def __str__(self) -> str:
        return str(self.since)


class Qualification(CommunityRow):
    """A certificate: which, since when, until when."""

    staff = models.ForeignKey(Staff, models.CASCADE, related_name="qualifications")
    kind = models.CharField(_("哪种证书"), max_length=24, choices=CERTIFICATES)
    title = models.CharField(_("证书名称"), max_length=60, blank=True)
    got_on = models.DateField(_("取得日期"))
    expires_on = models.DateField(_("有效到哪天"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gt=F("got_on")),
                name="organisation_qualification_span",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "staff"], name="organisation_qualification_of")
        ]

    def __str__(self) -> str:
        return self.kind


class Training(CommunityRow):
    """Hours somebody was trained: of one who works here, or of one who holds an office."""

    staff = models.ForeignKey(
        Staff, models.CASCADE, null=True, blank=True, related_name="trainings"
    )
    term = models.ForeignKey(
        "organisations.Term", models.CASCADE, null=True, blank=True, related_name="trainings"
    )
    on = models.DateField(_("哪天"))
    half_hours = models.PositiveSmallIntegerField(_("多少个半小时"))
    subject = models.CharField(_("学什么"), max_length=80)
    by = models.CharField(_("谁办的"), max_length=60, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(half_hours__gte=1) & Q(half_hours__lte=200),
                name="organisation_training_hours",
            ),
            models.CheckConstraint(
                condition=Q(staff__isnull=True) ^ Q(term__isnull=True),
                name="organisation_training_whose",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "on"], name="organisation_training")]

    def __str__(self) -> str:
        return self.subject


class Leave(CommunityRow):
    """Days somebody is away, and who stands in. Why is nobody's business here."""

    staff = models.ForeignKey(Staff, models.CASCADE, related_name="leaves")
    since = models.DateField(_("从哪天"))
    until = models.DateField(_("到哪天（含）"))
    cover = models.ForeignKey(Staff, models.SET_NULL, null=True, related_name="covers")
    struck_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="organisation_leave_span"
            ),
            models.CheckConstraint(
                condition=~Q(cover=F("staff")), name="organisation_leave_another"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "since"], name="organisation_leave_since")
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"


class GradeTable(CommunityRow):
    """The local table of posts and levels, from a day on, with its source. `lines`: as read by
    `rules/grades`. A later table takes its place; no row of a person changes with it."""

    source = models.CharField(_("出自哪份文件"), max_length=160)
    since = models.DateField(_("从哪天起用"))
    lines = models.JSONField()
    adopted_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    adopted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "since"], name="organisation_grades_since")
        ]

    def __str__(self) -> str:
        return self.source
