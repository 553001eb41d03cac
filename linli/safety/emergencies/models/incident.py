"""An incident, and what is collected while it lasts. What is about persons is sealed by the
incident's own key and goes with it (突发事件应对法 84, 85)."""

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.keys import new_data_key
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow, CommunityRow
from linli.core.places.walls import Wall, append_only
from linli.safety.emergencies.models.cards import HOW, HelpCard, needs_in_words
from linli.safety.emergencies.models.places import RISKS, Shelter

INCIDENT_KINDS = [
    *RISKS,
    ("quake", _("地震")),
    ("storm", _("大风、雷暴")),
    ("heat", _("高温、寒潮")),
]
LEVELS = [
    ("blue", _("蓝色（四级）")),
    ("yellow", _("黄色（三级）")),
    ("orange", _("橙色（二级）")),
    ("red", _("红色（一级）")),
    ("none", _("没有发布级别")),
]
DOOR_STATES = [
    ("open", _("还没去")),
    ("home", _("敲开了，在家平安")),
    ("moved", _("已转移到亲友处")),
    ("shelter", _("已送到避难场所")),
    ("nobody", _("没有人应门")),
    ("declined", _("本人说不用")),
]
TASK_STATES = [("todo", _("要做")), ("doing", _("在做")), ("done", _("做完"))]


