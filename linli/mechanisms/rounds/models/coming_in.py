"""What comes in from a door: attempts, entries under their own key, and what two said apart."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.mechanisms.rounds.models.round import Round, RoundRow, Stop

KNOCK, PHONE, LETTER = "knock", "phone", "letter"
WAYS = [(KNOCK, _("敲门")), (PHONE, _("打电话")), (LETTER, _("留信"))]
NOBODY_THERE, COME_AGAIN, REFUSED, LEFT = "nobody", "come_again", "refused", "left"
RESULTS = [
    (NOBODY_THERE, _("没有人应")),
    (COME_AGAIN, _("请改天再来")),
    (REFUSED, _("不愿意说")),
    (LEFT, _("信已留下")),
]

TAKEN, CONFLICT, LATE, TAKEN_LATE, DROPPED = "taken", "conflict", "late", "taken_late", "dropped"
FATES = [
    (TAKEN, _("已记下")),
    (CONFLICT, _("和别人记的不一样，待定")),
    (LATE, _("来晚了，待定")),
    (TAKEN_LATE, _("来晚了，已采用")),
    (DROPPED, _("来晚了，没有采用")),
]
RECORD, NO_CHANGE, ATTEMPT = "record", "no_change", "attempt"
SORTS = [(RECORD, _("记下回答")), (NO_CHANGE, _("没有变化")), (ATTEMPT, _("没有见到"))]


class Attempt(RoundRow):
    """Somebody tried to reach a door: when, by whom, how, with what result."""

    stop = models.ForeignKey(Stop, models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    way = models.CharField(_("怎么找的"), max_length=8, choices=WAYS)
    result = models.CharField(_("结果"), max_length=12, choices=RESULTS)
    entry = models.UUIDField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "entry"], name="round_attempt_once"),
            models.CheckConstraint(
                condition=Q(way__in=[code for code, _words in WAYS])
                & Q(result__in=[code for code, _words in RESULTS]),
                name="round_attempt_words",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "stop", "at"], name="round_attempts")
        ]
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"attempt {self.at:%F}"

    @property
    def round(self) -> Any:
        """The round its door belongs to."""
        return self.stop.round


class Arrival(RoundRow):
    """One entry as it came, under the key its device gave it: what it was and what became of it.
    `said_at` is the device's clock, `at` ours. `content` is kept while somebody must still decide
    whether it is taken (it came late); `reason` is the rule that held it back."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="arrivals")
    stop = models.ForeignKey(Stop, models.CASCADE, related_name="arrivals")
    key = models.UUIDField()
    sort = models.CharField(max_length=10, choices=SORTS)
    said_at = models.DateTimeField()
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    device = models.CharField(max_length=40, blank=True)
    fate = models.CharField(max_length=10, choices=FATES)
    reason = models.CharField(max_length=80, blank=True)
    content = SealedTextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "key"], name="round_arrival_once"),
            models.CheckConstraint(
                condition=Q(fate__in=[code for code, _words in FATES]), name="round_arrival_fate"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "round", "fate", "at"], name="round_arrivals")
        ]
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"arrival {self.at:%F}"


class Conflict(RoundRow):
    """Two said something different to one question, each without having seen the other. Both
    values stay, with who, when and on which device, until a person has decided; and after."""

    KEPT, OTHER, THIRD = "kept", "other", "third"
    CHOICES = [(KEPT, _("先到的对")), (OTHER, _("后到的对")), (THIRD, _("都不对，改成"))]

    round = models.ForeignKey(Round, models.CASCADE, related_name="conflicts")
    stop = models.ForeignKey(Stop, models.CASCADE, related_name="conflicts")
    key = models.CharField(max_length=80)
    kept_value = SealedTextField(blank=True, default="")
    kept_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    kept_at = models.DateTimeField(null=True)
    kept_device = models.CharField(max_length=40, blank=True)
    other_value = SealedTextField(blank=True, default="")
    other_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    other_at = models.DateTimeField()
    other_device = models.CharField(max_length=40, blank=True)
    other_entry = models.UUIDField()
    choice = models.CharField(max_length=6, choices=CHOICES, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "other_entry", "key"], name="round_conflict_once"
            ),
            models.CheckConstraint(
                condition=Q(choice="", decided_at__isnull=True)
                | (~Q(choice="") & Q(decided_at__isnull=False)),
                name="round_conflict_decided",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "round", "decided_at"], name="round_conflicts")
        ]
        ordering: ClassVar = ["stop__number", "key", "other_at", "id"]

    def __str__(self) -> str:
        return "conflict"
