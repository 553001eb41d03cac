"""A call for volunteers, its shifts, and the gaps in them."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.service.volunteering import words
from linli.service.volunteering.models.volunteers import Team, Volunteer


class VolunteerCall(CommunityRow):
    """What is asked of whoever helps: said truly and with its risk, before anybody signs.
    It gives nothing that could be traded."""

    STATES: ClassVar = [
        ("draft", _("还没有公布")),
        ("open", _("招募中")),
        ("closed", _("结束了")),
    ]
    TONES: ClassVar = {"draft": "new", "open": "open", "closed": "done"}

    title = models.CharField(_("招募什么"), max_length=80)
    kind = models.CharField(_("哪种服务"), max_length=8, choices=words.KINDS)
    content = models.TextField(_("要做什么"), max_length=600)
    venue = models.CharField(_("在哪里"), max_length=120)
    when_told = models.CharField(_("什么时候"), max_length=120)
    served = models.CharField(_("为谁"), max_length=10, choices=words.SERVED)
    hazard = models.TextField(_("有什么风险"), max_length=400)
    dangerous = models.BooleanField(_("可能发生人身危险"), default=False)
    insured = models.BooleanField(_("要有意外伤害保险才上岗"), default=False)
    training = models.CharField(
        _("要先通过哪种培训"), max_length=12, choices=words.TRAININGS, blank=True
    )
    skill = models.CharField(_("要会什么"), max_length=14, choices=words.SKILLS, blank=True)
    age_from = models.PositiveSmallIntegerField(_("最小年龄"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("最大年龄"), null=True, blank=True)
    minors = models.BooleanField(_("适合未成年人"), default=False)
    contact = models.CharField(_("由谁答复"), max_length=60)
    contact_phone = models.CharField(_("办公电话"), max_length=30)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True, related_name="calls")
    state = models.CharField(max_length=6, choices=STATES, default="draft")
    published_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "open", "closed"]), name="call_state"
            ),
            models.CheckConstraint(
                condition=Q(dangerous=False) | Q(insured=True) | Q(state="draft"),
                name="call_danger_insured",
            ),
            models.CheckConstraint(
                condition=Q(dangerous=False) | Q(minors=False) | Q(state="draft"),
                name="call_danger_no_minors",
            ),
            models.CheckConstraint(
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_from__lte=F("age_to")),
                name="call_ages",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "published_at"], name="call_by_state")
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.state}"

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return self.TONES[self.state]


class Shift(CommunityRow):
    """One turn of duty of a call: a sheet with one date. Dates of one rota share `rota`. `needed`
    is the sheet's number of seats; who serves are its sign-ups."""

    call = models.ForeignKey(VolunteerCall, models.CASCADE, related_name="shifts")
    sheet = models.OneToOneField("signup.Sheet", models.PROTECT, related_name="+")
    occasion = models.OneToOneField("signup.Occasion", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=words.KINDS)
    rota = models.UUIDField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "call"], name="shift_of_call"),
            models.Index(fields=["community", "rota"], name="shift_of_rota"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Gap(CommunityRow):
    """Somebody cannot come and nobody was waiting: everybody who fits is asked once. It is over
    when the place is taken, or the shift is."""

    shift = models.ForeignKey(Shift, models.CASCADE, related_name="gaps")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    told = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "shift"],
                condition=Q(closed_at__isnull=True),
                name="gap_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"gap {self.opened_at:%F %R}"


class GapCall(CommunityRow):
    """Somebody who fits and has no account: to be rung while the gap is open."""

    RESULTS: ClassVar = [
        ("comes", _("答应来")),
        ("declines", _("来不了")),
        ("not_reached", _("没有打通")),
    ]

    gap = models.ForeignKey(Gap, models.CASCADE, related_name="calls")
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="+")
    result = models.CharField(max_length=11, choices=RESULTS, blank=True)
    done_at = models.DateTimeField(null=True)
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "gap", "volunteer"], name="gap_call_once")
        ]

    def __str__(self) -> str:
        return f"{self.result}"
