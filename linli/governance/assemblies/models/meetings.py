"""A meeting: which body, counted how, what it takes up, and what was studied before."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.assemblies.words import BASES, BODIES, MATTERS
from linli.lib.calendar import local_day


class Assembly(CommunityRow):
    """A residents' assembly or a representatives' meeting. How it stands is its gathering's.

    `counted_by`: an assembly counts residents of eighteen and over, or household
    representatives; a representatives' meeting its members. `base` is that figure, frozen when
    the notice went out; for a representatives' meeting `representatives` of it.
    """

    gathering = models.OneToOneField("gathering.Gathering", models.PROTECT, related_name="+")
    body = models.CharField(_("会议"), max_length=24, choices=BODIES)
    counted_by = models.CharField(_("到会人数怎么算"), max_length=16, choices=BASES)
    base = models.PositiveIntegerField(null=True)
    figure = models.ForeignKey("assemblies.Figure", models.PROTECT, null=True, related_name="+")
    representatives = models.PositiveIntegerField(default=0)
    petition = models.ForeignKey(
        "assemblies.Petition", models.PROTECT, null=True, related_name="meetings"
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(body="assembly", counted_by__in=["residents", "households"])
                | Q(body="representatives_meeting", counted_by="representatives"),
                name="assembly_counted_by",
            ),
            models.CheckConstraint(
                condition=Q(base__isnull=True) | Q(base__gte=F("representatives")),
                name="assembly_base",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "body"], name="assembly_body")]

    def __str__(self) -> str:
        return f"{self.body} {self.pk}"

    @property
    def meets_on(self) -> date:
        """The day it is held."""
        return local_day(self.gathering.starts_at)


class Topic(CommunityRow):
    """Something a meeting takes up. A reserved matter (`matter`) is the assembly's alone, unless
    it authorised the meeting. `item` is its place on the agenda once the notice went out; `poll`
    the secret vote on it among those present, where they vote on their phones."""

    assembly = models.ForeignKey(Assembly, models.CASCADE, related_name="topics")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(_("议题"), max_length=120)
    text = models.TextField(_("说明"), max_length=4000, blank=True)
    presenter = models.CharField(_("报告人"), max_length=40, blank=True)
    decides = models.BooleanField(_("需要表决"), default=True)
    matter = models.CharField(_("属于"), max_length=16, choices=MATTERS, default="other")
    way = models.CharField(
        _("表决方式"),
        max_length=8,
        choices=[("hands", _("举手表决")), ("secret", _("无记名投票"))],
        default="hands",
    )
    authorisation = models.ForeignKey(
        "assemblies.Authorisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.ForeignKey(
        "assemblies.Version", models.PROTECT, null=True, blank=True, related_name="topics"
    )
    alters = models.ForeignKey(
        "assemblies.Resolution", models.PROTECT, null=True, blank=True, related_name="altered_by"
    )
    alters_how = models.CharField(
        max_length=8, choices=[("change", _("变更")), ("revoke", _("撤销"))], blank=True
    )
    poll = models.ForeignKey("ballot.Poll", models.PROTECT, null=True, related_name="+")
    item = models.OneToOneField("gathering.AgendaItem", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "assembly", "order"], name="topic_order"),
            models.CheckConstraint(
                condition=Q(alters__isnull=True, alters_how="")
                | Q(alters__isnull=False, alters_how__in=["change", "revoke"]),
                name="topic_alters",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order} {self.matter}"


class Study(CommunityRow):
    """That the community Party organisation studied a matter before the meeting (art. 30): a
    step of its own, with its day and its opinion. It holds no votes and can fill in none."""

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="study")
    on = models.DateField(_("研究日期"))
    by = models.CharField(_("哪个党组织"), max_length=80)
    opinion = models.TextField(_("研究意见"), max_length=2000)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "topic"], name="study_once")
        ]

    def __str__(self) -> str:
        return f"{self.on}"


class Duty(CommunityRow):
    """That a representatives' meeting is due in this half-year (art. 28). A clock runs on it."""

    first_day = models.DateField()
    last_day = models.DateField()
    held_by = models.ForeignKey(Assembly, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "first_day"], name="duty_half_year"),
            models.CheckConstraint(
                condition=Q(last_day__gt=F("first_day")), name="duty_runs_forward"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day}–{self.last_day}"
