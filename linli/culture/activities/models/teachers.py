"""Who teaches and leads sport here, by which certificate, and on which days."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.culture.activities.models.consented import Consented, consent_constraints
from linli.culture.activities.words_learning import ENGAGED, TEACHER_KINDS


class Teacher(Consented):
    """A teacher, or a sports instructor at a post. The name is sealed; `shown_name` holds it
    readable only where they agreed, else everybody reads what they teach and no name."""

    kind = models.CharField(_("是哪一类"), max_length=16, choices=TEACHER_KINDS)
    engaged = models.CharField(_("专职还是兼职"), max_length=4, choices=ENGAGED, default="part")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("姓名"), blank=True, default="")
    shown_name = models.CharField(max_length=40, blank=True)
    teaches = models.CharField(_("教什么、指导什么"), max_length=80)
    stands_at = models.CharField(_("在哪个站点"), max_length=80, blank=True)
    since = models.DateField(_("从哪天起"))
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            *consent_constraints("teacher"),
            models.CheckConstraint(
                condition=Q(shown_name="") | Q(shown_since__isnull=False),
                name="teacher_named_by_consent",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="teacher_term"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "kind"], name="teacher_kind")]

    def __str__(self) -> str:
        return self.teaches


class TeachingCertificate(CommunityRow):
    """A certificate somebody teaches by. It is never taken away when it runs out: that it has run
    out is what everybody must see."""

    teacher = models.ForeignKey(Teacher, models.CASCADE, related_name="certificates")
    kind = models.CharField(_("证书名称"), max_length=60)
    number = SealedTextField(_("证书编号"), blank=True, default="")
    issuer = models.CharField(_("发证单位"), max_length=80)
    issued_on = models.DateField(_("哪天发的"))
    valid_until = models.DateField(_("有效期到"), null=True, blank=True)
    replaced_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("issued_on")),
                name="teaching_certificate_term",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "valid_until"], name="teaching_runs_out")
        ]

    def __str__(self) -> str:
        return self.kind


class TaughtDay(CommunityRow):
    """A day somebody taught or led: what makes an instructor active in a year."""

    teacher = models.ForeignKey(Teacher, models.CASCADE, related_name="days")
    on = models.DateField(_("哪天"))
    what = models.CharField(_("教了什么"), max_length=80)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "teacher", "on"], name="taught_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.on}"
