"""Composing a wave, and drawing its sample."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _, ngettext

from linli.core.pages.fields import DayInput
from linli.evaluation.surveys.bank import OWN_MOST, bank
from linli.evaluation.surveys.words import HOW, STRATA
from linli.mechanisms.questionnaire.words import PER

START = ("core", "features", "about")


class SetsForm(forms.Form):
    """Which sets of the bank are asked."""

    sets = forms.MultipleChoiceField(
        label=_("问哪几组题"), widget=forms.CheckboxSelectMultiple, initial=list(START)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["sets"]
        assert isinstance(chosen, forms.MultipleChoiceField)
        chosen.choices = [
            (each.code, f"{each.title} · {each.says}") for each in bank().sets.values()
        ]


class SurveyForm(SetsForm):
    """What it is for, whom it asks and when."""

    title = forms.CharField(label=_("标题"), max_length=80)
    title_en = forms.CharField(label=_("英文标题"), max_length=120, required=False)
    purpose = forms.CharField(
        label=_("为了什么"),
        max_length=200,
        help_text=_("写在答卷的开头，答的人先看到这一句。"),
        initial=_("了解大家住得怎么样，看哪里做得好、哪里要改；结果会公布。"),
    )
    per = forms.ChoiceField(label=_("几份"), choices=PER)
    how = forms.ChoiceField(label=_("问谁"), choices=HOW)
    strata = forms.ChoiceField(label=_("分层"), choices=STRATA)
    opens_on = forms.DateField(label=_("从哪天"), widget=DayInput())
    closes_on = forms.DateField(label=_("到哪天"), widget=DayInput())

    field_order = (
        "title", "title_en", "purpose", "sets", "per", "how", "strata", "opens_on", "closes_on",
    )  # fmt: skip


class CloseForm(forms.Form):
    """Closing while paper waits: it is left out only knowingly, and just so many as were said."""

    leaving = forms.IntegerField(widget=forms.HiddenInput(), min_value=0)
    knowingly = forms.BooleanField(label="")

    def __init__(self, *args: Any, waiting: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["leaving"] = waiting
        self.fields["knowingly"].label = ngettext(
            "{n} 份没有录完的纸质答卷不计入", "{n} 份没有录完的纸质答卷不计入", waiting
        ).format(n=waiting)


class OwnForm(forms.Form):
    """One question of the community's own; one without a text is left out."""

    text = forms.CharField(label=_("自己加的问题"), max_length=160, required=False)
    options = forms.CharField(
        label=_("选项，一行一个；不写就是自己写一句"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


OwnQuestions = forms.formset_factory(OwnForm, extra=0, min_num=OWN_MOST, max_num=OWN_MOST)


def own_in(formset: Any) -> list[dict[str, Any]]:
    """The questions as the act takes them."""
    return [
        {
            "text": said["text"].strip(),
            "options": [line.strip() for line in said["options"].splitlines() if line.strip()],
        }
        for form in formset
        if (said := form.cleaned_data).get("text", "").strip()
    ]


class SizeForm(forms.Form):
    """How near one wants to know, for whom."""

    points = forms.TypedChoiceField(
        label=_("误差不超过"),
        coerce=int,
        choices=[(each, f"±{each}") for each in (3, 4, 5, 7, 10)],
        initial=5,
        required=False,
    )
    rate = forms.IntegerField(
        label=_("估计百分之几的会答"), min_value=1, max_value=100, initial=60, required=False
    )


class DrawForm(forms.Form):
    """How many are drawn."""

    n = forms.IntegerField(label=_("抽多少"), min_value=1, max_value=100_000)
