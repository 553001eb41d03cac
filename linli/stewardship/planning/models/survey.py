"""The yearly survey of needs: questions as data, slips, and answers that know no slip.

A slip and an answer sheet share no key, no time and no order: both have random keys and, on
SQLite, tables without row numbers (`mechanisms/ballot/unordered.py`). A slip says only whether it
was used; who took one from the page stands as a keyed digest, gone when the survey closes.
"""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.stewardship.planning.flows import SURVEY
from linli.stewardship.planning.words import CHANNELS, PER, QUESTION_KINDS, SITUATIONS


class Survey(FlowRow):
    """One round. `handed_out`: how many slips there are; counted on when they are made."""

    flow = SURVEY

    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("标题"), max_length=80)
    per = models.CharField(_("几份"), max_length=9, choices=PER, default="household")
    opens_on = models.DateField(_("从哪天"))
    closes_on = models.DateField(_("到哪天"))
    handed_out = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(SURVEY, "survey_state"),
            models.UniqueConstraint(fields=["community", "title"], name="survey_title"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="survey_runs_forward"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-opens_on"], name="survey_in_state")
        ]

    def __str__(self) -> str:
        return self.title


class SurveyStep(StepRow):
    """One step of a survey."""

    case = models.ForeignKey(Survey, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("surveystep_version")]


class Question(CommunityRow):
    """One question. `options`: a list of texts; an answer names them by their number, from 0."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(_("怎么答"), max_length=8, choices=QUESTION_KINDS, default="one")
    situation = models.CharField(_("问谁的"), max_length=10, choices=SITUATIONS, default="all")
    text = models.CharField(_("问题"), max_length=160)
    options = models.JSONField(_("选项"), default=list, blank=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "survey", "order"], name="question_order"),
        ]

    def __str__(self) -> str:
        return f"{self.order}"

    @property
    def key(self) -> str:
        """What answers call it."""
        return str(self.order)

    def as_asked(self) -> dict[str, Any]:
        """As the rules read it."""
        return {
            "key": self.key,
            "kind": self.kind,
            "options": [str(number) for number, _text in enumerate(self.options)],
        }


class Slip(CommunityRow):
    """A slip of paper with a code, handed to a household or a person, or taken on the page; it
    is good for one answer. It does not say to whom it was handed. Only a digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="slips")
    digest = models.BinaryField(max_length=32)
    used = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "survey", "digest"], name="slip_digest")
        ]

    def __str__(self) -> str:
        return "slip"


class SlipTaken(CommunityRow):
    """That a household or a person has taken a slip on the page: a keyed digest of the dwelling
    or the account, by which a second is refused. It does not say which slip."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="takings")
    taker = models.BinaryField(max_length=32)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "survey", "taker"], name="slip_taken_once")
        ]

    def __str__(self) -> str:
        return "taken"


class AnswerSheet(CommunityRow):
    """One answer: by question the options chosen, or the words. Nothing else, and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="sheets")
    channel = models.CharField(max_length=5, choices=CHANNELS, default="web")
    answers = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(channel__in=["web", "paper"]), name="answersheet_channel"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["community", "survey"], name="answersheet_of")]

    def __str__(self) -> str:
        return "sheet"
