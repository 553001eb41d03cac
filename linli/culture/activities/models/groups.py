"""Groups that neighbours run themselves: where they meet, who belongs, whose turn it is."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.culture.activities.models.consented import Consented, consent_constraints
from linli.culture.activities.words_learning import DANCE, GROUP_KINDS, TURN_ROLES


class Group(Consented):
    """A culture, sport or learning group, registered with its leader's consent. The leader's name
    and telephone are sealed; `shown_phone` only where the leader ticked it. A square-dancing group
    has hours and a place agreed with the neighbours round it."""

    title = models.CharField(_("叫什么"), max_length=60)
    kind = models.CharField(_("哪一类"), max_length=8, choices=GROUP_KINDS)
    about = models.CharField(_("做什么、欢迎谁"), max_length=300)
    place = models.CharField(_("在哪里活动"), max_length=80)
    leader = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    leader_name = SealedTextField(_("负责人"), blank=True, default="")
    leader_phone = SealedTextField(_("负责人电话"), blank=True, default="")
    shown_phone = models.CharField(max_length=20, blank=True)
    agreed_from = models.TimeField(_("商定几点以后"), null=True, blank=True)
    agreed_until = models.TimeField(_("商定几点以前"), null=True, blank=True)
    agreed_with = models.CharField(_("和谁商定的、怎么控制音量"), max_length=200, blank=True)
    registered_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            *consent_constraints("group"),
            models.CheckConstraint(
                condition=Q(shown_phone="") | Q(shown_since__isnull=False),
                name="group_phone_by_consent",
            ),
            models.CheckConstraint(
                condition=Q(agreed_from__isnull=True, agreed_until__isnull=True)
                | Q(agreed_from__lt=F("agreed_until")),
                name="group_agreed_hours",
            ),
            models.CheckConstraint(
                condition=~Q(kind=DANCE) | Q(agreed_from__isnull=False),
                name="group_dance_has_hours",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "closed_on", "title"], name="group_open")
        ]

    def __str__(self) -> str:
        return self.title


class Member(CommunityRow):
    """Somebody who joined by themselves; leaving deletes the row at once."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="members")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    called = SealedTextField(_("组里怎么称呼我"))
    joined_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "group", "account"], name="group_member_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "group", "joined_at"], name="group_member_joined")
        ]

    def __str__(self) -> str:
        return f"{self.joined_at:%F}"


class Meeting(CommunityRow):
    """One date of a group. One called off stays, so that every calendar hears of it. `came`: how
    many were there, told by whoever led; never who."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="meetings")
    starts_at = models.DateTimeField(_("开始"))
    ends_at = models.DateTimeField(_("结束"))
    place = models.CharField(_("地点"), max_length=80)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    called_off_for = models.CharField(_("取消的原因"), max_length=200, blank=True)
    came = models.PositiveIntegerField(pgettext_lazy("meeting", "来了多少人"), null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "group", "starts_at"], name="group_meeting_once"
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_order"),
            models.CheckConstraint(
                condition=Q(called_off_for="") | Q(came__isnull=True), name="meeting_off_or_held"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "starts_at"], name="meeting_coming")]

    def __str__(self) -> str:
        return f"{self.starts_at:%F %R}"


class Turn(CommunityRow):
    """One thing somebody does on one date: leading, opening the door. `asked`: whose turn it would
    be, where whoever had it cannot."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="turns")
    role = models.CharField(max_length=4, choices=TURN_ROLES)
    holder = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="turns")
    asked = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "meeting", "role"], name="group_turn_once"
            ),
            models.CheckConstraint(
                condition=Q(holder__isnull=True) | Q(asked__isnull=True), name="turn_held_or_asked"
            ),
        ]

    def __str__(self) -> str:
        return self.role


class TurnPassed(CommunityRow):
    """Who said "I cannot" of a turn, and is not asked again."""

    turn = models.ForeignKey(Turn, models.CASCADE, related_name="passed")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "turn", "member"], name="turn_passed_once")
        ]

    def __str__(self) -> str:
        return "passed"
