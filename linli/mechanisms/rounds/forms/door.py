"""What is entered at one door: what changed, that nothing did, or that nobody was met."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.pages.fields import DayInput
from linli.core.pages.wording import tell_day
from linli.lib.identity.ids import new_id
from linli.mechanisms.rounds.declaration import CHOICE, DAY, LONGEST_TEXT, NUMBER, YES_NO, Question
from linli.mechanisms.rounds.models.coming_in import KNOCK, RESULTS, WAYS
from linli.mechanisms.rounds.words import options_of, said_in_words


class KeyedForm(forms.Form):
    """A form with a key of its own: sent twice, it does its work once."""

    key = forms.UUIDField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = new_id()


class DoorForm(KeyedForm):
    """One field for each question, empty where nothing changed; last time's answer beside it."""

    def __init__(self, *args: Any, stop: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keys: dict[str, str] = {}
        answers = {each.key: each for each in stop.answers.all()}
        for number, question in enumerate(stop.questions):
            name = f"a{number}"
            self._keys[name] = question.key
            field = _field(question)
            answer = answers.get(question.key)
            field.help_text = _before(question, answer, stop.last_on)
            self.fields[name] = field
            self.fields[f"v{number}"] = forms.IntegerField(
                widget=forms.HiddenInput(), initial=answer.version if answer else 0, required=False
            )

    def answers(self) -> dict[str, str]:
        """By question what was entered."""
        return {
            key: self.cleaned_data[name]
            for name, key in self._keys.items()
            if self.cleaned_data.get(name)
        }

    def seen(self) -> dict[str, int]:
        """By question the version the page was drawn from."""
        return {key: self.cleaned_data.get(f"v{name[1:]}") or 0 for name, key in self._keys.items()}


class NoChangeForm(KeyedForm):
    """That everything is as it was; with a second name where two go."""

    second = forms.ChoiceField(
        label=gettext_lazy("一同上门的"), required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, others: Any, wanted: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not wanted:
            del self.fields["second"]
            return
        field = self.fields["second"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(key), words) for key, words in others]
        if len(field.choices) == 1:
            field.initial = field.choices[0][0]

    def chosen(self) -> UUID | None:
        """The second account."""
        given = self.cleaned_data.get("second")
        return UUID(given) if given else None


class AttemptForm(KeyedForm):
    """How somebody was tried to be reached, and what came of it."""

    way = forms.ChoiceField(
        label=gettext_lazy("怎么找的"), choices=WAYS, initial=KNOCK, widget=forms.RadioSelect
    )
    result = forms.ChoiceField(
        label=gettext_lazy("结果"), choices=RESULTS, initial="nobody", widget=forms.RadioSelect
    )


def _field(question: Question) -> forms.Field:
    plain: dict[str, Any] = {"label": question.title, "required": False}
    off = {"autocomplete": "off", "data-no-draft": True}
    match question.kind:
        case kind if kind in (CHOICE, YES_NO):
            # No script, no empty radio: what was ticked by mistake can be unticked by "as before".
            choices = [("", _("没有变")), *options_of(question)]
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **plain)
        case kind if kind == NUMBER:
            widget = forms.TextInput(attrs={**off, "inputmode": "numeric", "class": "field-short"})
            return forms.CharField(max_length=10, widget=widget, **plain)
        case kind if kind == DAY:
            widget = DayInput(off)
            return forms.CharField(max_length=10, widget=widget, **plain)
        case _:
            widget = forms.TextInput(attrs=off)
            return forms.CharField(max_length=LONGEST_TEXT, widget=widget, **plain)


def _before(question: Question, answer: Any, last_on: Any) -> str:
    if answer is None or not answer.known:
        return ""
    words = said_in_words(question, answer.known)
    if answer.version:
        return _("这次已记：{words}").format(words=words)
    if last_on:
        return _("上次（{day}）：{words}").format(day=tell_day(last_on), words=words)
    return _("上次：{words}").format(words=words)
