"""The community police's page, alerts for everybody, the monthly meeting, and what was given to
the police. Police work stays in the police's own systems."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class PoliceOffice(CommunityRow):
    """How the community police are reached: an office, its line and hours; no person."""

    station = models.CharField(_("派出所"), max_length=60)
    room = models.CharField(_("社区警务室在哪里"), max_length=120)
    office_phone = models.CharField(_("办公电话"), max_length=30)
    hours = models.TextField(_("接待时间，一行一段"), max_length=400)
    offers = models.TextField(_("能办什么，一行一项"), max_length=600, blank=True)
    since = models.DateField(editable=False)
    until = models.DateField(null=True, editable=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community"], condition=Q(until__isnull=True), name="policeoffice_one"
            )
        ]

    def __str__(self) -> str:
        return self.station


class SafetyAlert(CommunityRow):
    """A warning in plain words, with who says so and until when it holds."""

    KINDS: ClassVar = [
        ("fraud", _("防诈骗")),
        ("theft", _("防盗")),
        ("fire", _("防火")),
        ("traffic", _("交通安全")),
        ("other", _("其他提醒")),
    ]

    kind = models.CharField(_("类别"), max_length=8, choices=KINDS)
    title = models.CharField(_("标题"), max_length=60)
    words = models.TextField(_("怎么回事，怎么防"), max_length=800)
    told_by = models.CharField(_("来源"), max_length=80)
    since = models.DateField(editable=False)
    until = models.DateField(_("到哪天为止"))
    withdrawn_on = models.DateField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-since", "-id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="safetyalert_days")
        ]
        indexes: ClassVar = [models.Index(fields=["community", "until"], name="safetyalert_until")]

    def __str__(self) -> str:
        return self.title


class SafetyMeeting(CommunityRow):
    """The monthly safety meeting, held as a gathering."""

    gathering = models.OneToOneField("gathering.Gathering", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.gathering_id}"


class MeetingPoint(CommunityRow):
    """What a meeting wants done: by which body or post, by when."""

    meeting = models.ForeignKey(SafetyMeeting, models.CASCADE, related_name="points")
    what = models.CharField(_("要做什么"), max_length=200)
    owner = models.CharField(_("由谁做（单位或职务）"), max_length=60)
    due_on = models.DateField(_("哪天以前"))
    done_on = models.DateField(null=True, editable=False)
    outcome = models.CharField(_("做得怎么样"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["due_on", "id"]
        indexes: ClassVar = [
            models.Index(fields=["community", "done_on", "due_on"], name="meetingpoint_due")
        ]

    def __str__(self) -> str:
        return self.what


class GivenToPolice(CommunityRow):
    """The log of what was given to the police, and on which ground: kinds of data and the paper,
    never the data."""

    GROUNDS: ClassVar = [
        ("sent", _("居民自己交来的诉求，本人要求转交")),
        ("found", _("拾得物送交")),
        ("law", _("公安机关依法调取，有书面文书")),
    ]

    ground = models.CharField(_("依据"), max_length=6, choices=GROUNDS)
    paper = models.CharField(_("文书或诉求编号"), max_length=80)
    what = models.CharField(_("给了哪几类内容（不写具体内容）"), max_length=200)
    on = models.DateField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-on", "-id"]

    def __str__(self) -> str:
        return self.paper
