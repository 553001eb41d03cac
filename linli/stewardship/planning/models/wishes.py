"""What residents would like to see done here."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.mechanisms.questionnaire.words import SITUATIONS
from linli.stewardship.planning.flows import WISH
from linli.stewardship.planning.words import SOURCES, STANDARDS


class Wish(FlowRow):
    """One wish on the standing list. Nobody is asked who they are: whoever sent it keeps its
    address and reads there what became of it.

    `title` and `text` are the sender's words, for the desk; `public_title` and `public_text` what
    a worker put on the list, having looked; `reply` what everybody reads of the answer.
    `about_plan`: the draft it is a comment on. `voices`: how many said it, merged ones included.
    """

    flow = WISH

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    title = models.CharField(_("想要什么"), max_length=60)
    text = models.TextField(_("说详细一点"), max_length=600, blank=True)
    source = models.CharField(_("怎么来的"), max_length=8, choices=SOURCES, default="web")
    situation = models.CharField(_("和谁有关"), max_length=10, choices=SITUATIONS, default="all")
    standard = models.CharField(_("属于哪一条标准"), max_length=2, choices=STANDARDS, blank=True)
    place = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    about_plan = models.ForeignKey(
        "planning.AnnualPlan", models.PROTECT, null=True, blank=True, related_name="comments"
    )
    public_title = models.CharField(_("公开的标题"), max_length=60, blank=True)
    public_text = models.TextField(_("公开的内容"), max_length=600, blank=True)
    reply = models.TextField(_("答复"), max_length=600, blank=True)
    voices = models.PositiveIntegerField(default=1)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    sent_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(WISH, "wish_state"),
            models.UniqueConstraint(fields=["community", "year", "serial"], name="wish_number"),
            models.CheckConstraint(
                condition=~Q(state="merged") | Q(merged_into__isnull=False), name="wish_merged_into"
            ),
            models.CheckConstraint(
                condition=~Q(state="listed") | ~Q(public_title=""), name="wish_listed_as"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-sent_at", "id"], name="wish_queue"),
            models.Index(fields=["community", "-sent_at", "id"], name="wish_newest"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its year: 2026-3."""
        return f"{self.year}-{self.serial}"

    def face(self) -> Face:
        """On the list of what is due: by its number, since its words are the sender's."""
        return Face(
            title=in_both(_("看一条心愿")),
            url_name="planning:wish_desk",
            url_args={"community_code": self.community.code, "wish_id": str(self.pk)},
            holder=Holder(post="worker"),
        )


class WishStep(StepRow):
    """One step of a wish."""

    case = models.ForeignKey(Wish, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("wishstep_version")]
        indexes: ClassVar = [models.Index(fields=["community", "at"], name="wishstep_at")]
