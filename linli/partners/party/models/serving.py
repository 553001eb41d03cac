"""Posts of public benefit that residents claim, and members who checked in by themselves."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow


class ServicePost(CommunityRow):
    """A post of public benefit anybody may claim. What it is and where; how many are looked for."""

    title = models.CharField(_("岗位"), max_length=40)
    about = models.CharField(_("做什么"), max_length=300)
    where = models.CharField(_("在哪里"), max_length=80, blank=True)
    wanted = models.PositiveSmallIntegerField(_("要几个人"))
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(wanted__gte=1), name="party_post_wanted"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="party_post_closed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "closed_on"], name="party_post_open")
        ]

    def __str__(self) -> str:
        return self.title


class PostClaim(CommunityRow):
    """A resident claimed a post with the own account. It says nothing of what they belong to; it
    is deleted when they step back, with what they wrote."""

    post = models.ForeignKey(ServicePost, models.CASCADE, related_name="claims")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    name = SealedTextField(_("怎么称呼"), blank=True, default="")
    contact = SealedTextField(_("怎么联系"))
    claimed_on = models.DateField()
    lapses_on = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "post", "account"], name="party_claim_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "account"], name="party_claim_account"),
            models.Index(fields=["community", "lapses_on"], name="party_claim_lapses"),
        ]

    def __str__(self) -> str:
        return f"{self.claimed_on}"


class UnitCheckIn(CommunityRow):
    """A unit of the register that checked in, and how its office is reached. `unit`: its id in the
    room that keeps the register; `name`: what it is called there. `living_here`: how many members
    it says live here, a number it told, no list."""

    unit = models.UUIDField()
    name = models.CharField(_("单位名称"), max_length=80)
    office = models.CharField(_("联系部门"), max_length=60)
    phone = models.CharField(_("办公电话"), max_length=30, blank=True)
    since = models.DateField(_("报到日期"))
    until = models.DateField(null=True)
    living_here = models.PositiveIntegerField(_("住在本社区的在职党员数（单位提供）"), null=True)
    told_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "unit"],
                condition=Q(until__isnull=True),
                name="party_unit_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="party_unit_term"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CheckIn(CommunityRow):
    """A member who checked in by themselves, with the own account and a consent of its own
    (PIPL 28, 29). There is no other row that says of anybody that they are a member. Only they and
    the secretary may see it; it is deleted at a word, and when the day `lapses_on` is over unless
    they say again that they stay. `unit`: which unit they name, if they like."""

    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    name = SealedTextField(_("怎么称呼"))
    contact = SealedTextField(_("怎么联系"), blank=True, default="")
    unit = models.ForeignKey(UnitCheckIn, models.SET_NULL, null=True, related_name="checked_in")
    consented_at = models.DateTimeField()
    lapses_on = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "account"], name="party_checkin_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "lapses_on"], name="party_checkin_lapses")
        ]

    def __str__(self) -> str:
        return f"{self.consented_at:%F}"


class Service(CommunityRow):
    """What somebody did, by their own word, in a post they claimed or having checked in; the
    secretary's word back. Never a sum that others see, never points. `need`: its id on the list of
    needs, `need_title` what the list called it."""

    claim = models.ForeignKey(PostClaim, models.CASCADE, null=True, related_name="services")
    checkin = models.ForeignKey(CheckIn, models.CASCADE, null=True, related_name="services")
    need = models.UUIDField(null=True)
    need_title = models.CharField(max_length=60, blank=True)
    on = models.DateField(_("哪天"))
    minutes = models.PositiveIntegerField(_("多少分钟"))
    told = SealedTextField(_("做了什么"))
    answer = SealedTextField(_("反馈"), blank=True, default="")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(claim__isnull=True, checkin__isnull=False)
                | Q(claim__isnull=False, checkin__isnull=True),
                name="party_service_of_one",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=720), name="party_service_minutes"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "on"], name="party_service_on")]

    def __str__(self) -> str:
        return f"{self.on}"
