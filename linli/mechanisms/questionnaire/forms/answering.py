"""The answer sheet as a form: all at once for who types it in, page by page for who answers."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from linli.lib.identity.receipt import parse_receipt
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.models import Question
from linli.mechanisms.questionnaire.rules import DONT_KNOW, MOST_WORDS
from linli.mechanisms.questionnaire.words import CHANNELS, DONT_KNOW as DONT_KNOW_WORDS


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


class _Several(forms.MultipleChoiceField):
    """Several options, or "don't know" and nothing else."""

    def clean(self, value: Any) -> Any:
        said = super().clean(value)
        if DONT_KNOW in said and len(said) > 1:
            raise forms.ValidationError(_("选了“不知道”，就不要再选别的。"))
        return said


class SheetForm(forms.Form):
    """A field for each question, named `q` and its key. Any may be left out."""

    all_optional = True

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[f"q{question.key}"] = _field_of(question)

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by the key of the question, as the acts take it."""
        said = {}
        for question in self.questions:
            value = self.cleaned_data.get(f"q{question.key}")
            if value:
                said[question.key] = value if question.kind in ("words", "several") else [value]
        return said

    def start(self, answers: dict[str, Any]) -> None:
        """Fills the fields with what was answered."""
        for question in self.questions:
            said = answers.get(question.key)
            if said:
                plain = question.kind in ("words", "several")
                self.initial[f"q{question.key}"] = said if plain else said[0]


class AnswerForm(CodeForm, SheetForm):
    """The answer sheet with its slip.

    `leaf`: the page it is on, for whoever answers; then the code and what was answered on the
    pages before are carried along unseen, and what depends on them is asked only where it is to
    be. Without it all questions stand under each other, for whoever types in.
    """

    # At random: the usual id tells the millisecond the sheet was drawn, and the key is kept.
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=uuid4)

    def __init__(self, *args: Any, leaf: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaf = leaf
        asked = [question.as_asked() for question in self.questions]
        self.pages = rules.leaves(asked)
        if leaf is None:
            return
        self.fields["code"].widget = forms.HiddenInput()
        self.fields["leaf"] = forms.IntegerField(
            widget=forms.HiddenInput(), initial=leaf, required=False
        )
        given, by_key = self._said_before(), {each.key: each for each in asked}
        for place, keys in enumerate(self.pages):
            for key in keys:
                if place < leaf:
                    self.fields[f"q{key}"].widget = self.fields[f"q{key}"].hidden_widget()
                elif place > leaf or not rules.is_asked(by_key[key], given, by_key):
                    del self.fields[f"q{key}"]

    def _said_before(self) -> dict[str, Any]:
        """What is known of the answers before the form is judged: enough to know what is asked."""
        given = {}
        for question in self.questions:
            name = f"q{question.key}"
            field = self.fields[name]
            raw = (
                field.widget.value_from_datadict(self.data, self.files, name)
                if self.is_bound
                else self.initial.get(name)
            )
            if raw and question.kind != "words":
                given[question.key] = [raw] if isinstance(raw, str) else list(raw)
        return given

    @property
    def is_last(self) -> bool:
        """Whether what is sent now is handed in. A sheet of several pages ends with one that
        asks nothing, so that nobody hands in who meant to go on."""
        return len(self.pages) <= 1 or (self.leaf or 0) >= len(self.pages)

    @property
    def is_further(self) -> bool:
        """Whether there is a page before this one."""
        return bool(self.leaf)

    def leaf_after(self) -> int | None:
        """The next page on which something is asked of whoever answered so, or the end; None
        where this is the last. Of a valid form."""
        if self.is_last:
            return None
        later = range((self.leaf or 0) + 1, len(self.pages))
        return next((place for place in later if self._asks(place)), len(self.pages))

    def leaf_before(self) -> int:
        """The page before on which something was asked; the first always asks."""
        earlier = range(min(self.leaf or 0, len(self.pages)) - 1, 0, -1)
        return next((place for place in earlier if self._asks(place)), 0)

    def _asks(self, place: int) -> bool:
        by_key = {question.key: question.as_asked() for question in self.questions}
        return any(rules.is_asked(by_key[key], self.answers, by_key) for key in self.pages[place])

    def groups(self) -> list[tuple[str, Any, list[BoundField]]]:
        """The fields that are seen, in their order: those of one life situation under its name."""
        found: list[tuple[str, Any, list[BoundField]]] = []
        for question in self.questions:
            name = f"q{question.key}"
            if name not in self.fields or self[name].is_hidden:
                continue
            if not found or found[-1][0] != question.situation:
                found.append((question.situation, question.get_situation_display(), []))
            found[-1][2].append(self[name])
        return found


class ToldForm(AnswerForm):
    """What somebody says by telephone or at the door, as a worker writes it down."""

    channel = forms.ChoiceField(
        label=_("怎么答的"),
        choices=[each for each in CHANNELS if each[0] in ("phone", "door")],
        widget=forms.RadioSelect,
    )
    field_order = ("code", "channel")


def _field_of(question: Question) -> forms.Field:
    if question.kind == "words":
        return forms.CharField(
            label=question.name,
            required=False,
            max_length=MOST_WORDS,
            widget=forms.Textarea(attrs={"rows": 3, "maxlength": MOST_WORDS}),
        )
    choices: list[tuple[str, Any]] = list(question.choices)
    if question.dont_know:
        choices.append((DONT_KNOW, DONT_KNOW_WORDS))
    given: dict[str, Any] = {"label": question.name, "required": False, "choices": choices}
    if question.kind == "several":
        return _Several(**given, widget=forms.CheckboxSelectMultiple)
    return forms.ChoiceField(**given, widget=forms.RadioSelect)
