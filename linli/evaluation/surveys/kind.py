"""How the questionnaire mechanism knows the evaluation's surveys."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.evaluation.surveys.actions.composing import KIND
from linli.mechanisms.questionnaire.kinds import QuestionnaireKind


def _page(asked: Any) -> str:
    return reverse("evaluation:survey_come_in", args=[asked.community.code])


def _desk(asked: Any) -> str:
    return reverse("evaluation:survey_desk", args=[asked.community.code, asked.pk])


SURVEYS = {
    KIND: QuestionnaireKind(
        _("满意度调查"),
        keeps="evaluation.survey",
        types="evaluation.survey",
        page=_page,
        desk=_desk,
        typed_twice=True,
    )
}
