"""Days on which anybody is listened to, and what residents say that goes upward (art. 10(9))."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import posts_to_choose
from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.governance.deliberation.flows import CARRIED
from linli.governance.deliberation.words import HEARD_AT
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class ListeningDay(CommunityRow):
    """A day, an hour and a place at which somebody in office listens to whoever comes. Of those
    who came there is a number and nothing else; what they ask for becomes matters or topics."""

    STATES: ClassVar = [
        ("announced", _("已通知")),
        ("held", _("接待过了")),
        ("called_off", _("取消了")),
    ]
    TONES: ClassVar = {"announced": "waiting", "held": "done", "called_off": "stopped"}

    on = models.DateField(_("哪天"))
    hours = models.CharField(_("几点到几点"), max_length=40)
    venue = models.CharField(_("地点"), max_length=120)
    post = models.CharField(_("谁接待"), max_length=40, choices=posts_to_choose)
    state = models.CharField(max_length=10, choices=STATES, default="announced")
    came = models.PositiveSmallIntegerField(_("来了几位"), null=True)
    heard = models.PositiveSmallIntegerField(_("说了几件事"), null=True)
    reason = models.CharField(_("取消的原因"), max_length=400, blank=True)

    class Meta:
        ordering: ClassVar = ["-on", "-id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "on", "post"],
                condition=~Q(state="called_off"),
                name="listeningday_once",
            ),
            models.CheckConstraint(
                condition=Q(state="announced", came__isnull=True, heard__isnull=True)
                | Q(state="held", came__isnull=False, heard__isnull=False)
                | (Q(state="called_off") & ~Q(reason="")),
                name="listeningday_whole",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "-on"], name="listeningday_newest")]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return self.TONES[self.state]


class Carried(FlowRow):
    """One thing residents say that others must settle: whom it was sent to, since when it waits,
    what was answered. `heard_at`: where it was said, `times` how often; never by whom."""

    flow = CARRIED

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    title = models.CharField(_("什么事"), max_length=100)
    text = models.TextField(_("居民怎么说"), max_length=2000)
    heard_at = models.CharField(_("在哪里听到的"), max_length=16, choices=HEARD_AT)
    times = models.PositiveSmallIntegerField(_("听到几次"), default=1)
    to = models.ForeignKey("access.Body", models.PROTECT, null=True, blank=True, related_name="+")
    sent_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answer = models.TextField(_("答复"), max_length=2000, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(CARRIED, "carried_state"),
            models.UniqueConstraint(fields=["community", "year", "serial"], name="carried_number"),
            models.CheckConstraint(
                condition=Q(state__in=["noted", "dropped"])
                | Q(to__isnull=False, sent_on__isnull=False),
                name="carried_sent_to",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="carried_answered",
            ),
            models.CheckConstraint(condition=Q(times__gte=1), name="carried_heard"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-id"], name="carried_in_state")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its year."""
        return f"{self.year}-{self.serial}"

    def face(self) -> Face:
        """On the list of what is due: whoever works here asks again."""
        return Face(
            title=self.title,
            url_name="deliberation:listening_desk",
            url_args={"community_code": self.community.code},
            holder=Holder(post="worker"),
        )


class CarriedStep(StepRow):
    """One step of it."""

    case = models.ForeignKey(Carried, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("carriedstep_version")]
