"""A meeting, what was said of each standard, what was agreed; and comments on figures."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import POSTS, posts_to_choose
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.places.scope import CommunityRow
from linli.evaluation.scorecard.flows import ACTION, MEETING, REMARK
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class ScoreMeeting(FlowRow):
    """One round: the figures of a year, or as they stood at its half. `present` is a number;
    nobody's name is kept. There is at most one of a round that was not called off."""

    flow = MEETING
    ROUNDS: ClassVar = [("year", _("全年")), ("half", _("上半年"))]

    year = models.PositiveSmallIntegerField(_("年度"))
    round = models.CharField(_("哪一段"), max_length=4, choices=ROUNDS, default="year")
    held_on = models.DateField(_("哪天开的"), null=True)
    venue = models.CharField(_("地点"), max_length=80, blank=True)
    present = models.PositiveIntegerField(_("到会人数"), null=True)
    looked_words = models.CharField(_("回头看的话"), max_length=600, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(MEETING, "scoremeeting_state"),
            models.UniqueConstraint(
                fields=["community", "year", "round"],
                condition=~Q(state="called_off"),
                name="scoremeeting_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["prepared", "called_off"])
                | Q(held_on__isnull=False, present__isnull=False),
                name="scoremeeting_held_when",
            ),
            models.CheckConstraint(
                condition=Q(round__in=["year", "half"]), name="scoremeeting_round"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-year", "-round"], name="scoremeeting_newest")
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.round}"

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it: from the day its actions were published."""
        return self.state in ("published", "looked_at")

    def face(self) -> Face:
        """On the list of what is due: whoever works here looks at it again."""
        return Face(
            title=in_both(_("回头看评议会约定的事")),
            url_name="evaluation:scorecard_desk",
            url_args={"community_code": self.community.code, "meeting_id": str(self.pk)},
            holder=Holder(post="worker"),
        )


class ScoreMeetingStep(StepRow):
    """One step of a meeting."""

    case = models.ForeignKey(ScoreMeeting, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("scoremeetingstep_version")]


class ScoreTopic(CommunityRow):
    """One of the six standards as it was taken to the meeting. `figures`: what everybody could
    see of them on that day (`figures.py`). `words` are residents' own, masked; better, same and
    worse are hands counted in the hall. No marks are asked for."""

    meeting = models.ForeignKey(ScoreMeeting, models.CASCADE, related_name="topics")
    standard = models.CharField(max_length=2)
    figures = models.JSONField(default=list)
    words = models.TextField(_("居民的话"), max_length=2000, blank=True)
    better = models.PositiveIntegerField(_("觉得好了的"), null=True)
    same = models.PositiveIntegerField(_("觉得差不多的"), null=True)
    worse = models.PositiveIntegerField(_("觉得差了的"), null=True)

    class Meta:
        ordering: ClassVar = ["standard"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "meeting", "standard"], name="scoretopic_once"
            ),
            models.CheckConstraint(
                condition=Q(better__isnull=True, same__isnull=True, worse__isnull=True)
                | Q(better__isnull=False, same__isnull=False, worse__isnull=False),
                name="scoretopic_hands_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.standard

    @property
    def is_heard(self) -> bool:
        """Whether residents have said something of it."""
        return bool(self.words) or self.better is not None


class ProviderView(CommunityRow):
    """How a body that provides (the committee, a property firm, a unit) sees itself on one
    standard."""

    topic = models.ForeignKey(ScoreTopic, models.CASCADE, related_name="views")
    body = models.ForeignKey("access.Body", models.PROTECT, related_name="+")
    words = models.TextField(_("怎么看自己"), max_length=2000)

    class Meta:
        ordering: ClassVar = ["body__kind", "body__name"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "topic", "body"], name="providerview_once")
        ]

    def __str__(self) -> str:
        return f"{self.topic_id}"


class AgreedAction(FlowRow):
    """What was agreed: by when, who carries it (a post or a body, never a resident), which
    figure it should move. `before` and `after`: that figure as everybody could see it when it
    was agreed and when it was looked at again."""

    flow = ACTION

    topic = models.ForeignKey(ScoreTopic, models.CASCADE, related_name="agreed")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("做什么"), max_length=100)
    post = models.CharField(_("哪个岗位"), max_length=40, blank=True, choices=posts_to_choose)
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, related_name="+")
    indicator = models.CharField(_("要改变哪个数"), max_length=8, blank=True)
    due_on = models.DateField(_("哪天以前"))
    done_on = models.DateField(null=True)
    result = models.CharField(_("结果"), max_length=400, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            in_states_of(ACTION, "agreedaction_state"),
            models.UniqueConstraint(
                fields=["community", "topic", "number"], name="agreedaction_number"
            ),
            models.CheckConstraint(
                condition=(~Q(post="") & Q(body__isnull=True)) | (Q(post="", body__isnull=False)),
                name="agreedaction_one_carrier",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_on__isnull=False),
                name="agreedaction_done_when",
            ),
            models.CheckConstraint(
                condition=Q(state="agreed") | ~Q(result=""), name="agreedaction_told"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "due_on"], name="agreedaction_due")]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def carrier(self) -> str:
        """Who carries it, in words: a post or a body."""
        return self.body.name if self.body else str(POSTS[self.post].title)

    def face(self) -> Face:
        """On the list of what is due: the post that carries it; for a body, who works here."""
        return Face(
            title=self.title,
            url_name="evaluation:scorecard_desk",
            url_args={
                "community_code": self.community.code,
                "meeting_id": str(self.topic.meeting_id),
            },
            holder=Holder(post=self.post or "worker"),
        )


class AgreedActionStep(StepRow):
    """One step of an action."""

    case = models.ForeignKey(AgreedAction, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("agreedactionstep_version")]


class FigureComment(FlowRow):
    """What somebody remarked on a figure of a year. Nobody is asked who they are; `text` was
    masked before it was kept. Whoever holds `receipt` sees what became of it."""

    flow = REMARK

    year = models.PositiveSmallIntegerField()
    indicator = models.CharField(_("哪个数"), max_length=8)
    standard = models.CharField(max_length=2)
    text = models.CharField(_("想说什么"), max_length=600)
    receipt = models.CharField(max_length=24, editable=False)
    reply = models.CharField(_("答复"), max_length=600, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(REMARK, "figurecomment_state"),
            models.UniqueConstraint(fields=["community", "receipt"], name="figurecomment_receipt"),
            models.CheckConstraint(
                condition=~Q(state="answered") | ~Q(reply=""), name="figurecomment_replied"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "year", "state"], name="figurecomment_year")
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.indicator}"

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it: once somebody has looked at it."""
        return self.state in ("shown", "answered")

    def face(self) -> Face:
        """On the list of what is due: whoever works here looks at it."""
        return Face(
            title=in_both(_("看居民对数字说的话")),
            url_name="evaluation:comment_desk",
            url_args={"community_code": self.community.code, "comment_id": str(self.pk)},
            holder=Holder(post="worker"),
        )


class FigureCommentStep(StepRow):
    """One step of a comment."""

    case = models.ForeignKey(FigureComment, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("figurecommentstep_version")]
