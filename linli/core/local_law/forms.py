"""What somebody enters: the number, its term, its source, and their signature."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.local_law.actions import Given
from linli.core.local_law.models import LocalValue
from linli.core.local_law.queries import rows_of
from linli.core.local_law.words import tell_place
from linli.core.pages.fields import DayInput
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.identity.ids import new_id
from linli.lib.law import own_place
from linli.lib.law.packs import read_value

_LARGEST = 9_999
_LARGEST_YUAN = 10_000_000
_FEN = 100
_MOST_TIMES = 10
"""A share of something may be more than the whole, as one and a half times a line."""


class ValueForm(forms.Form):
    """One value of one rule for one community. The unit is the rule's and not a choice: the code
    that reads it counts in it."""

    value = forms.CharField(label=_("数字"), max_length=20)
    in_force_from = forms.DateField(label=_("从哪天起"), widget=DayInput)
    in_force_to = forms.DateField(
        label=_("到哪天为止"),
        widget=DayInput,
        required=False,
        help_text=_("没有写明到期的，不用填。"),
    )
    issuer = forms.ChoiceField(
        label=_("谁的规定"),
        help_text=_("无论是谁的规定，这里录入的只在本社区执行。"),
    )
    status = forms.ChoiceField(
        label=_("性质"), choices=LocalValue.STATUSES, widget=forms.RadioSelect
    )
    source = forms.CharField(
        label=_("依据的名称"),
        max_length=120,
        help_text=_("法规、文件的全称，或者会议决定的名称和日期。不用写书名号。"),
    )
    article = forms.CharField(
        label=_("第几条"),
        max_length=40,
        required=False,
        help_text=_("只写数字，如 12；文件没有条的，写第几部分。"),
    )
    declares = forms.BooleanField(label=_("我对照过原文，数字和日期与原文一致，对此负责"))
    signed = forms.CharField(label=_("签名"), max_length=40)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(
        self, *args: Any, community: Place, rule: str, unit: str, unit_words: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.community, self.rule, self.unit = community, rule, unit
        fields: Any = self.fields
        fields["issuer"].choices = [
            (own_place(community.pk), _("本社区")),
            *((place, tell_place(place)) for place in jurisdictions_of(community)[1:]),
        ]
        if unit == "switch":
            fields["value"] = forms.ChoiceField(
                label=_("是不是"),
                choices=[("true", _("是")), ("false", _("否"))],
                widget=forms.RadioSelect,
            )
        elif unit == "share":
            fields["value"].label = _("几分之几")
            fields["value"].help_text = _("写成 2/3 这样。")
        elif unit == "fen":
            fields["value"] = forms.DecimalField(
                label=_("多少元"),
                min_value=Decimal("0.01"),
                max_value=_LARGEST_YUAN,
                decimal_places=2,
                help_text=_("写元，不写分：850 就是八百五十元。"),
            )
        else:
            fields["value"] = forms.IntegerField(
                label=_("数字"), min_value=1, max_value=_LARGEST, help_text=unit_words
            )

    def clean_value(self) -> bool | int | Fraction:
        given = self.cleaned_data["value"]
        if self.unit == "switch":
            given = given == "true"
        elif self.unit == "share":
            given = given.replace(" ", "").replace("／", "/")
        elif self.unit == "fen":
            given = int(given * _FEN)
        try:
            value = read_value(given, self.unit)
        except ValueError as why:
            raise forms.ValidationError(_("请写成 2/3 这样。")) from why
        most = _MOST_TIMES if _may_exceed_one(self.rule) else 1
        if isinstance(value, Fraction) and not 0 < value <= most:
            if most > 1:
                raise forms.ValidationError(_("倍数在 0 和 10 之间。"))
            raise forms.ValidationError(_("份额在 0 和 1 之间。"))
        return value

    def clean_source(self) -> str:
        return str(self.cleaned_data["source"]).strip().strip("《》")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        begins, ends = given.get("in_force_from"), given.get("in_force_to")
        if begins and ends and ends < begins:
            self.add_error("in_force_to", _("到期的日子早于开始的日子。"))
        if given.get("status") == "verified" and not given.get("article"):
            self.add_error("article", _("法规和文件的规定，请写明第几条或者第几部分。"))
        return given

    @property
    def given(self) -> Given:
        """What was entered, once it is valid."""
        told = self.cleaned_data
        return Given(
            jurisdiction=own_place(self.community.pk),
            rule=self.rule,
            **{
                name: told[name]
                for name in (
                    "issuer",
                    "value",
                    "in_force_from",
                    "in_force_to",
                    "status",
                    "source",
                    "article",
                    "signed",
                    "declares",
                )
            },
        )


def _may_exceed_one(rule: str) -> bool:
    """Whether the rule's share is a multiple: somewhere it is more than the whole."""
    return any(isinstance(row.value, Fraction) and row.value > 1 for row in rows_of(rule))


class ReasonForm(forms.Form):
    """Why a waiting value is not to be."""

    reason = forms.CharField(label=_("原因"), max_length=200)


class EndForm(forms.Form):
    """The last day a value is to hold."""

    last_day = forms.DateField(label=_("最后一天"), widget=DayInput)
