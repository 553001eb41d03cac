"""The limits that run: how long, since when, who must act, and what happened to each."""

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


@dataclass(frozen=True, slots=True)
class Holder:
    """Who must act before a clock breaks: an account, or whoever holds a post (for a body)."""

    account: UUID | None = None
    post: str = ""
    body: UUID | None = None
    second: UUID | None = None
    """Of a closed row: who stands in for the account, named for this row alone."""


class Clock(CommunityRow):
    """A limit that runs on a row of any domain, which it knows by kind and id only.

    `due_at` is the first moment that is too late (0:00 after the last day), None while the
    clock stands still. Missed and not yet settled means overdue. `private`: only the holder
    may know that the clock exists. `closed`: it belongs to a closed row (`audit/closed.py`), is
    private, and shows to the account that holds it and to the one that account named for this
    very row (`second_account`), to nobody else and in no number. `quiet`: it breaks without a
    message. `waits_for`: the office that has the thing at present, while the holder stays
    answerable. `waiting`: it stands still
    or another office has it. `left_by`: whose it was
    until they left; nobody has been given it since. `title` names the thing without anything
    about a person.
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
    closed = models.BooleanField(default=False)
    second_account = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, related_name="+"
    )
    quiet = models.BooleanField(default=False)
    waits_for = models.CharField(max_length=120, blank=True, default="")
    waiting = models.BooleanField(default=False)
    left_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    left_at = models.DateTimeField(null=True)
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
                condition=Q(closed=False, second_account__isnull=True)
                | Q(closed=True, private=True, holder_post="", left_at__isnull=True),
                name="clock_closed",
            ),
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
            # What is still open is little, however much was settled over the years. Everybody's
            # list leaves out the private ones, so that one's own is not read through this index.
            models.Index(
                fields=["community", "due_at", "id"],
                condition=Q(settled_at__isnull=True, private=False),
                name="clock_open",
            ),
            # One for each way of holding, so that a home page reads a few rows of thousands.
            models.Index(
                fields=["community", "holder_account", "due_at", "id"],
                condition=Q(settled_at__isnull=True),
                name="clock_of_account",
            ),
            models.Index(
                fields=["community", "holder_post", "due_at", "id"],
                condition=Q(settled_at__isnull=True, holder_account__isnull=True),
                name="clock_of_post",
            ),
            models.Index(
                fields=["community", "holder_account", "started_at", "id"],
                condition=Q(settled_at__isnull=True, waiting=True),
                name="clock_waiting",
            ),
            models.Index(
                fields=["community", "holder_post", "started_at", "id"],
                condition=Q(settled_at__isnull=True, waiting=True, holder_account__isnull=True),
                name="clock_waiting_post",
            ),
            models.Index(
                fields=["community", "started_at", "id"],
                condition=Q(settled_at__isnull=True, waiting=True, private=False),
                name="clock_waiting_open",
            ),
            models.Index(
                fields=["community", "left_at", "id"],
                condition=Q(settled_at__isnull=True, left_at__isnull=False),
                name="clock_left",
            ),
            models.Index(
                fields=["community", "second_account", "due_at", "id"],
                condition=Q(settled_at__isnull=True, closed=True),
                name="clock_of_second",
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
        return Holder(
            self.holder_account_id, self.holder_post, self.holder_body_id, self.second_account_id
        )

    @property
    def is_closed(self) -> bool:
        """Whether what is done to it belongs into the closed book."""
        return self.closed

    @property
    def is_open(self) -> bool:
        """Whether what it asks for is still to be done."""
        return self.settled_at is None

    @property
    def last_day(self) -> date | None:
        """The last day in time."""
        return last_day(self.due_at) if self.due_at else None

    def now_waiting(self) -> bool:
        """Sets and says whether it stands still or another office has it."""
        self.waiting = self.state == "paused" or bool(self.waits_for)
        return self.waiting

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


class ClockHandover(CommunityRow):
    """That somebody else must act from now on: from whom, to whom, when, and why."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="handovers")
    at = models.DateTimeField()
    from_account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    from_post = models.CharField(max_length=40, blank=True)
    to_account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    to_post = models.CharField(max_length=40, blank=True)
    reason = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="clock_handover_reason")
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "clock"], name="clock_handover_clock")
        ]

    def __str__(self) -> str:
        return f"{self.at:%F}"
