"""The paper on a screen: one field an answer, as the questions ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import sentence
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot.face import ANSWER_WORDS, points_said, questions_of
from linli.mechanisms.ballot.models import Poll, Question
from linli.mechanisms.ballot.queries.polls import paper_form
from linli.mechanisms.ballot.rules.papers import (
    LONGEST_NAME,
    MOTION,
    within_points,
    within_seats,
)

ANSWERS = list(ANSWER_WORDS.items())
MOST_TO_PICK = 12
"""Up to so many points are picked from a list; more are written as a figure."""


class PaperForm(forms.Form):
    """Marks on the questions of one poll. Nothing need be marked: a blank paper is a paper."""

    def __init__(self, *args: Any, poll: Poll, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.poll = poll
        self.questions = questions_of(poll)
        for question in self.questions:
            self.fields.update(_fields_of(question))

    @property
    def groups(self) -> list[tuple[Question, list[Any]]]:
        """The questions, each with its fields, as they are drawn."""
        return [
            (question, [self[name] for name in _fields_of(question)]) for question in self.questions
        ]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What was marked, as it came, to go along to the next page."""
        return [
            (name, value)
            for name in self.fields
            for value in self.data.getlist(name)  # type: ignore[attr-defined]
            if value
        ]

    def pattern(self) -> dict[str, Any]:
        """The marks as the rules read them; of a form that was found valid."""
        return {
            str(question.position): _answer(question, self.cleaned_data)
            for question in self.questions
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            form, pattern = paper_form(self.poll), self.pattern()
            for found in (within_seats(form, pattern), within_points(form, pattern)):
                if not found:
                    told = sentence(found)
                    question = self.questions[int(str(found.numbers["question"])) - 1]
                    self.add_error(next(iter(_fields_of(question))), f"{told.text}{told.way_on}")
        return cleaned


class OnceForm(forms.Form):
    """The key by which a paper is cast once, however often the form is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


def _fields_of(question: Question) -> dict[str, forms.Field]:
    name = f"q{question.position}"
    options = list(question.options.all())
    if question.form == "motion":
        return {name: _radios(question.title, ANSWERS)}
    fields: dict[str, forms.Field] = {}
    if question.form == "points":
        for option in options:
            fields[f"{name}_p{option.position}"] = _figure(question, option.title)
    elif question.form == "approve":
        for option in options:
            fields[f"{name}_o{option.position}"] = _radios(option.title, ANSWERS)
    else:
        choices = [(str(option.position), option.title) for option in options]
        if question.seats == 1 and not question.write_ins:
            fields[name] = _radios(question.title, [*choices, ("", _("都不选"))])
        elif choices:
            fields[name] = forms.MultipleChoiceField(
                label=question.title,
                choices=choices,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
    for line in range(1, question.write_ins + 1):
        fields[f"{name}_w{line}"] = forms.CharField(
            label=_("另选他人"),
            max_length=LONGEST_NAME,
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
    return fields


def _radios(label: str, choices: list[tuple[Any, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)


def _figure(question: Question, label: str) -> forms.Field:
    """How many points one option gets. Picked from a list nobody can write too many; a figure is
    judged with the whole paper, so that it is told in the words of the paper."""
    if question.most <= MOST_TO_PICK:
        choices = [("", _("0 分")), *((n, points_said(n)) for n in range(1, question.most + 1))]
        return forms.TypedChoiceField(
            label=label, choices=choices, required=False, coerce=int, empty_value=None
        )
    return forms.IntegerField(
        label=label, min_value=0, max_value=question.most, required=False, initial=0
    )


def _answer(question: Question, cleaned: dict[str, Any]) -> dict[str, Any]:
    name = f"q{question.position}"
    written = [
        cleaned[f"{name}_w{line}"]
        for line in range(1, question.write_ins + 1)
        if cleaned.get(f"{name}_w{line}")
    ]
    if question.form == "points":
        given = {
            str(o.position): cleaned.get(f"{name}_p{o.position}") for o in question.options.all()
        }
        return {"points": {position: number for position, number in given.items() if number}}
    if question.form == "motion":
        marks = {str(MOTION): cleaned.get(name)}
    elif question.form == "approve":
        marks = {
            str(option.position): cleaned.get(f"{name}_o{option.position}")
            for option in question.options.all()
        }
    else:
        chosen = cleaned.get(name) or []
        marks = dict.fromkeys([chosen] if isinstance(chosen, str) else chosen, "for")
    return {
        "marks": {position: answer for position, answer in marks.items() if answer},
        "written": written,
    }
