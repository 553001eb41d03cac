"""The days that depart from the national calendar, and the limits that run."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.rules import last_day
from linli.core.pages.bilingual import Title, for_reader, in_both
from linli.core.places.scope import CommunityRow
from linli.lib.calendar import Pause, Running, Unit, local_day
from linli.lib.identity.ids import new_id


class CalendarDay(models.Model):
    """One day as a community (or, without one, the whole instance) keeps it, over what the
    national calendar says. A row is changed, never deleted: `ordinary` says that the day is
    like any other of its weekday, also where the country says otherwise.
    """

    KINDS: ClassVar = [
        ("holiday", _("放假")),
        ("make_up", _("调休上班")),
        ("ordinary", _("按平常")),
    ]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    community = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    on = models.DateField(_("日期"))
    kind = models.CharField(_("这一天"), max_length=10, choices=KINDS)
    name = models.CharField(_("名称"), max_length=40)
    source = models.CharField(_("依据"), max_length=200, blank=True)
    # Grows with every change, so that a calendar already built knows whether it is still true.
    revision = models.PositiveIntegerField(editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "on"], name="calendar_day_community"),
            models.UniqueConstraint(
                fields=["on"], condition=Q(community__isnull=True), name="calendar_day_instance"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["holiday", "make_up", "ordinary"]),
                name="calendar_day_kind",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-revision"], name="calendar_day_revision")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who must act before a clock breaks: an account, or whoever holds a post (for a body)."""

    account: UUID | None = None
    post: str = ""
    body: UUID | None = None


class Clock(CommunityRow):
    """A limit that runs on a row of any domain, which it knows by kind and id only.

    `due_at` is the first moment that is too late (0:00 after the last day), None while the
    clock stands still. Missed and not yet settled means overdue. `private`: only the holder
    may know that the clock exists. `title` names the thing without anything about a person.
    """

    STATES: ClassVar = [
        ("running", _("计时中")),
        ("paused", _("已暂停")),
        ("met", _("按时完成")),
        ("missed", _("超期")),
        ("dropped", _("不再计时")),
    ]

    owner_kind = models.CharField(max_length=60)
    owner = models.UUIDField()
    name = models.CharField(max_length=40)
    unit = models.CharField(max_length=12, choices=[(unit.value, unit.value) for unit in Unit])
    length = models.PositiveSmallIntegerField()
    extended_by = models.PositiveSmallIntegerField(default=0)
    weekend_rolls = models.BooleanField(default=True)
    rule = models.CharField(max_length=80, blank=True)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    warn_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=STATES, default="running")
    settled_at = models.DateTimeField(null=True)
    holder_account = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, related_name="+"
    )
    holder_post = models.CharField(max_length=40, blank=True)
    holder_body = models.ForeignKey("access.Body", models.PROTECT, null=True, related_name="+")
    private = models.BooleanField(default=False)
    title = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120, blank=True, default="")
    url_name = models.CharField(max_length=80, blank=True)
    url_args = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "owner", "name"],
                condition=Q(settled_at__isnull=True),
                name="clock_runs_once",
            ),
            models.CheckConstraint(condition=Q(length__gte=1), name="clock_length"),
            models.CheckConstraint(
                condition=Q(unit__in=[unit.value for unit in Unit]), name="clock_unit"
            ),
            models.CheckConstraint(
                condition=Q(state="running", due_at__isnull=False, settled_at__isnull=True)
                | Q(state="paused", due_at__isnull=True, settled_at__isnull=True)
                | Q(state="met", settled_at__isnull=False)
                | Q(state="missed", due_at__isnull=False)
                | Q(state="dropped", settled_at__isnull=False),
                name="clock_state",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "due_at"], name="clock_state_due"),
            models.Index(fields=["community", "owner"], name="clock_owner"),
            # What is still open is little, however much was settled over the years.
            models.Index(
                fields=["community", "due_at", "id"],
                condition=Q(settled_at__isnull=True),
                name="clock_open",
            ),
            models.Index(
                fields=["community", "holder_account", "due_at"],
                condition=Q(settled_at__isnull=True),
                name="clock_holder",
            ),
            models.Index(fields=["warn_at"], name="clock_warn"),
            models.Index(fields=["state", "due_at"], name="clock_breaks"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.state}"

    @property
    def titles(self) -> Title:
        """The title in the languages it was given in."""
        return in_both(self.title, self.title_en) if self.title_en else self.title

    @property
    def heading(self) -> str:
        """The title in the reader's language."""
        return for_reader(self.titles)

    @property
    def holder(self) -> Holder:
        return Holder(self.holder_account_id, self.holder_post, self.holder_body_id)

    @property
    def is_open(self) -> bool:
        """Whether what it asks for is still to be done."""
        return self.settled_at is None

    @property
    def last_day(self) -> date | None:
        """The last day in time."""
        return last_day(self.due_at) if self.due_at else None

    def overdue(self, at: datetime) -> bool:
        """Whether it is past due and still open, also before time itself has noted it."""
        return self.is_open and self.due_at is not None and self.due_at <= at

    def running(self) -> Running:
        """The limit as the calendar counts it, with its pauses (prefetch them for many)."""
        pauses: tuple[Pause, ...] = tuple(
            (local_day(pause.paused_at), local_day(pause.resumed_at) if pause.resumed_at else None)
            for pause in sorted(self.pauses.all(), key=lambda pause: (pause.paused_at, pause.id))
        )
        return Running(
            local_day(self.started_at),
            self.length,
            Unit(self.unit),
            pauses,
            self.extended_by,
            self.weekend_rolls,
        )


class ClockExtension(CommunityRow):
    """That a clock was prolonged: by how many of its units, when, and why."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="extensions")
    at = models.DateTimeField()
    by = models.PositiveSmallIntegerField()
    reason = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(by__gte=1), name="clock_extension_by"),
            models.CheckConstraint(condition=~Q(reason=""), name="clock_extension_reason"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "clock"], name="clock_extension_clock")
        ]

    def __str__(self) -> str:
        return f"+{self.by}"


class ClockPause(CommunityRow):
    """A time during which a clock stood still, and why."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="pauses")
    paused_at = models.DateTimeField()
    resumed_at = models.DateTimeField(null=True)
    reason = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "clock"],
                condition=Q(resumed_at__isnull=True),
                name="clock_pause_open",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="clock_pause_reason"),
            models.CheckConstraint(
                condition=Q(resumed_at__isnull=True) | Q(resumed_at__gte=F("paused_at")),
                name="clock_pause_order",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "clock"], name="clock_pause_clock")]

    def __str__(self) -> str:
        return f"{self.paused_at:%F}–"
