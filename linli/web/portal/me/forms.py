"""The forms about one's own data."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.people.models import Person, RightsRequest


class ChangeForm(forms.Form):
    """What people change for themselves, at once."""

    phone = forms.CharField(
        label=_("联系电话"),
        max_length=30,
        required=False,
        help_text=_("填了就表示同意社区工作者用它联系您；留空就是删除。"),
        widget=forms.TextInput(
            attrs={"autocomplete": "tel", "inputmode": "tel", "data-no-draft": True}
        ),
    )
    language = forms.CharField(
        label=_("沟通语言"), max_length=40, required=False, help_text=_("例如“四川话”“英语”。")
    )
    needs = forms.MultipleChoiceField(
        label=_("沟通与无障碍需要"),
        choices=Person.NEEDS,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("勾选就表示同意记录，办事时照此准备；只记录需要什么，不问也不记原因。"),
    )


class AskForm(forms.Form):
    """A request about one's own data."""

    kind = forms.ChoiceField(label=_("要求"), choices=RightsRequest.KINDS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("具体内容"),
        max_length=1000,
        required=False,
        help_text=_("要更正的，写明哪一项、应该是什么；删除可以不写。"),
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 1000, "data-no-draft": True}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kind") != RightsRequest.DELETE and not cleaned.get("words", "").strip():
            self.add_error("words", _("请写明要更正或解释什么。"))
        return cleaned
