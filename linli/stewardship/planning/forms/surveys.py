"""A survey as the desk prepares it."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput
from linli.mechanisms.questionnaire.models import Question
from linli.mechanisms.questionnaire.words import PER, QUESTION_KINDS, SITUATIONS
from linli.stewardship.planning.forms.steps import several_lines

BLANK_QUESTIONS = 3
KINDS = [each for each in QUESTION_KINDS if each[0] in ("one", "several", "words")]
"""What needs are asked by: not by marks or figures."""


@cache
def shipped_questions() -> tuple[dict[str, Any], ...]:
    """The questions to begin with."""
    file = resources.files("linli.stewardship.planning").joinpath("needs_survey.toml")
    return tuple(tomllib.loads(file.read_text("utf-8"))["question"])


class SurveyForm(forms.Form):
    """When, by whom, and whether to begin with the questions that come along."""

    title = forms.CharField(label=_("标题"), max_length=80)
    per = forms.ChoiceField(label=_("几份"), choices=PER)
    opens_on = forms.DateField(label=_("从哪天"), widget=DayInput())
    closes_on = forms.DateField(label=_("到哪天"), widget=DayInput())
    shipped = forms.BooleanField(label=_("用现成的一组问题开头"), required=False, initial=True)


class QuestionForm(forms.Form):
    """One question; one without a text is left out."""

    text = forms.CharField(label=pgettext_lazy("asked", "问题"), max_length=160, required=False)
    kind = forms.ChoiceField(label=_("怎么答"), choices=KINDS)
    situation = forms.ChoiceField(label=_("问谁的"), choices=SITUATIONS)
    options = forms.CharField(
        label=_("选项，一行一个"), required=False, max_length=1000, widget=several_lines(1000, 4)
    )


Questions = forms.formset_factory(QuestionForm, extra=0, max_num=40)


def question_start(questions: list[Question]) -> list[dict[str, Any]]:
    """What the table of questions begins with, and some blank ones."""
    filled = [
        {
            "text": each.text,
            "kind": each.kind,
            "situation": each.situation,
            "options": "\n".join(each.options),
        }
        for each in questions
    ]
    return [*filled, *({} for _number in range(BLANK_QUESTIONS))]


def questions_in(formset: Any) -> list[dict[str, Any]]:
    """The questions as the act takes them."""
    return [
        {**said, "options": [line.strip() for line in said["options"].splitlines() if line.strip()]}
        for form in formset
        if (said := form.cleaned_data).get("text")
    ]


class SlipsForm(forms.Form):
    """How many slips to print."""

    count = forms.IntegerField(label=_("印几张"), min_value=1, max_value=5000, initial=60)
