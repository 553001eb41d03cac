"""Hours served, and the paper that proves them."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.core.places.walls import append_only
from linli.service.volunteering import words
from linli.service.volunteering.models.calls import Shift
from linli.service.volunteering.models.volunteers import Volunteer


class ServiceRecord(CommunityRow):
    """One service of one volunteer, confirmed. Rows are added and neither changed nor taken away;
    a correction is a further row that says what is added or taken off (`half_hours` may be less
    than nothing) and which row it mends. It names nobody: who was served is a kind of people."""

    volunteer = models.ForeignKey(
        Volunteer, models.PROTECT, related_name="records", db_constraint=False
    )
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="records", db_constraint=False)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="corrections", db_constraint=False
    )
    activity = models.CharField(max_length=80)
    place = models.CharField(max_length=120)
    served = models.CharField(max_length=10, choices=words.SERVED)
    content = models.CharField(max_length=8, choices=words.KINDS)
    on = models.DateField()
    minutes = models.PositiveIntegerField()
    half_hours = models.SmallIntegerField()
    training = models.CharField(max_length=12, choices=words.TRAININGS, blank=True)
    evaluation = models.CharField(max_length=9, choices=words.EVALUATIONS)
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "shift", "volunteer"],
                condition=Q(corrects__isnull=True),
                name="service_once",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=False) | Q(half_hours__gt=0, reason=""),
                name="service_hours",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""), name="service_reason"
            ),
            *append_only("service_record"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "volunteer", "on"], name="service_of_volunteer"),
            models.Index(fields=["community", "on"], name="service_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.half_hours}"


class HoursCertificate(CommunityRow):
    """A certificate of volunteer service record: asked for by the volunteer, free. It holds its
    period and sum as they stood; the name is read from the roster when it is printed. `code` is
    on the paper: with the number it proves the paper to whoever is shown it."""

    STATES: ClassVar = [
        ("asked", _("等出具")),
        ("issued", _("出具了")),
        ("revoked", _("作废了")),
    ]
    TONES: ClassVar = {"asked": "waiting", "issued": "done", "revoked": "stopped"}

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="certificates")
    state = models.CharField(max_length=7, choices=STATES, default="asked")
    since = models.DateField(_("从哪天起"))
    until = models.DateField(_("到哪天为止"))
    asked_at = models.DateTimeField()
    year = models.PositiveSmallIntegerField(null=True)
    serial = models.PositiveIntegerField(null=True)
    half_hours = models.PositiveIntegerField(null=True)
    times = models.PositiveIntegerField(null=True)
    code = models.CharField(max_length=14, blank=True)
    issued_on = models.DateField(null=True)
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    handler = models.CharField(_("经办人"), max_length=40, blank=True)
    responsible = models.CharField(_("负责人"), max_length=40, blank=True)
    phone = models.CharField(_("联系电话"), max_length=30, blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_for = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="hours_certificate_number"
            ),
            models.UniqueConstraint(
                fields=["community", "code"], condition=~Q(code=""), name="hours_certificate_code"
            ),
            models.CheckConstraint(
                condition=Q(state="asked")
                | Q(serial__isnull=False, half_hours__gt=0, issued_on__isnull=False),
                name="hours_certificate_whole",
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="hours_certificate_term"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "asked_at"], name="hours_certificate_state"),
            models.Index(fields=["community", "volunteer"], name="hours_certificate_of"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """As it stands on the paper: 2026-0017; nothing before it is issued."""
        return f"{self.year}-{self.serial:04}" if self.serial else ""

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return self.TONES[self.state]
