"""What is to be talked through, and who is concerned."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.governance.deliberation.flows import TOPIC
from linli.governance.deliberation.words import FORMS, SIDES, SOURCES
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version

OPINION_STATES = ("accepted", "talking")
"""While opinions may be given and voted on."""
TALKED_STATES = (
    "accepted", "talking", "shown", "agreed", "unresolved", "at_assembly", "ended", "closed",
)  # fmt: skip
"""From which everybody may read a topic as one that is (or was) talked over."""


class Topic(FlowRow):
    """Something that is to be talked through. `title` and `text` were masked when it came in:
    everybody reads them once it is accepted or declined; until then its proposer and the desk.

    `proposer`: the account of whoever proposed it, told what became of it and shown to nobody
    else. `source` as what they proposed it; `unit`: for which body. `touches_all`: whether it
    touches the interests of all residents (art. 30), said when it is accepted, with why
    (`touches_why`).
    """

    flow = TOPIC

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    title = models.CharField(_("要议什么"), max_length=100)
    text = models.TextField(_("说明"), max_length=4000)
    wanted = models.CharField(_("希望议出什么"), max_length=400, blank=True)
    source = models.CharField(_("谁提的"), max_length=16, choices=SOURCES)
    proposer = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    unit = models.ForeignKey("access.Body", models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    form = models.CharField(_("怎么议"), max_length=16, choices=FORMS, blank=True)
    touches_all = models.BooleanField(_("涉及全体居民的利益"), null=True)
    touches_why = models.CharField(_("为什么这样认定"), max_length=400, blank=True)
    answer = models.TextField(_("居委会的答复"), max_length=2000, blank=True)
    way_on = models.CharField(_("可以怎么办"), max_length=400, blank=True)
    published_on = models.DateField(null=True)
    to_assembly_on = models.DateField(null=True)
    decision = models.TextField(_("会议的决定"), max_length=2000, blank=True)
    looked_on = models.DateField(null=True)
    looked_words = models.TextField(_("回头看的话"), max_length=2000, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(TOPIC, "deliberation_topic_state"),
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="deliberation_topic_number"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "declined", "withdrawn"])
                | Q(touches_all__isnull=False, form__in=[code for code, _words in FORMS]),
                name="deliberation_topic_accepted",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | (~Q(answer="") & ~Q(way_on="")),
                name="deliberation_topic_declined_why",
            ),
            models.CheckConstraint(
                condition=~Q(state="ended") | ~Q(way_on=""),
                name="deliberation_topic_ended_way_on",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=True) | Q(source="unit"),
                name="deliberation_topic_of_unit",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed")
                | (Q(looked_on__isnull=False, published_on__isnull=False) & ~Q(looked_words="")),
                name="deliberation_topic_closed_told",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-id"], name="deliberation_topic_list"),
            models.Index(fields=["community", "proposer"], name="deliberation_topic_mine"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its year: 2026-3."""
        return f"{self.year}-{self.serial}"

    @property
    def who_proposed(self) -> str:
        """Who proposed it, as everybody reads it: the unit's name, else as what they did."""
        return self.unit.name if self.unit else str(self.get_source_display())

    @property
    def is_online(self) -> bool:
        """Whether it is talked over on the screen and on paper, without a hall."""
        return self.form == "online"

    @property
    def takes_opinions(self) -> bool:
        """Whether opinions may be given and voted on now."""
        return self.state in OPINION_STATES

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.state in TALKED_STATES or self.state == "declined"

    def face(self) -> Face:
        """On the list of what is due: the director answers and publishes, whoever works here does
        the rest."""
        return Face(
            title=self.title,
            url_name="deliberation:topic_desk",
            url_args={"community_code": self.community.code, "topic_id": str(self.pk)},
            holder=Holder(post="director" if self.state in ("proposed", "shown") else "worker"),
        )


class TopicStep(StepRow):
    """One step of a topic."""

    case = models.ForeignKey(Topic, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("topicstep_version")]


class Party(CommunityRow):
    """Who is concerned, or whose knowledge is needed: a group of residents in words (who parks in
    the yard, families with small children), a body, a profession. Never a resident's name."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="parties")
    side = models.CharField(_("以什么身份"), max_length=16, choices=SIDES)
    title = models.CharField(_("请谁"), max_length=80)
    why = models.CharField(_("为什么请"), max_length=200)
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["side", "id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "topic", "title"], name="deliberation_party_once"
            ),
            models.CheckConstraint(
                condition=Q(side__in=["party", "professional"]), name="deliberation_party_side"
            ),
        ]

    def __str__(self) -> str:
        return self.title
