"""The few things typed at the door and on the floor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.mechanisms.gathering.models import Gathering
from linli.mechanisms.gathering.queries import present_in


class WalkInForm(forms.Form):
    """Somebody who was not on the list, by name."""

    name = forms.CharField(
        label=_("姓名"),
        max_length=80,
        help_text=_("同名的请加注楼栋，例如“王芳（3号楼）”。"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    capacity = forms.ChoiceField(label=_("身份"))

    def __init__(self, *args: Any, gathering: Gathering, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["capacity"]
        field.choices = [
            (each.code, each.title) for each in gathering.sort.capacities if each.walks_in
        ]


class SlipForm(forms.Form):
    """The number on an invitation, typed at the door."""

    slip = forms.CharField(
        label=_("邀请单上的编号"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "inputmode": "text"}
        ),
    )


class AskForm(forms.Form):
    """Who wishes to speak, out of those present."""

    attendance = forms.ChoiceField(label=_("谁要发言"))

    def __init__(self, *args: Any, gathering: Gathering, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["attendance"]
        field.choices = [("", _("请选择"))] + [
            (
                str(one.pk),
                f"{one.name or '—'} · {gathering.sort.capacity(one.capacity).title}",
            )
            for one in sorted(present_in(gathering, most=2000), key=lambda one: one.name)
        ]


class GistForm(forms.Form):
    """What somebody said, in short."""

    gist = forms.CharField(
        label=_("发言要点"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class WordsForm(forms.Form):
    """What was said in general on an item, or what else is to be told."""

    words = forms.CharField(
        label=_("记录"),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
