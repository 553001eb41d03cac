"""What was agreed, by whom it is done by when, who disagrees, and what was made of opinions."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import posts_to_choose
from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.governance.deliberation.flows import POINT
from linli.governance.deliberation.words import WHERE_SAID
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class Agreement(CommunityRow):
    """What a topic came to, in words. How it stands is its topic's: being written while it is
    talked over, shown to those who took part, published. `needs_decision`: somebody else has to
    decide part of it, and what (`decides_what`)."""

    topic = models.OneToOneField("deliberation.Topic", models.PROTECT, related_name="agreement")
    text = models.TextField(_("谈成了什么"), max_length=4000)
    needs_decision = models.BooleanField(_("要居民会议或居民代表会议决定"), default=False)
    decides_what = models.CharField(_("请会议决定什么"), max_length=400, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "topic"], name="agreement_once"),
            models.CheckConstraint(
                condition=Q(needs_decision=False) | ~Q(decides_what=""),
                name="agreement_decides_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id}"


class Point(FlowRow):
    """One thing agreed: what, by when, whose it is (a post or a body, never a resident). It does
    not close without a result everybody reads."""

    flow = POINT

    topic = models.ForeignKey("deliberation.Topic", models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("做什么"), max_length=200)
    post = models.CharField(_("哪个岗位"), max_length=40, blank=True, choices=posts_to_choose)
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(_("哪天以前"))
    done_on = models.DateField(null=True)
    result = models.CharField(_("结果"), max_length=400, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            in_states_of(POINT, "deliberation_point_state"),
            models.UniqueConstraint(
                fields=["community", "topic", "number"], name="deliberation_point_number"
            ),
            models.CheckConstraint(
                condition=(~Q(post="") & Q(body__isnull=True)) | Q(post="", body__isnull=False),
                name="deliberation_point_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["agreed", "doing"]) | ~Q(result=""),
                name="deliberation_point_told",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_on__isnull=False),
                name="deliberation_point_done_when",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "due_on"], name="deliberation_point_due")
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    def face(self) -> Face:
        """On the list of what is due: whose it is; of a body's, whoever works here."""
        return Face(
            title=self.title,
            url_name="deliberation:point",
            url_args={"community_code": self.community.code, "point_id": str(self.pk)},
            holder=Holder(post=self.post or "worker"),
        )


class PointStep(StepRow):
    """One step of a point."""

    case = models.ForeignKey(Point, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("pointstep_version")]


class Dissent(CommunityRow):
    """What somebody holds against it, word for word. `name` only where they wish it; `account`
    lets them take it back until it is published, and goes then. `at_desk`: it was written down at
    the desk, which may strike it at the wish of whoever said it, and no other."""

    topic = models.ForeignKey("deliberation.Topic", models.PROTECT, related_name="dissents")
    words = models.TextField(_("保留的意见"), max_length=2000)
    capacity = models.CharField(max_length=30)
    name = models.CharField(_("署名"), max_length=40, blank=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    at_desk = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(words=""), name="dissent_said"),
            models.UniqueConstraint(
                fields=["community", "topic", "account"],
                condition=Q(account__isnull=False),
                name="dissent_once_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id}"


class Considered(CommunityRow):
    """An opinion that was weighed: taken up (in which point, where in one) or not, and why.
    `source` says where it was said, `mark` which one it was there (the number of a statement).
    Decisions cite these."""

    topic = models.ForeignKey("deliberation.Topic", models.PROTECT, related_name="considered")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(_("意见"), max_length=400)
    source = models.CharField(_("哪里来的"), max_length=12, choices=WHERE_SAID)
    mark = models.CharField(_("那里的编号"), max_length=20, blank=True)
    adopted = models.BooleanField(_("采纳了"))
    why = models.CharField(_("怎么采纳的，或为什么没有采纳"), max_length=400)
    point = models.ForeignKey(Point, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "topic", "number"], name="considered_number"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="considered_why"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"
