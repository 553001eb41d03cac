"""One gathering, from its preparation to its signed minutes."""

from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.gathering import rules
from linli.mechanisms.gathering.kinds import GatheringKind, kind_named


class Gathering(CommunityRow):
    """People asked to come to a place at a time, for an agenda.

    The domain owns the row that points here. `kind` names what the domain registered of such
    gatherings; `bases` are the figures it counts against, frozen by it, by name (residents of
    18 and over, members). `notice_days` are counted after CC 201; fewer than the law asks stand
    only with `urgent_reason`. `door_code` is in the QR code at the door: whoever is there has it.
    `version` grows with every change of state, so that of two who act at once one wins.
    """

    STATES: ClassVar = [
        (rules.PREPARED, _("筹备中")),
        (rules.CALLED, _("已通知")),
        (rules.OPEN, _("开会中")),
        (rules.CLOSED, _("已散会")),
        (rules.MINUTED, _("记录已签字")),
        (rules.CANCELLED, _("已取消")),
    ]
    TONES: ClassVar = {
        rules.PREPARED: "new",
        rules.CALLED: "waiting",
        rules.OPEN: "open",
        rules.CLOSED: "soon",
        rules.MINUTED: "done",
        rules.CANCELLED: "stopped",
    }

    kind = models.CharField(max_length=60)
    title = models.CharField(_("会议名称"), max_length=120)
    called_by = models.CharField(_("召集人"), max_length=80)
    venue = models.CharField(_("地点"), max_length=120)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    starts_at = models.DateTimeField(_("时间"))
    bases = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=STATES, default=rules.PREPARED)
    version = models.PositiveIntegerField(default=1)
    door_code = models.CharField(max_length=24, editable=False)

    noticed_at = models.DateTimeField(null=True)
    notice_days = models.PositiveSmallIntegerField(null=True)
    urgent_reason = models.CharField(_("紧急情况的理由"), max_length=400, blank=True)
    opened_at = models.DateTimeField(null=True)
    quorum = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    present_at_opening = models.JSONField(default=dict)
    chair = models.CharField(_("主持人"), max_length=40, blank=True)
    in_hand = models.ForeignKey(
        "gathering.AgendaItem", models.SET_NULL, null=True, related_name="in_hand_of"
    )
    closed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_for = models.CharField(_("取消的原因"), max_length=400, blank=True)
    remarks = models.TextField(_("其他需要记载的"), max_length=4000, blank=True)
    recorder = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    recorder_signed_at = models.DateTimeField(null=True)
    chair_account = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, related_name="+"
    )
    minuted_at = models.DateTimeField(null=True)
    minutes_sha256 = models.CharField(max_length=64, blank=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state__in=list(rules.STATES)), name="gathering_state"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[rules.PREPARED, rules.CANCELLED])
                | Q(noticed_at__isnull=False, notice_days__isnull=False),
                name="gathering_noticed",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="gathering_closed_after_opened",
            ),
            models.CheckConstraint(
                condition=~Q(state=rules.MINUTED)
                | Q(minuted_at__isnull=False, recorder_signed_at__isnull=False),
                name="gathering_minutes_signed",
            ),
            models.UniqueConstraint(fields=["community", "door_code"], name="gathering_door_code"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "-starts_at"], name="gathering_kind"),
            models.Index(fields=["community", "state", "starts_at"], name="gathering_coming"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_at:%F}"

    @property
    def sort(self) -> GatheringKind:
        """What its domain said of such gatherings."""
        return kind_named(self.kind)

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return self.TONES[self.state]

    @property
    def lets_in(self) -> bool:
        """Whether people may be signed in: from the notice until it is closed."""
        return self.state in (rules.CALLED, rules.OPEN)