class Incident(CommunityRow):
    """One incident. `destroy_on` is set when it begins; on that day if it is over by then, else
    once it is, or when two have said so after the end, everything collected about persons is
    destroyed: `key` first. `key` is sealed by the closed ring, not the people's."""

    kind = models.CharField(_("什么事"), max_length=6, choices=INCIDENT_KINDS)
    level = models.CharField(_("级别"), max_length=6, choices=LEVELS)
    title = models.CharField(_("名称"), max_length=80)
    ground = models.CharField(_("依据（谁发布的预警、哪份通知）"), max_length=200)
    state = models.CharField(max_length=9, default="running")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    destroy_on = models.DateField()
    key = SealedTextField(keys="casework", default=new_data_key, blank=True)
    ended_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True)
    told_on = models.DateField(null=True, editable=False)
    sums = models.JSONField(default=dict, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-begun_at", "-id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state="running", ended_at__isnull=True)
                | Q(state__in=["over", "destroyed"], ended_at__isnull=False),
                name="emergency_incident_state",
            ),
            models.CheckConstraint(
                condition=~Q(state="destroyed") | Q(key=""), name="emergency_incident_key_gone"
            ),
            Wall(
                name="emergency_incident_no_way_back",
                event="UPDATE",
                when="OLD.state = 'destroyed' AND NEW.state <> 'destroyed'",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-begun_at"], name="emergency_incident_newest"),
            models.Index(
                fields=["destroy_on"], condition=~Q(state="destroyed"), name="emergency_destroy"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_running(self) -> bool:
        return self.state == "running"

    @property
    def state_words(self) -> tuple[Any, str]:
        """The state in words, with the tone it bears."""
        return {
            "running": (_("进行中"), "late"),
            "over": (_("已结束，名单待销毁"), "soon"),
            "destroyed": (_("名单已销毁"), "done"),
        }[self.state]


class IncidentPlace(CommunityRow):
    """A compound or building it touches."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="places")
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "incident", "place"], name="emergency_incidentplace_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.place_id)


class Door(ClosedRow):
    """Somebody who asked for help: copied from their card, or asked while it lasts (`card` none;
    `account`: who asked signed in, once). Where a card is taken back, its doors go with it."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="doors")
    card = models.ForeignKey(HelpCard, models.CASCADE, null=True, related_name="doors")
    account = models.ForeignKey("access.Account", models.CASCADE, null=True, related_name="+")
    building = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    door = SealedTextField(_("住房"), under="incident")
    name = SealedTextField(_("怎么称呼"), under="incident")
    needs = SealedTextField(_("要什么帮助"), under="incident")
    phone = SealedTextField(_("电话"), under="incident", blank=True, default="")
    holder = SealedTextField(_("谁有钥匙、怎么联系"), under="incident", blank=True, default="")
    how = models.CharField(_("怎样同意的"), max_length=6, choices=HOW)
    state = models.CharField(_("怎么样"), max_length=8, choices=DOOR_STATES, default="open")
    shelter = models.ForeignKey(Shelter, models.PROTECT, null=True, related_name="+")
    put_at = models.DateTimeField()
    ticked_at = models.DateTimeField(null=True)
    ticked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["put_at", "id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "incident", "card"],
                condition=Q(card__isnull=False),
                name="emergency_door_card_once",
            ),
            models.UniqueConstraint(
                fields=["community", "incident", "account"],
                condition=Q(account__isnull=False),
                name="emergency_door_account_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[key for key, _title in DOOR_STATES]),
                name="emergency_door_state",
            ),
            models.CheckConstraint(
                condition=Q(state="shelter") | Q(shelter__isnull=True),
                name="emergency_door_shelter",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "incident", "building"], name="emergency_door_list")
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def need_words(self) -> list[Any]:
        """What is needed, in words."""
        return needs_in_words(json.loads(self.needs or "[]"))


class DoorTick(ClosedRow):
    """One tick at a door: never changed, gone with the door."""

    door = models.ForeignKey(Door, models.CASCADE, related_name="ticks")
    state = models.CharField(max_length=8)
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    from_paper = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return self.state


class IncidentTask(CommunityRow):
    """Something to be done at a building, or anywhere; about no person."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="tasks")
    building = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("做什么"), max_length=120)
    who = models.ForeignKey("emergencies.Contact", models.SET_NULL, null=True, related_name="+")
    state = models.CharField(_("怎么样"), max_length=5, choices=TASK_STATES, default="todo")
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["changed_at", "id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state__in=["todo", "doing", "done"]), name="emergency_task_state"
            )
        ]

    def __str__(self) -> str:
        return self.title


class HeadCount(CommunityRow):
    """How many were in a shelter at a moment."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="heads")
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+")
    heads = models.PositiveSmallIntegerField(_("现在多少人"))
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return str(self.heads)


class LogLine(ClosedRow):
    """One line of the log: when it was, what it was. Added and never changed; it may say where
    somebody was found, so it is sealed and goes with the incident."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="lines")
    said = SealedTextField(_("发生了什么"), under="incident")
    at = models.DateTimeField()
    written_at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["at", "written_at"]
        constraints: ClassVar[list[Any]] = [
            Wall(
                name="emergency_logline_never_changed",
                event="UPDATE",
                when="OLD.said <> NEW.said OR OLD.at <> NEW.at",
            ),
            models.CheckConstraint(
                condition=Q(written_at__gte=F("at")), name="emergency_logline_order"
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"


class Certificate(CommunityRow):
    """That what an incident had collected about persons was destroyed: how many rows of each
    kind, the check value of the list of their ids, when, and by which two hands (none: its day
    had come). No name, no door; it stays."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="certificates")
    why = models.CharField(
        max_length=9, choices=[("day", _("销毁日期到了")), ("two", _("两人确认"))]
    )
    at = models.DateTimeField()
    counts = models.JSONField()
    sha256 = models.CharField(max_length=64)
    asked_by = models.ForeignKey("access.Account", models.PROTECT, null=True, related_name="+")
    confirmed_by = models.ForeignKey("access.Account", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "incident"], name="emergency_certificate_once"
            ),
            models.CheckConstraint(
                condition=Q(why="day", confirmed_by__isnull=True)
                | Q(why="two", asked_by__isnull=False, confirmed_by__isnull=False)
                & ~Q(asked_by=F("confirmed_by")),
                name="emergency_certificate_two_hands",
            ),
            *append_only("emergency_certificate"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%F}"
