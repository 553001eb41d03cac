"""The desk's forms: slips, those not reached, and two typings that differ."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.mechanisms.questionnaire.forms.answering import SheetForm
from linli.mechanisms.questionnaire.models import PaperEntry, Question, Stratum


class SlipsForm(forms.Form):
    """How many slips to print, and for which group of the sample."""

    count = forms.IntegerField(label=_("印几张"), min_value=1, max_value=5000, initial=60)

    def __init__(self, *args: Any, strata: list[Stratum], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if strata:
            groups = [(each.code, f"{each.name} ({each.drawn})") for each in strata]
            self.fields["stratum"] = forms.ChoiceField(
                label=_("发给哪一组（括号里是抽了多少）"), choices=groups
            )


class UnreachedForm(forms.Form):
    """How many said no, and how many were not found; numbers only."""

    refused = forms.IntegerField(
        label=_("不愿答的，加几份"), min_value=-999, max_value=999, initial=0
    )
    not_reached = forms.IntegerField(
        label=_("没联系上的，加几份"), min_value=-999, max_value=999, initial=0
    )


class SettleForm(SheetForm):
    """The questions two typings differ in, each with both beside it."""

    def __init__(self, *args: Any, questions: list[Question], entry: PaperEntry, **kwargs: Any):
        super().__init__(*args, questions=questions, **kwargs)
        for question in self.questions:
            first, second = (entry.first.get(question.key), (entry.second or {}).get(question.key))
            self.fields[f"q{question.key}"].help_text = _(
                "第一遍：{first}；第二遍：{second}"
            ).format(first=_in_words(question, first), second=_in_words(question, second))

    @property
    def settled(self) -> dict[str, Any]:
        """Every one of them, those left blank on the paper as blank."""
        return {question.key: self.answers.get(question.key, []) for question in self.questions}


def _in_words(question: Question, said: Any) -> str:
    field: Any = SheetForm(questions=[question]).fields[f"q{question.key}"]
    if not said:
        return str(_("没有答"))
    if isinstance(said, str):
        return f"“{said}”"
    words = dict(field.choices)
    return "、".join(str(words.get(each, each)) for each in said)
