"""Reminders and service cards: closed rows, loaded by the person and by the workers they wished to
be told by; and the counts of a month, which say nothing of anybody."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow, CommunityRow
from linli.service.catalogue.reminders.kinds import Kind, kinds, kinds_to_choose
from linli.service.catalogue.reminders.rules import Turn

AGREED = [
    ("online", _("本人在网上确认")),
    ("spoken", _("当面口头同意，有经办人记录")),
    ("phone", _("在电话里同意，有经办人记录")),
    ("signed", _("本人签字")),
]
WISHES = {
    "health": _("健康：家庭医生、体检和讲座"),
    "activities": _("活动和兴趣小组"),
    "certification": _("待遇资格认证到期提醒"),
    "mutual_aid": _("邻里互助"),
    "volunteering": _("做志愿服务"),
}
"""What may be wished for on a service card."""


class Reminder(ClosedRow):
    """What one person wishes to be reminded of. `day` and `number`: what the turn is reckoned from
    (`rules.Turn`); `opens_on` and `due_on` are that turn's, inclusive. `call`: they wish to be rung
    up under `phone`. `told`: how often they were told of this turn; `called`, `called_on`, `tries`:
    how the calls of this turn went. `paused`: nothing is told until they say so."""

    is_closed = True
    CALLED: ClassVar = [
        ("", _("还没打")),
        ("reached", _("打通了")),
        ("no_answer", _("没人接，再打")),
    ]

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30, choices=kinds_to_choose)
    day = models.DateField()
    number = models.PositiveSmallIntegerField(default=0)
    opens_on = models.DateField()
    due_on = models.DateField()
    call = models.BooleanField(default=False)
    phone = SealedTextField(_("提醒时打的电话"), keys="casework", blank=True, default="")
    note = SealedTextField(_("想记住的"), keys="casework", blank=True, default="")
    agreed = models.CharField(max_length=7, choices=AGREED)
    set_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField()
    paused = models.BooleanField(default=False)
    told = models.PositiveSmallIntegerField(default=0)
    told_on = models.DateField(null=True)
    called = models.CharField(max_length=9, blank=True, choices=CALLED)
    called_on = models.DateField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    done_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "person", "kind"], name="reminder_once"),
            models.CheckConstraint(
                condition=Q(opens_on__lte=models.F("due_on")), name="reminder_order"
            ),
            models.CheckConstraint(
                condition=Q(call=False) | ~Q(phone=""), name="reminder_call_has_number"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "opens_on"], name="reminder_month"),
            models.Index(
                fields=["opens_on"], condition=Q(paused=False, told__lt=2), name="reminder_to_tell"
            ),
            models.Index(fields=["due_on"], name="reminder_past"),
        ]

    def __str__(self) -> str:
        return f"reminder {self.pk}"

    @property
    def of(self) -> Kind:
        """Its kind."""
        return kinds()[self.kind]

    @property
    def turn(self) -> Turn:
        """The turn it stands at."""
        return Turn(self.day, self.number, self.opens_on, self.due_on)

    def stand_at(self, turn: Turn) -> None:
        """Moves it to a turn; what was told and rung of the one before is over."""
        self.day, self.number = turn.day, turn.number
        self.opens_on, self.due_on = turn.opens, turn.due
        self.told = self.tries = 0
        self.told_on = self.called_on = None
        self.called = ""

    def is_open(self, on: date) -> bool:
        """Whether its time has come."""
        return self.opens_on <= on and not self.paused


class ServiceCard(ClosedRow):
    """How somebody wishes to be met here. Every field can stay empty: a card of nothing is a card,
    and whoever has one is served like whoever has none. `wishes`: keys of WISHES."""

    is_closed = True
    SOURCES: ClassVar = [
        ("handed_over", _("企业退休人员，移交来的")),
        ("newcomer", _("新搬来的")),
        ("asked", _("自己要的")),
    ]

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    source = models.CharField(max_length=11, choices=SOURCES)
    reach = SealedTextField(_("怎样联系"), keys="casework", blank=True, default="")
    employer = SealedTextField(_("原单位"), keys="casework", blank=True, default="")
    wishes = SealedTextField(_("希望得到的服务"), keys="casework", blank=True, default="")
    agreed = models.CharField(max_length=7, choices=AGREED)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    welcomed_on = models.DateField(null=True)
    welcomed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    kept_on = models.DateField()
    asked_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "person"], name="service_card_once"),
            models.CheckConstraint(
                condition=Q(welcomed_on__isnull=False) | Q(welcomed_by__isnull=True),
                name="service_card_welcome",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["kept_on"], name="service_card_to_ask")]

    def __str__(self) -> str:
        return f"service card {self.pk}"

    @property
    def wished(self) -> list[str]:
        """The keys of what is wished for."""
        return [key for key in self.wishes.split() if key in WISHES]


class ServiceCount(CommunityRow):
    """How often in a month somebody was reminded, rung or welcomed, by kind. Of nobody: it stays
    when the rows it was counted from are destroyed."""

    month = models.DateField()
    what = models.CharField(max_length=50)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "month", "what"], name="service_count_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.month:%Y-%m}"
