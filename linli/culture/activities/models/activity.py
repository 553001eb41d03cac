"""What takes place: one course, club, lecture or festival with all its dates, and its pictures."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.culture.activities.flows import ACTIVITY
from linli.culture.activities.words import AUDIENCES, CONSENTS, KINDS, PRICES, RHYTHMS, TOPICS
from linli.lib.calendar.series import Series
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version


class Term(CommunityRow):
    """A term of courses: first and last day, both included."""

    name = models.CharField(_("学期"), max_length=40)
    since = models.DateField(_("第一天"))
    until = models.DateField(_("最后一天"))

    class Meta:
        ordering: ClassVar = ["-since"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "name"], name="term_name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="term_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Activity(FlowRow):
    """One thing that takes place, however often: its dates are the `occasions` of its sheet, drawn
    from the rhythm kept here; what was left out (`without`) and added (`also`) stays part of the
    one record. `venue_key`: the facility it takes place in, told by whoever keeps those; `venue` is
    what people read. `step_free`, `hearing`, `quiet` say how it is; None: not looked at. `expected`
    people decide whether the law asks a licence (`licence`, or the day it was `applied_on`). Where
    nobody signs up (`by_signup` false) whoever comes is counted: `heads`, over all dates, beside
    the names ticked. `heads` and `told`, the words of the brief, are written when it is closed."""

    flow = ACTIVITY
    touched: Any = ()
    """On what an act gives back: the dates it added, moved or called off."""

    kind = models.CharField(_("类型"), max_length=12, choices=KINDS)
    topic = models.CharField(_("哪方面"), max_length=12, choices=TOPICS)
    audience = models.CharField(_("适合"), max_length=9, choices=AUDIENCES, default="everyone")
    title = models.CharField(_("名称"), max_length=60)
    about = models.TextField(_("讲什么、做什么"), max_length=1500)
    bring = models.CharField(_("要带什么"), max_length=200, blank=True)
    organiser = models.CharField(_("谁办的"), max_length=80)
    ask_at = models.CharField(_("到哪里问"), max_length=120, blank=True)
    lead = models.ForeignKey(
        "activities.Teacher", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    term = models.ForeignKey(Term, models.PROTECT, null=True, blank=True, related_name="activities")
    price = models.CharField(_("收费"), max_length=4, choices=PRICES, default="free")
    fen = models.PositiveIntegerField(_("每人多少钱（分）"), null=True, blank=True)
    expected = models.PositiveIntegerField(_("预计多少人"), null=True, blank=True)
    licence = models.CharField(_("大型活动许可编号"), max_length=60, blank=True)
    applied_on = models.DateField(_("哪一天申请的许可"), null=True, blank=True)
    step_free = models.BooleanField(_("无台阶"), null=True, blank=True)
    hearing = models.BooleanField(_("有助听设备"), null=True, blank=True)
    quiet = models.BooleanField(_("安静时段"), null=True, blank=True)
    access_note = models.CharField(_("怎么进去"), max_length=200, blank=True)
    venue = models.CharField(_("地点"), max_length=120)
    venue_key = models.UUIDField(null=True, blank=True)

    first = models.DateField(_("第一次"))
    starts = models.TimeField(_("几点开始"))
    minutes = models.PositiveSmallIntegerField(_("多少分钟"))
    every = models.CharField(_("多久一次"), max_length=16, choices=RHYTHMS, default="once")
    weekdays = models.JSONField(_("星期几"), default=list, blank=True)
    until = models.DateField(_("到哪一天为止"), null=True, blank=True)
    times = models.PositiveSmallIntegerField(_("一共几次"), null=True, blank=True)
    without = models.JSONField(_("哪些天不办"), default=list, blank=True)
    also = models.JSONField(_("哪些天加办"), default=list, blank=True)
    through_holidays = models.BooleanField(_("节假日照常"), default=False)

    sheet = models.OneToOneField("signup.Sheet", models.PROTECT, related_name="+")
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    drafted_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    announced_at = models.DateTimeField(null=True, editable=False)
    by_signup = models.BooleanField(_("要报名"), default=True)
    heads = models.PositiveIntegerField(_("没有报名来的人数"), null=True, blank=True)
    told = models.TextField(_("简报里的话"), max_length=600, blank=True)
    closed_at = models.DateTimeField(null=True, editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(ACTIVITY, "activity_state"),
            models.CheckConstraint(
                condition=Q(kind__in=[code for code, _words in KINDS]), name="activity_kind"
            ),
            models.CheckConstraint(
                condition=Q(price="free", fen__isnull=True) | (~Q(price="free") & Q(fen__gt=0)),
                name="activity_price",
            ),
            models.CheckConstraint(condition=Q(minutes__gte=1), name="activity_minutes"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-announced_at"], name="activity_by_state"),
            models.Index(fields=["community", "venue_key"], name="activity_at_venue"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def series(self) -> Series:
        """The rhythm with its exceptions. SeriesTooLong where it has no end."""
        return Series(
            first=self.first,
            starts=self.starts,
            minutes=self.minutes,
            every=self.every,
            weekdays=tuple(self.weekdays),
            until=self.until,
            times=self.times,
            without=frozenset(date.fromisoformat(day) for day in self.without),
            also=frozenset(date.fromisoformat(day) for day in self.also),
            through_holidays=self.through_holidays,
        )

    @property
    def is_public(self) -> bool:
        """Whether everybody may read of it: once it was announced, also where it fell out."""
        return self.announced_at is not None


class ActivityStep(StepRow):
    """One step of an activity."""

    case = models.ForeignKey(Activity, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("activitystep_version")]


class Picture(CommunityRow):
    """A photograph of an activity. Nothing is kept that shows a face without the consent of
    everybody shown: whoever brings it says which of the two it is (`consent`)."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="pictures")
    consent = models.CharField(_("照片里的人"), max_length=9, choices=CONSENTS)
    caption = models.CharField(_("照片说明"), max_length=80)
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(consent__in=[code for code, _words in CONSENTS]),
                name="picture_consent",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "activity", "at"], name="picture_of_activity")
        ]

    def __str__(self) -> str:
        return self.caption
