"""What residents wish to learn, which courses answer it, and what a course was good for."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.culture.activities.words_learning import HELPED
from linli.lib.identity.ids import new_closed_id


class Topic(CommunityRow):
    """Something to be learnt, on the list residents tick."""

    title = models.CharField(_("学什么"), max_length=40)
    about = models.CharField(_("说明"), max_length=200, blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "title"], name="topic_of_learning_once")
        ]

    def __str__(self) -> str:
        return self.title


class Wish(CommunityRow):
    """A resident's own tick; taken back, the row is gone at once."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="wishes")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    since = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "topic", "account"], name="wish_once")
        ]
        indexes: ClassVar = [models.Index(fields=["community", "account"], name="wish_own")]

    def __str__(self) -> str:
        return f"{self.since}"


class CourseTopic(CommunityRow):
    """Which topic a course's sign-up sheet answers."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="courses")
    sheet = models.OneToOneField("signup.Sheet", models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.topic_id)


class NeedsAnswer(CommunityRow):
    """One anonymous answer after a course: whether it helped, and what next. It knows neither who
    nor when; its id tells no time."""

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)
    sheet = models.ForeignKey("signup.Sheet", models.CASCADE, related_name="+")
    helped = models.CharField(_("有帮助吗"), max_length=6, choices=HELPED)
    next_topic = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(helped__in=[name for name, _title in HELPED]), name="needs_helped"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["community", "sheet"], name="needs_of_course")]

    def __str__(self) -> str:
        return self.helped


class NeedsAsked(CommunityRow):
    """That a sign-up has answered, so that it answers once; tied to no answer."""

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)
    sheet = models.ForeignKey("signup.Sheet", models.CASCADE, related_name="+")
    signup = models.OneToOneField("signup.SignUp", models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return "answered"


class CourseCertificate(CommunityRow):
    """A certificate of completion: given by what the sheet says of who came, checked by its code.
    `present` of `held` dates; `least` is the share printed on it. The name is sealed: the check
    page shows it masked; `person` and `account` are kept beside the entry, which forgets them
    first, so that the name goes whoever is asked first."""

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    code = models.CharField(max_length=14, unique=True, editable=False)
    sheet = models.ForeignKey("signup.Sheet", models.PROTECT, related_name="+")
    signup = models.ForeignKey("signup.SignUp", models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("结业证上的姓名"), blank=True, default="")
    course = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField()
    present = models.PositiveSmallIntegerField()
    held = models.PositiveSmallIntegerField()
    least = models.CharField(max_length=9)
    given_on = models.DateField()
    given_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    voided_on = models.DateField(null=True)
    void_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="course_certificate_number"
            ),
            models.UniqueConstraint(
                fields=["community", "signup"],
                condition=Q(signup__isnull=False, voided_on__isnull=True),
                name="course_certificate_once",
            ),
            models.CheckConstraint(
                condition=Q(present__gt=0, present__lte=F("held")), name="course_certificate_came"
            ),
            models.CheckConstraint(
                condition=Q(voided_on__isnull=True, void_reason="")
                | (Q(voided_on__isnull=False) & ~Q(void_reason="")),
                name="course_certificate_void",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "sheet"], name="course_certificate_of")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within the year: 2026-7."""
        return f"{self.year}-{self.serial}"
