"""Common income, the maintenance fund and repairs, as they are typed."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, YuanField
from linli.governance.property.forms.told import PUBLIC_WORDS, OnceForm, several_lines
from linli.governance.property.words import KINDS_OF, LINE_SIDES

SUMS = ("opening", "paid_in", "interest", "used", "closing")
SHARES = ("from_fund", "from_subsidy", "from_units", "from_owners")


class PeriodForm(OnceForm):
    """From when until when."""

    since = forms.DateField(label=_("从哪天"), widget=DayInput())
    until = forms.DateField(label=_("到哪天"), widget=DayInput())


class IncomeForm(PeriodForm):
    """Common income of a period, an amount to each sort."""

    public = ("note",)

    note = forms.CharField(
        label=_("说明"),
        max_length=400,
        required=False,
        widget=several_lines(400),
        help_text=PUBLIC_WORDS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for side, side_title in LINE_SIDES:
            for kind, title in KINDS_OF[side]:
                self.fields[f"{side}-{kind}"] = YuanField(
                    label=_("{side}：{kind}（元）").format(side=side_title, kind=title)
                )

    @property
    def lines(self) -> dict[tuple[str, str], int]:
        """Fen by side and kind."""
        return {
            (side, kind): self.cleaned_data.get(f"{side}-{kind}") or 0
            for side, kinds in KINDS_OF.items()
            for kind, _title in kinds
        }


class FundForm(PeriodForm):
    """The maintenance fund of a period."""

    public = ("used_for",)

    opening = YuanField(label=_("期初余额（元）"), required=True)
    paid_in = YuanField(label=_("交存和补充（元）"), required=True, initial=0)
    interest = YuanField(label=_("利息和增值（元）"), required=True, initial=0)
    used = YuanField(label=_("使用（元）"), required=True, initial=0)
    closing = YuanField(label=_("期末余额（元）"), required=True)
    used_for = forms.CharField(
        label=_("用在哪里"),
        max_length=400,
        required=False,
        widget=several_lines(400),
        help_text=PUBLIC_WORDS,
    )
    urgent = forms.BooleanField(label=_("其中有依法应急使用的"), required=False)

    @property
    def sums(self) -> dict[str, int]:
        """The five sums in fen."""
        return {name: self.cleaned_data[name] for name in SUMS}


class RepairForm(OnceForm):
    """A common repair and who pays."""

    public = ("what",)

    what = forms.CharField(label=_("修什么"), max_length=120, help_text=PUBLIC_WORDS)
    on = forms.DateField(label=_("哪天定下"), widget=DayInput(), initial=timezone.localdate)
    cost = YuanField(label=_("总价（元）"), required=True)
    from_fund = YuanField(label=_("维修资金出（元）"), required=True, initial=0)
    from_subsidy = YuanField(label=_("政府补助（元）"), required=True, initial=0)
    from_units = YuanField(label=_("单位支持（元）"), required=True, initial=0)
    from_owners = YuanField(label=_("业主分摊（元）"), required=True, initial=0)

    @property
    def shares(self) -> dict[str, int]:
        """Who pays how much."""
        return {name: self.cleaned_data[name] for name in SHARES}
