"""Objecting to a notice, finding one's objection again, and answering it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.lib.identity.ids import new_id
from linli.mechanisms.publication.models import Objection


class ObjectForm(forms.Form):
    """What is objected; a way to be reached only if one likes."""

    words = forms.CharField(
        label=_("您对哪里有不同意见"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": 2000}),
        help_text=_("写清哪一项、您知道的情况是什么。不用写自己的名字。"),
    )
    contact = forms.CharField(
        label=_("怎么联系您"),
        max_length=60,
        required=False,
        help_text=_("不留也可以：凭回执号随时看答复。留了只有居委会经办人看得到。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class TypeInForm(ObjectForm):
    """The same, written down at the counter for somebody who came or called."""

    channel = forms.ChoiceField(
        label=_("怎么来的"),
        choices=[choice for choice in Objection.CHANNELS if choice[0] != "web"],
        widget=forms.RadioSelect,
        initial="walk_in",
    )
    field_order = ("channel", "words", "contact", "once")


class ReceiptForm(forms.Form):
    """The receipt number of an objection."""

    receipt = forms.CharField(label=_("回执号"), max_length=40)


class PassOnForm(forms.Form):
    """To which office."""

    office = forms.CharField(label=_("转交给哪个单位"), max_length=80)


class AnswerForm(forms.Form):
    """What came of it."""

    outcome = forms.ChoiceField(
        label=_("结果"), choices=Objection.OUTCOMES, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=_("答复"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 2000}),
        help_text=_("提出人凭回执号看到的就是这些话。由别的单位决定的，写那个单位的答复。"),
    )
