"""What residents propose, and what was found when it was looked at."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.places.rules.points import Point
from linli.core.places.scope import CommunityRow
from linli.governance.budgeting.flows import IDEA
from linli.governance.budgeting.models.rounds import ASPECTS, Round
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class Idea(FlowRow):
    """One idea of a round, numbered in the order they came.

    `title`, `text` and `need` are the author's words and are public once listed. Who the author
    is nobody reads: `account` and `person` serve the limit and the answer alone, and go a year
    after the round ended. `spot` or a point of its own: where on the map.
    """

    WAYS: ClassVar = [("web", _("手机或电脑")), ("paper", _("写在纸上，代录"))]

    flow = IDEA

    round = models.ForeignKey(Round, models.CASCADE, related_name="ideas")
    serial = models.PositiveIntegerField()
    title = models.CharField(_("想做什么"), max_length=60)
    text = models.TextField(_("怎么做"), max_length=800)
    need = models.TextField(_("谁用得上，为什么"), max_length=400)
    guess_fen = models.PositiveBigIntegerField(null=True)
    spot = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    lon = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    lat = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    way = models.CharField(max_length=8, choices=WAYS, default="web")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    outcome = models.TextField(blank=True, max_length=1000)
    sent_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(IDEA, "idea_state"),
            models.UniqueConstraint(fields=["community", "round", "serial"], name="idea_serial"),
            models.CheckConstraint(
                condition=~Q(state="merged") | Q(merged_into__isnull=False), name="idea_merged"
            ),
            # Nothing is turned away without its reason.
            models.CheckConstraint(
                condition=~Q(state__in=["hidden", "refused"]) | ~Q(outcome=""), name="idea_reason"
            ),
            models.CheckConstraint(
                condition=Q(lon__isnull=True, lat__isnull=True)
                | Q(spot__isnull=True, lon__isnull=False, lat__isnull=False),
                name="idea_one_place",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "round", "state", "serial"], name="idea_queue")
        ]

    def __str__(self) -> str:
        return f"idea {self.serial}"

    def face(self) -> Face:
        """On the list of what is due, by its number: the words are the author's."""
        return Face(
            title=in_both(_("看一个点子")),
            url_name="budgeting:idea_desk",
            url_args={"community_code": self.community.code, "idea_id": str(self.pk)},
            holder=Holder(post="worker"),
        )

    @property
    def own_point(self) -> Point | None:
        """The point it was given on the map; None where it has none or stands at a building."""
        return Point(self.lon, self.lat) if self.lon is not None and self.lat is not None else None


class IdeaStep(StepRow):
    """One step of an idea."""

    case = models.ForeignKey(Idea, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("ideastep_version")]


class Vetting(CommunityRow):
    """What was found of one idea in one respect, by whom, with the reason everybody reads.

    `fen`: of the cost, what it takes to make it; of the upkeep, what it takes a year. `by_whom`:
    of the upkeep, who will see to it."""

    idea = models.ForeignKey(Idea, models.CASCADE, related_name="vettings")
    aspect = models.CharField(max_length=8, choices=ASPECTS)
    holds = models.BooleanField()
    reason = models.TextField(max_length=400)
    fen = models.PositiveBigIntegerField(null=True)
    by_whom = models.CharField(max_length=80, blank=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=40)
    post = models.CharField(max_length=40)
    on = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "idea", "aspect"], name="vetting_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="vetting_reason"),
            models.CheckConstraint(
                condition=Q(aspect__in=["lawful", "possible"], fen__isnull=True, by_whom="")
                | Q(aspect="cost", by_whom="") & (Q(holds=False) | Q(fen__isnull=False, fen__gt=0))
                | Q(aspect="upkeep") & (Q(holds=False) | Q(fen__isnull=False) & ~Q(by_whom="")),
                name="vetting_figures",
            ),
        ]

    def __str__(self) -> str:
        return f"vetting {self.aspect}"
