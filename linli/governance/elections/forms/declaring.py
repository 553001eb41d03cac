"""The forms that follow the count: declaring, a further vote, those written in, the handover."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.core.people.choosing import PersonField
from linli.governance.elections.forms.sitting import DayInput
from linli.governance.elections.models import Candidate, HandoverItem
from linli.lib.identity.ids import new_id


class DeclareForm(StepForm):
    """Who said on the spot that they do not take the office."""

    declined = forms.MultipleChoiceField(
        label=_("当场表示不就任的人"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("没有人不就任的，不用勾选。"),
    )

    def __init__(self, *args: Any, candidates: list[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["declined"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [
            (str(each.pk), f"{each.office.get_office_display()} {each.name}") for each in candidates
        ]


class AgainForm(StepForm):
    """The day of the further vote."""

    day = forms.DateField(label=_("另行选举的日期"), widget=DayInput)


class CompleteForm(StepForm):
    """That the street office was there."""

    watched = forms.BooleanField(label=_("街道办事处到场监督"), required=False)


class WrittenInForm(forms.Form):
    """Who of the register is meant by a name that was written in."""

    person = PersonField()

    def __init__(self, *args: Any, community: Any, words: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        self.found = field.offer(community, words, on)


class ItemForm(forms.Form):
    """One more thing that goes over."""

    kind = forms.ChoiceField(label=_("类别"), choices=HandoverItem.KINDS)
    what = forms.CharField(label=_("内容"), max_length=200)
    amount = forms.CharField(label=_("数量"), max_length=60, required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class GiveForm(forms.Form):
    """Giving a thing: how much of it, or that it is not there and what becomes of it."""

    amount = forms.CharField(label=_("数量"), max_length=60, required=False)
    missing = forms.BooleanField(label=_("没有或者缺失"), required=False)
    note = forms.CharField(
        label=_("说明"),
        max_length=200,
        required=False,
        help_text=_("缺失的，写明怎么处理。"),
    )
