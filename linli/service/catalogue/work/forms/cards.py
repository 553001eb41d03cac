"""A job-seeker's card, and what of it one employer may hear."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.people.choosing import PersonField
from linli.lib.identity.ids import new_id
from linli.service.catalogue.work import rules
from linli.service.catalogue.work.choices import AT_THE_DESK, REACH, TIMES
from linli.service.catalogue.work.models import JobCard


class CardForm(forms.Form):
    """Everything may be empty but how to reach its owner. `here`: filled at the counter."""

    reach = forms.ChoiceField(label=_("怎样找到您"), choices=REACH, widget=forms.RadioSelect)
    phone = forms.CharField(label=_("电话"), max_length=30, required=False)
    wish = forms.CharField(
        label=_("想做什么"), max_length=200, required=False, help_text=_("如：做饭、看店、打扫")
    )
    hours = forms.MultipleChoiceField(
        label=_("想什么时间做"), choices=TIMES, required=False, widget=forms.CheckboxSelectMultiple
    )
    near = forms.CharField(
        label=_("想在哪里做"), max_length=120, required=False, help_text=_("如：翠湖新村、菜市场")
    )
    can = forms.CharField(
        label=_("会什么、做过什么"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("不用写病情、家庭、收入。"),
    )
    learn = forms.CharField(label=_("想学什么"), max_length=200, required=False)
    pay = forms.CharField(label=_("希望的工钱"), max_length=60, required=False)
    consent = forms.ChoiceField(
        label=_("本人怎样同意的"), choices=AT_THE_DESK, widget=forms.RadioSelect
    )
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *args: Any, here: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = here
        if not here:
            del self.fields["consent"]

    def clean(self) -> dict[str, Any]:
        """Who is to be rung up says where: told at the field, so that nothing typed is lost."""
        given: dict[str, Any] = super().clean() or {}
        asked = given.get("reach") == "phone" and "phone" not in self.errors
        if asked and not rules.reachable("phone", given.get("phone", "")):
            self.add_error("phone", _("请填电话，或选“请社区转告我”。"))
        return given

    def given(self) -> dict[str, Any]:
        """What was written, as the acts take it."""
        return {name: self.cleaned_data[name] for name in ("reach", *JobCard.SEALED)}

    @property
    def consented(self) -> str:
        """How its owner said so."""
        return str(self.cleaned_data["consent"]) if self.here else "online"


class NewCardForm(CardForm):
    """A card written at the counter: for whom."""

    person = PersonField(label=_("谁的求职卡"))
    q = forms.CharField(widget=forms.HiddenInput())
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)
    field_order = (
        "person", "consent", "reach", "phone", "wish", "hours", "near", "can", "learn", "pay", "q",
        "once",
    )  # fmt: skip


def begin_card(card: JobCard | None) -> dict[str, Any]:
    """What the form begins with."""
    if card is None:
        return {}
    begun = {name: getattr(card, name) for name in ("reach", *JobCard.SEALED)}
    return {**begun, "hours": card.times, "seen": card.version}


class ReleaseForm(forms.Form):
    """Which fields that stand on the card this one employer may hear. Nothing is ticked before."""

    fields_told = forms.MultipleChoiceField(
        label=_("告诉这家单位哪几样"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("没勾的，单位听不到。"),
    )
    consent = forms.ChoiceField(
        label=_("本人怎样同意的"), choices=AT_THE_DESK, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, card: JobCard, here: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = card.said
        fields: Any = self.fields
        fields["fields_told"].choices = [
            (key, _("{title}：{words}").format(title=title, words=said[key]))
            for key, title in card.filled.items()
        ]
        self.here = here
        if not here:
            del self.fields["consent"]

    @property
    def consented(self) -> str:
        """How its owner said so."""
        return str(self.cleaned_data["consent"]) if self.here else "online"


class ConsentForm(forms.Form):
    """At the counter: how its owner said so."""

    consent = forms.ChoiceField(
        label=_("本人怎样说的"), choices=AT_THE_DESK, widget=forms.RadioSelect
    )
