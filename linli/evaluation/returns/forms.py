"""What is asked for when values travel."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import FileDrop
from linli.core.places.models import Place
from linli.evaluation.forms import PeriodForm
from linli.evaluation.periods import period_of
from linli.evaluation.returns.models import ANSWERS

_MOST = 20 * 2**20


class SendForm(PeriodForm):
    """To whom, and which period."""

    office = forms.ChoiceField(label=_("报给"))
    field_order = ("office", "period")

    def __init__(self, offices: list[Place], today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(today, *args, **kwargs)
        self.offices = {str(place.pk): place for place in offices}
        self.fields["office"].choices = [  # type: ignore[attr-defined]
            (key, place.name) for key, place in self.offices.items()
        ]
        self.fields["period"].initial = period_of("year", today).key

    def clean_office(self) -> Place:
        return self.offices[self.cleaned_data["office"]]


class FileForm(forms.Form):
    """A file that came from the other side."""

    file = forms.FileField(
        label=_("文件"), widget=FileDrop(accept=(".zip",), kinds=".zip", most=_MOST)
    )


class KeyForm(forms.Form):
    """A public key, and the fingerprint as the other side read it out."""

    whose = forms.ChoiceField(label=_("谁的公钥"))
    public_key = forms.CharField(
        label=_("公钥"), max_length=60, help_text=_("对方“上报”页面上那一行，整行复制。")
    )
    heard = forms.CharField(
        label=_("电话里对方读的指纹"),
        max_length=60,
        required=False,
        help_text=_("照对方读的写，不要从公钥算。空着的话，要由第二个人确认后才生效。"),
    )

    def __init__(self, places: list[Place], *args: Any, must_hear: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(place.pk): place for place in places}
        self.fields["whose"].choices = [  # type: ignore[attr-defined]
            (key, place.name) for key, place in self.places.items()
        ]
        if must_hear:
            self.fields["heard"].required = True
            self.fields["heard"].help_text = _("照对方读的写，不要从公钥算。")

    def clean_whose(self) -> Place:
        return self.places[self.cleaned_data["whose"]]


class AnswerForm(forms.Form):
    """What the office answers."""

    state = forms.ChoiceField(
        label=_("答复"),
        choices=[(ANSWERS[0][0], _("采用")), (ANSWERS[1][0], _("采用，有疑问")), ANSWERS[2]],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("要对社区说的话"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("退回时必须写原因。"),
    )


class ExplanationForm(forms.Form):
    """Why one value is so."""

    kind = forms.CharField(max_length=20, widget=forms.HiddenInput())
    indicator = forms.CharField(max_length=8, required=False, widget=forms.HiddenInput())
    period = forms.CharField(max_length=7, required=False, widget=forms.HiddenInput())
    text = forms.CharField(
        label=_("这个数为什么是这样"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
