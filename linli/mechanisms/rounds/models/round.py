"""A round, those who carry it, and its doors in the order of the staircases."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.lib.identity.ids import new_closed_id
from linli.mechanisms.rounds.declaration import (
    Question,
    RoundKind,
    kind_named,
    questions_kept,
)

PLANNED, UNDER_WAY, ENDED = "planned", "under_way", "ended"
STATES = [(PLANNED, _("已安排")), (UNDER_WAY, _("在走")), (ENDED, _("已结束"))]

OPEN, ANSWERED, UNCHANGED, DECLINED = "open", "answered", "unchanged", "declined"
OUTCOMES = [
    (OPEN, _("还没有问到")),
    (ANSWERED, _("问到了")),
    (UNCHANGED, _("问过，没有变化")),
    (DECLINED, _("不愿意说")),
]


class AnyRow(CommunityRow):
    """Rows of open and of closed rounds lie in the same tables: no id tells when it was made."""

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)

    class Meta:
        abstract = True


class RoundRow(AnyRow):
    """What hangs on a round is as closed as its kind. Each has, or finds, its `round`."""

    class Meta:
        abstract = True

    @property
    def is_closed(self) -> bool:
        """Whether the book keeps what is done with this row as it keeps closed ones."""
        closed: bool = self.round.is_closed  # type: ignore[attr-defined]
        return closed


class Round(AnyRow):
    """One round: a kind, a day, its own questions where its kind's are not meant. `owner` is the
    row of the room it was made for; the mechanism never looks at it."""

    kind = models.CharField(max_length=40)
    title = models.CharField(_("走访名称"), max_length=120)
    day = models.DateField(_("哪一天"))
    state = models.CharField(max_length=10, choices=STATES, default=PLANNED)
    own_questions = models.JSONField(default=list)
    owner = models.UUIDField(null=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state__in=[code for code, _words in STATES]), name="round_state"
            ),
            models.CheckConstraint(
                condition=Q(state=ENDED, ended_at__isnull=False)
                | (~Q(state=ENDED) & Q(ended_at__isnull=True)),
                name="round_ended_when",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "state", "day", "id"], name="round_list"),
            models.Index(fields=["community", "owner"], name="round_of_owner"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind_of_it(self) -> RoundKind:
        """What its room declared."""
        return kind_named(self.kind)

    @property
    def is_closed(self) -> bool:
        """Whether its kind is: then only those named on it may load it."""
        return self.kind_of_it.is_closed

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its own, else its kind's."""
        return questions_kept(self.own_questions) or self.kind_of_it.questions

    @property
    def is_over(self) -> bool:
        return self.state == ENDED


class Carrier(RoundRow):
    """Who walks a round, from when until when. `taken_at`: when the doors were taken along on a
    device; they are handed in again at `handed_in_at`."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="carriers")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    handed_in_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "round", "account"],
                condition=Q(until__isnull=True),
                name="round_carrier_once",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "account", "until"], name="round_carried_by")
        ]

    def __str__(self) -> str:
        return f"carrier of {self.round_id}"


class Stop(RoundRow):
    """One door: a dwelling, a person, or a person in a dwelling, at its number on the way. `ref`
    is the room's own row the answers are for; `asks` the keys asked here (none: all). A closed
    round has no person: `called` is what its room lets be read of a name."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="stops")
    number = models.PositiveIntegerField()
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    called = SealedTextField(blank=True, default="")
    ref = models.UUIDField(null=True)
    asks = models.JSONField(default=list)
    last_on = models.DateField(null=True)
    outcome = models.CharField(max_length=10, choices=OUTCOMES, default=OPEN)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    second = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "round", "number"], name="round_stop_number"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=[code for code, _words in OUTCOMES]),
                name="round_stop_outcome",
            ),
            models.CheckConstraint(
                condition=Q(outcome=OPEN, done_at__isnull=True)
                | (~Q(outcome=OPEN) & Q(done_at__isnull=False)),
                name="round_stop_done_when",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["community", "round", "outcome"], name="round_stop_state"),
            models.Index(fields=["community", "ref"], name="round_stop_ref"),
            models.Index(fields=["community", "person"], name="round_stop_person"),
        ]
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"stop {self.number}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has been reached yet."""
        return self.outcome == OPEN

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked at this door."""
        asked = self.round.questions
        return tuple(each for each in asked if each.key in self.asks) if self.asks else asked


class Answer(RoundRow):
    """What is known of one question at one door. `value` is the last one taken, empty until
    then; `last` is what was answered the time before. `version` counts the changes, `entries`
    are the keys of those that said it without knowing of each other."""

    stop = models.ForeignKey(Stop, models.CASCADE, related_name="answers")
    key = models.CharField(max_length=80)
    value = SealedTextField(blank=True, default="")
    last = SealedTextField(blank=True, default="")
    version = models.PositiveIntegerField(default=0)
    entries = models.JSONField(default=list)
    said_at = models.DateTimeField(null=True)
    said_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    device = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "stop", "key"], name="round_answer_once")
        ]

    def __str__(self) -> str:
        return f"answer {self.version}"

    @property
    def round(self) -> Any:
        """The round its door belongs to."""
        return self.stop.round

    @property
    def known(self) -> str:
        """What stands now: said this time, else last time's."""
        return self.value if self.version else self.last
