"""A sheet people put their names on, and the dates it is for."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.kinds import SheetKind, kind_named


class Sheet(CommunityRow):
    """One list for one thing. `seats`: how many there are (none: as many as come), `taken`: how
    many are held, which the database itself keeps below them. `offer_hours`: how long a place that
    became free is kept for whoever is next. `guarded` sheets ask everybody's age; others ask it
    only where there is a limit. `seed_digest` is shown before a lot, `seed` after it. `version`
    grows with every change of state."""

    WAYS: ClassVar = [(rules.FIRST_COME, _("先到先得")), (rules.BY_LOT, _("报名截止后抽签"))]
    STATES: ClassVar = [
        (rules.DRAFT, _("还没有开放")),
        (rules.OPEN, _("报名中")),
        (rules.CLOSED, _("报名截止")),
        (rules.CANCELLED, _("已取消")),
    ]
    TONES: ClassVar = {
        rules.DRAFT: "new",
        rules.OPEN: "open",
        rules.CLOSED: "done",
        rules.CANCELLED: "stopped",
    }

    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=120)
    state = models.CharField(max_length=9, choices=STATES, default=rules.DRAFT)
    version = models.PositiveIntegerField(default=1)
    way = models.CharField(_("怎么排先后"), max_length=10, choices=WAYS, default=rules.FIRST_COME)
    seats = models.PositiveIntegerField(_("名额"), null=True, blank=True)
    taken = models.PositiveIntegerField(default=0, editable=False)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    waiting_most = models.PositiveIntegerField(_("候补最多多少人"), null=True, blank=True)
    most_each = models.PositiveSmallIntegerField(_("一次最多报几个人"), default=1)
    opens_at = models.DateTimeField(_("几时开始报名"), null=True, blank=True)
    closes_at = models.DateTimeField(_("几时截止"), null=True, blank=True)
    offer_hours = models.PositiveSmallIntegerField(_("候补有空位时保留多少小时"), default=24)
    age_from = models.PositiveSmallIntegerField(_("最小年龄"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("最大年龄"), null=True, blank=True)
    guarded = models.BooleanField(default=False)
    seed_digest = models.CharField(max_length=64, blank=True, editable=False)
    seed = models.CharField(max_length=64, blank=True, editable=False)
    drawn = models.JSONField(default=list, editable=False)
    draw_word = models.CharField(max_length=40, blank=True, editable=False)
    drawn_at = models.DateTimeField(null=True, editable=False)
    cancelled_for = models.CharField(_("取消的原因"), max_length=400, blank=True)
    settled_at = models.DateTimeField(null=True, editable=False)
    forgotten_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(state__in=rules.STATES), name="sheet_state"),
            models.CheckConstraint(condition=Q(way__in=rules.WAYS), name="sheet_way"),
            models.CheckConstraint(
                condition=Q(seats__isnull=True) | Q(taken__lte=F("seats")),
                name="sheet_never_overfull",
            ),
            models.CheckConstraint(
                condition=Q(most_each__gte=1, most_each__lte=rules.MOST_EACH),
                name="sheet_most_each",
            ),
            models.CheckConstraint(
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_from__lte=F("age_to")),
                name="sheet_ages",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "state"], name="sheet_kind"),
            # For the clock, which looks everywhere.
            models.Index(
                fields=["settled_at"], condition=Q(forgotten_at__isnull=True), name="sheet_settled"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def sort(self) -> SheetKind:
        """What its domain said of such sheets."""
        return kind_named(self.kind)

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return self.TONES[self.state]

    @property
    def left(self) -> int | None:
        """How many places are free; None where there is no limit."""
        return None if self.seats is None else self.seats - self.taken

    @property
    def is_by_lot(self) -> bool:
        """Whether a lot decides who gets a place."""
        return self.way == rules.BY_LOT

    @property
    def asks_age(self) -> bool:
        """Whether whoever signs says how old they are."""
        return self.guarded or self.age_from is not None or self.age_to is not None


class Occasion(CommunityRow):
    """One date of a sheet. `sequence` grows when it is moved or called off, as calendars ask
    (RFC 5545 3.8.7.4); a date called off stays, so that every calendar hears of it."""

    STATES: ClassVar = [
        (rules.PLANNED, _("按计划")),
        (rules.HELD, _("已举行")),
        (rules.CALLED_OFF, _("已取消")),
    ]
    TONES: ClassVar = {rules.PLANNED: "open", rules.HELD: "done", rules.CALLED_OFF: "stopped"}

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="occasions")
    number = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField(_("开始"))
    ends_at = models.DateTimeField(_("结束"))
    venue = models.CharField(_("地点"), max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=STATES, default=rules.PLANNED)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    called_off_for = models.CharField(_("取消的原因"), max_length=400, blank=True)
    marked_at = models.DateTimeField(null=True)
    late_names = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering: ClassVar = ["starts_at", "number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "sheet", "number"], name="occasion_number"
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="occasion_order"),
            models.CheckConstraint(
                condition=Q(state__in=[rules.PLANNED, rules.HELD, rules.CALLED_OFF]),
                name="occasion_state",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "starts_at"], name="occasion_coming"),
            models.Index(fields=["community", "sheet", "starts_at"], name="occasion_of_sheet"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.starts_at:%F %R}"

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return self.TONES[self.state]

    @property
    def minutes(self) -> int:
        """How long it lasts, in minutes."""
        return int((self.ends_at - self.starts_at).total_seconds() // 60)
