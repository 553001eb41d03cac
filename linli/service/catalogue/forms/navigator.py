"""What somebody tells the navigator: it travels in the form that is sent, and nowhere else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import in_language
from linli.core.pages.fields import DayInput
from linli.lib.eligibility import Answer, Fact, Household
from linli.lib.eligibility.facts import HOUSEHOLD, NUMBERS, PERSON, chosen
from linli.service.catalogue.schemes import Shelf

PREFIX, UNSURE, ASKED, SITUATION = "a-", "unsure", "asked", "situation"
_FEN, NONE = 100, "none"


@dataclass(frozen=True)
class Told:
    """The answers so far, which were passed over with “I don't know”, and in which order."""

    situation: str
    answers: Mapping[str, Answer]
    unsure: frozenset[str]
    asked: tuple[str, ...]

    def household(self, shelf: Shelf) -> Household:
        """The answers as the schemes read them: one person, and the household they live in."""
        scoped: dict[str, dict[str, Answer]] = {PERSON: {}, HOUSEHOLD: {}}
        for key, answer in self.answers.items():
            scoped[shelf.vocabulary.facts[key].scope][key] = answer
        return Household(scoped[HOUSEHOLD], (scoped[PERSON],))

    def with_answer(self, key: str, answer: Answer | None) -> "Told":
        """One more; None for “I don't know”."""
        told = self.without(key)
        if answer is None:
            return replace(told, unsure=told.unsure | {key}, asked=(*told.asked, key))
        return replace(told, answers={**told.answers, key: answer}, asked=(*told.asked, key))

    def without(self, key: str) -> "Told":
        """As if it had not been asked."""
        return replace(
            self,
            answers={each: value for each, value in self.answers.items() if each != key},
            unsure=self.unsure - {key},
            asked=tuple(each for each in self.asked if each != key),
        )

    def of_another_person(self, shelf: Shelf) -> "Told":
        """What holds for everybody at home stays; what was said of this one person goes."""
        told = self
        for key in self.asked:
            if shelf.vocabulary.facts[key].scope == PERSON or key.startswith("others_"):
                told = told.without(key)
        return told

    def carried(self, shelf: Shelf, but: Iterable[str] = ()) -> list[tuple[str, str]]:
        """The hidden fields that carry it to the next page."""
        left_out = set(but)
        fields = [(SITUATION, self.situation), (ASKED, ",".join(self.asked))]
        for key in self.asked:
            if key in self.unsure:
                fields.append((PREFIX + key, UNSURE))
            elif key not in left_out:
                fact = shelf.vocabulary.facts[key]
                fields.append((PREFIX + key, written(fact, self.answers[key])))
        return fields


def written(fact: Fact, answer: Answer) -> str:
    """An answer as a form carries it: money in yuan."""
    if fact.kind == "yes":
        return "yes" if answer else "no"
    if fact.kind == "fen":
        return str(Decimal(int(answer)) / _FEN)
    return str(answer)


def read_told(sent: Mapping[str, Any], shelf: Shelf) -> Told:
    """What was sent, as far as it makes sense: what does not is as if it had not been said."""
    situation = str(sent.get(SITUATION, ""))
    told = Told(situation if situation in shelf.situations else "", {}, frozenset(), ())
    keys = [key for key in str(sent.get(ASKED, "")).split(",") if key in shelf.vocabulary.facts]
    for key in dict.fromkeys(keys):
        raw = sent.get(PREFIX + key, "")
        if raw == UNSURE:
            told = told.with_answer(key, None)
        elif (answer := read_answer(shelf.vocabulary.facts[key], str(raw))) is not None:
            told = told.with_answer(key, answer)
    return told


def read_answer(fact: Fact, raw: str) -> Answer | None:
    """An answer as it was typed; None where it is none."""
    field = question_field(fact, required=True)
    given: Any = raw.strip()
    try:
        given = field.clean(given.split(",") if fact.kind == "several" else given)
    except forms.ValidationError:
        return None
    return _answer(fact, given)


def _answer(fact: Fact, given: Any) -> Answer | None:
    if given in ("", None, []):
        return None
    if fact.kind == "several":
        # Whoever ticks something beside “none” has it.
        return ",".join([each for each in given if each != NONE] or [NONE])
    if fact.kind == "yes":
        return bool(given == "yes")
    if fact.kind == "fen":
        return int(given * _FEN)
    return int(given) if fact.kind in NUMBERS else str(given)


class QuestionsForm(forms.Form):
    """One question, or all of them on one page (then none needs an answer, and the page says so
    once for all)."""

    def __init__(
        self, *args: Any, facts: Iterable[Fact], required: bool, told: Told, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.all_optional = not required
        self.facts = {PREFIX + fact.key: fact for fact in facts}
        fields: Any = self.fields
        for name, fact in self.facts.items():
            fields[name] = question_field(fact, required=required)
            if fact.key in told.answers:
                answer = told.answers[fact.key]
                several = fact.kind == "several"
                self.initial[name] = list(chosen(answer)) if several else written(fact, answer)

    def answers(self) -> dict[str, Answer | None]:
        """What was answered; None for what was left open."""
        return {
            fact.key: _answer(fact, self.cleaned_data.get(name))
            for name, fact in self.facts.items()
        }


def question_field(fact: Fact, *, required: bool) -> forms.Field:
    """The field of one question. Browsers are asked not to remember what was typed."""
    plain: dict[str, Any] = {
        "label": in_language(fact.asks),
        "help_text": in_language(fact.help),
        "required": required,
    }
    quiet = {"autocomplete": "off"}
    if fact.kind in NUMBERS:
        most = fact.most // _FEN if fact.kind == "fen" else fact.most
        least = 1 if fact.kind == "count" else 0
        bounds: dict[str, Any] = {"min_value": least, "max_value": most}
        if fact.kind == "fen":
            number = forms.NumberInput(attrs={**quiet, "inputmode": "decimal", "step": "0.01"})
            return forms.DecimalField(**plain, **bounds, decimal_places=2, widget=number)
        number = forms.NumberInput(attrs={**quiet, "inputmode": "numeric"})
        return forms.IntegerField(**plain, **bounds, widget=number)
    choices: list[tuple[str, Any]] = [("yes", _("是（有）")), ("no", _("不是（没有）"))]
    if fact.kind == "choice":
        choices = [(option.key, in_language(option.words)) for option in fact.options]
    if fact.kind == "several":
        choices = [(option.key, in_language(option.words)) for option in fact.options]
        boxes = forms.CheckboxSelectMultiple(attrs=quiet)
        return forms.MultipleChoiceField(**plain, choices=choices, widget=boxes)
    if not required:
        choices.append(("", _("不知道")))
    return forms.ChoiceField(**plain, choices=choices, widget=forms.RadioSelect(attrs=quiet))


class SlipCheckForm(forms.Form):
    """The code of a slip; or, where it cannot be read, the day and the schemes on it."""

    code = forms.CharField(label=_("单子上的编码"), max_length=60, required=False)
    given_on = forms.DateField(label=_("单子上的日期"), widget=DayInput, required=False)
    schemes = forms.MultipleChoiceField(
        label=_("单子上有哪几项"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, shelf: Shelf, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["schemes"].choices = [
            (key, in_language(scheme.title)) for key, scheme in shelf.schemes.items()
        ]
