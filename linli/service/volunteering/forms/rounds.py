"""Who is called on, and what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.people.choosing import PersonField
from linli.service.volunteering import words


class ReceiverForm(forms.Form):
    """Somebody who wishes to be called on, and agreed."""

    person = PersonField()
    note = forms.CharField(
        label=_("上门的人要知道的"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
        help_text=_("只写送到要用的，比如“敲门后等两分钟”“要少盐”；不写病情。加密保存。"),
    )
    consent_way = forms.ChoiceField(
        label=_("本人怎样同意的"), choices=words.CONSENT_WAYS, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, community: Any, words: str, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        self.found = field.offer(community, words, on)


class PauseForm(forms.Form):
    """Until which day nobody calls."""

    until = forms.DateField(
        label=_("停到哪天（含当天）"),
        widget=DayInput(),
        required=False,
        help_text=_("不填就是恢复。"),
    )


class SettleForm(forms.Form):
    """What came of a missed call."""

    said = forms.CharField(
        label=_("后来怎么样"),
        max_length=200,
        help_text=_("比如“打通了电话，去女儿家了”。加密保存。"),
    )
