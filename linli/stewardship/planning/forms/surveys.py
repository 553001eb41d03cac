"""A survey as the desk prepares it, and as it is answered."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.lib.identity.ids import new_id
from linli.lib.identity.receipt import parse_receipt
from linli.stewardship.planning.forms.steps import several_lines
from linli.stewardship.planning.models import Question
from linli.stewardship.planning.rules.survey import MOST_WORDS
from linli.stewardship.planning.words import PER, QUESTION_KINDS, SITUATIONS

BLANK_QUESTIONS = 3


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

    text = forms.CharField(label=_("问题"), max_length=160, required=False)
    kind = forms.ChoiceField(label=_("怎么答"), choices=QUESTION_KINDS)
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


class CodeForm(forms.Form):
    """The code of a slip, however it was typed."""

    code = forms.CharField(
        label=_("调查条上的编号"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_code(self) -> str:
        read = parse_receipt(self.cleaned_data["code"])
        if not isinstance(read, str):
            raise forms.ValidationError(_("编号不对，请照调查条再输一遍。"))
        return read


class AnswerForm(CodeForm):
    """The answer sheet: a field for each question."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, questions: list[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[f"q{question.key}"] = _field_of(question)

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by the key of the question."""
        said = {
            name[1:]: value
            for name, value in self.cleaned_data.items()
            if name.startswith("q") and value
        }
        return {
            key: [value] if isinstance(value, str) and value.isdigit() and self._one(key) else value
            for key, value in said.items()
        }

    def _one(self, key: str) -> bool:
        return isinstance(self.fields[f"q{key}"], forms.ChoiceField)


def _field_of(question: Question) -> forms.Field:
    choices = [(str(number), text) for number, text in enumerate(question.options)]
    if question.kind == "words":
        return forms.CharField(
            label=question.text,
            required=False,
            max_length=MOST_WORDS,
            widget=several_lines(MOST_WORDS),
        )
    if question.kind == "several":
        return forms.MultipleChoiceField(
            label=question.text,
            required=False,
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
        )
    return forms.ChoiceField(
        label=question.text, required=False, choices=choices, widget=forms.RadioSelect
    )
