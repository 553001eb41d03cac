"""A volunteer, what they have learnt, what covers them, and the team they go with."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.service.volunteering import words


class Team(CommunityRow):
    """A group that serves together, with whoever leads it. It may look after shifts of its own
    calls; it owns nobody."""

    name = models.CharField(_("队伍名称"), max_length=60)
    about = models.CharField(_("做什么"), max_length=200)
    leader = models.ForeignKey("Volunteer", models.SET_NULL, null=True, related_name="+")
    founded_on = models.DateField(_("成立日期"))
    ended_on = models.DateField(_("解散日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "name"], condition=Q(ended_on__isnull=True), name="team_name"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("founded_on")),
                name="team_term",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Volunteer(CommunityRow):
    """Somebody of the roster who registered, of their own will. They withdraw at once and
    without a reason; what they did stays theirs to prove. `guardian` agrees for a minor.
    `known_at`: since when a coordinator who met them says they may carry a round."""

    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    team = models.ForeignKey(Team, models.SET_NULL, null=True, related_name="members")
    skills = models.JSONField(_("会做什么"), default=list, blank=True)
    times = models.JSONField(_("什么时候有空"), default=list, blank=True)
    national_number = SealedTextField(_("全国志愿者编号"), blank=True, default="")
    via = models.CharField(max_length=5, choices=words.VIAS)
    registered_at = models.DateTimeField()
    guardian = SealedTextField(_("监护人姓名"), blank=True, default="")
    guardian_phone = SealedTextField(_("监护人电话"), blank=True, default="")
    guardian_way = models.CharField(
        _("监护人怎样同意的"), max_length=6, choices=words.GUARDIAN_WAYS, blank=True
    )
    guardian_at = models.DateTimeField(null=True)
    known_at = models.DateTimeField(null=True)
    known_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "person"],
                condition=Q(withdrawn_at__isnull=True, person__isnull=False),
                name="volunteer_once",
            ),
            models.CheckConstraint(
                condition=Q(guardian_at__isnull=True) | ~Q(guardian_way=""),
                name="volunteer_guardian_way",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "registered_at"], name="volunteer_registered"),
            models.Index(fields=["community", "account"], name="volunteer_account"),
        ]

    def __str__(self) -> str:
        return f"volunteer {self.pk}"

    @property
    def is_active(self) -> bool:
        """Whether they still are one."""
        return self.withdrawn_at is None

    @property
    def skills_told(self) -> list[Any]:
        """What they can do, in words."""
        return [title for key, title in words.SKILLS if key in self.skills]

    @property
    def times_told(self) -> list[Any]:
        """When they have time, in words."""
        return [title for key, title in words.TIMES if key in self.times]


class Training(CommunityRow):
    """A training somebody passed, and until which day it counts."""

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="trainings")
    kind = models.CharField(_("哪种培训"), max_length=12, choices=words.TRAININGS)
    passed_on = models.DateField(_("哪天通过"))
    valid_until = models.DateField(_("有效到哪天"), null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("passed_on")),
                name="training_term",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "volunteer", "kind"], name="training_of_volunteer")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.passed_on}"


class Cover(CommunityRow):
    """An accident insurance somebody was given before they serve; both days are covered."""

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="covers")
    insurer = models.CharField(_("保险公司"), max_length=60)
    policy = SealedTextField(_("保单号"), blank=True, default="")
    since = models.DateField(_("从哪天起"))
    until = models.DateField(_("到哪天为止"))
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="cover_term"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "volunteer", "until"], name="cover_of_volunteer")
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"


class Thanks(CommunityRow):
    """A word of thanks, or an award, for one volunteer. Only they read it, until they themselves
    say that everybody may; then it stands there without any order but the day."""

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="thanks")
    kind = models.CharField(_("感谢还是表彰"), max_length=6, choices=words.THANKS)
    said = models.CharField(_("写给志愿者的话"), max_length=200)
    on = models.DateField(_("哪天"))
    shown_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "volunteer", "on"], name="thanks_of_volunteer"),
            models.Index(
                fields=["community", "on"],
                condition=Q(shown_at__isnull=False),
                name="thanks_shown",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
