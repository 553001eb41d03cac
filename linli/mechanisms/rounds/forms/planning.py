"""A round is planned, named, handed over; a difference is decided."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.mechanisms.rounds.declaration import LONGEST_TEXT
from linli.mechanisms.rounds.models import Conflict


class PlanForm(forms.Form):
    """Which staircases, on which day, by whom."""

    title = forms.CharField(label=_("走访名称"), max_length=120)
    stairs = forms.MultipleChoiceField(label=_("走哪些楼道"), widget=forms.CheckboxSelectMultiple)
    day = forms.DateField(label=_("哪一天"), widget=DayInput())
    carriers = forms.MultipleChoiceField(label=_("谁去走访"), widget=forms.CheckboxSelectMultiple)

    def __init__(
        self,
        *args: Any,
        stairs: Sequence[tuple[str, Any]],
        accounts: Iterable[Any],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        where, who = self.fields["stairs"], self.fields["carriers"]
        assert isinstance(where, forms.ChoiceField)
        assert isinstance(who, forms.ChoiceField)
        where.choices = list(stairs)
        where.initial = [key for key, _words in stairs]
        who.choices = [(str(account.pk), account.label) for account in accounts]

    def chosen(self) -> list[UUID]:
        """The accounts that walk it."""
        return [UUID(key) for key in self.cleaned_data["carriers"]]


class SomebodyForm(forms.Form):
    """One of those who may walk this sort of round."""

    account = forms.ChoiceField(label=_("哪一位"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, accounts: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["account"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(account.pk), account.label) for account in accounts]

    def clean_account(self) -> UUID:
        """The account's id."""
        return UUID(self.cleaned_data["account"])


class DecideForm(forms.Form):
    """Which of two values is right."""

    choice = forms.ChoiceField(choices=Conflict.CHOICES, widget=forms.RadioSelect)
    value = forms.CharField(max_length=LONGEST_TEXT, required=False)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput())


class TakeForm(forms.Form):
    """That the doors lie on this device from now on, by choice."""

    agreed = forms.BooleanField(
        label=_("我明确选择把这些户带到这台手机上，走访当天过后自动删除"), required=False
    )

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["agreed"]
