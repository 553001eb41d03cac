"""The yearly survey of needs: the room's own row over a questionnaire (`mechanisms/questionnaire`),
which holds the questions, the slips and the answers."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.stewardship.planning.flows import SURVEY


class Survey(FlowRow):
    """One round: how it stands with the committee, and what is asked."""

    flow = SURVEY

    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("标题"), max_length=80)
    questionnaire = models.OneToOneField(
        "questionnaire.Questionnaire", models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(SURVEY, "survey_state"),
            models.UniqueConstraint(fields=["community", "title"], name="survey_title"),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "state"], name="survey_in_state")]

    def __str__(self) -> str:
        return self.title

    @property
    def opens_on(self) -> date:
        """The first day."""
        return self.questionnaire.opens_on

    @property
    def closes_on(self) -> date:
        """The last day, which is still one of it."""
        return self.questionnaire.closes_on


class SurveyStep(StepRow):
    """One step of a survey."""

    case = models.ForeignKey(Survey, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("surveystep_version")]
