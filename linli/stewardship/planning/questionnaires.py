"""What this room says of its questionnaires: who keeps them, and where their pages are."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.mechanisms.questionnaire.kinds import QuestionnaireKind
from linli.stewardship.planning.models import Survey

KIND = "planning"
"""What they are called; it stands in the digests of who took a slip, so it stays."""


def page_of(questionnaire: Any) -> str:
    """Where a slip's code is used: one survey at a time is open."""
    return reverse("planning:survey", args=[questionnaire.community.code])


def desk_of(questionnaire: Any) -> str:
    """The survey at the desk."""
    rows = Survey.objects.filter(community=questionnaire.community_id)
    key = rows.values_list("pk", flat=True).get(questionnaire=questionnaire)
    return reverse("planning:survey_desk", args=[questionnaire.community.code, key])


KINDS = {
    KIND: QuestionnaireKind(
        _("需求调查"),
        keeps="planning.survey",
        types="planning.type_in",
        page=page_of,
        desk=desk_of,
    )
}
