"""Who was expected, who came, who spoke."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Expected(CommunityRow):
    """Somebody the domain expects in a capacity. `slip` is the code on the invitation: at the
    door it says who it is, and away from the door it opens nothing. `group` orders the lists (a
    residents' group, a building); never finer."""

    gathering = models.ForeignKey("gathering.Gathering", models.CASCADE, related_name="expected")
    capacity = models.CharField(max_length=30)
    name = models.CharField(_("姓名"), max_length=80, blank=True)
    name_keys = models.CharField(max_length=400, blank=True, editable=False)
    group = models.CharField(max_length=80, blank=True)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    slip = models.CharField(max_length=24, editable=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "gathering", "capacity", "person"],
                condition=Q(person__isnull=False),
                name="expected_person_once",
            ),
            models.UniqueConstraint(
                fields=["community", "gathering", "capacity", "account"],
                condition=Q(account__isnull=False),
                name="expected_account_once",
            ),
            models.UniqueConstraint(fields=["community", "slip"], name="expected_slip"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "gathering", "capacity", "name"], name="expected_list"
            )
        ]

    def __str__(self) -> str:
        return f"expected {self.pk}"


class Attendance(CommunityRow):
    """Somebody came, in one capacity, once. `way`: how they were signed in. Who leaves before
    the end has `left_at` and no longer counts as present."""

    WAYS: ClassVar = [
        ("desk", _("签到台")),
        ("slip", _("邀请单")),
        ("account", _("扫会场的码")),
    ]

    gathering = models.ForeignKey("gathering.Gathering", models.CASCADE, related_name="attendances")
    capacity = models.CharField(max_length=30)
    expected = models.ForeignKey(Expected, models.SET_NULL, null=True, related_name="attendances")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = models.CharField(_("姓名"), max_length=80, blank=True)
    way = models.CharField(max_length=8, choices=WAYS)
    at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "gathering", "expected"],
                condition=Q(expected__isnull=False),
                name="attendance_expected_once",
            ),
            models.UniqueConstraint(
                fields=["community", "gathering", "capacity", "person"],
                condition=Q(person__isnull=False),
                name="attendance_person_once",
            ),
            models.UniqueConstraint(
                fields=["community", "gathering", "capacity", "account"],
                condition=Q(account__isnull=False),
                name="attendance_account_once",
            ),
            models.UniqueConstraint(
                fields=["community", "gathering", "capacity", "name"],
                condition=Q(expected__isnull=True, person__isnull=True, account__isnull=True)
                & ~Q(name=""),
                name="attendance_name_once",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("at")),
                name="attendance_left_after",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "gathering", "-at"], name="attendance_latest")
        ]

    def __str__(self) -> str:
        return f"{self.capacity} {self.at:%F %R}"


class Speech(CommunityRow):
    """Somebody asked to speak on an item, in their order, and what they said in short."""

    gathering = models.ForeignKey("gathering.Gathering", models.CASCADE, related_name="speeches")
    item = models.ForeignKey(
        "gathering.AgendaItem", models.CASCADE, null=True, related_name="speeches"
    )
    attendance = models.ForeignKey(Attendance, models.SET_NULL, null=True, related_name="speeches")
    capacity = models.CharField(max_length=30)
    name = models.CharField(_("姓名"), max_length=80, blank=True)
    asked_at = models.DateTimeField()
    spoke_at = models.DateTimeField(null=True)
    gist = models.TextField(_("发言要点"), max_length=4000, blank=True)

    class Meta:
        ordering: ClassVar = ["asked_at", "id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(spoke_at__isnull=True) | Q(spoke_at__gte=F("asked_at")),
                name="speech_after_asking",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "gathering", "asked_at"], name="speech_order")
        ]

    def __str__(self) -> str:
        return f"{self.capacity} {self.asked_at:%F %R}"
