"""Goods and slips as they are written."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput
from linli.lib.identity.ids import new_id
from linli.stewardship.funds.forms.giving import PUBLIC_WORDS
from linli.stewardship.funds.words import PURPOSES


class GoodForm(forms.Form):
    """A kind of goods for one purpose."""

    title = forms.CharField(label=_("物品"), max_length=60, help_text=_("例如“大米 10 公斤装”。"))
    measure = forms.CharField(label=_("单位（袋、件、盒）"), max_length=10)
    purpose = forms.ChoiceField(label=_("用途"), choices=PURPOSES, initial="relief")
    purpose_told = forms.CharField(
        label=_("约定的用途"), max_length=160, required=False, help_text=PUBLIC_WORDS
    )


class SlipForm(forms.Form):
    """What every slip says."""

    amount = forms.IntegerField(label=_("数量"), min_value=1)
    on = forms.DateField(label=pgettext_lazy("stock", "哪天"), widget=DayInput())
    what = forms.CharField(
        label=_("做什么用"),
        max_length=120,
        help_text=_("大家都看得到。只写做什么用，不写发给谁；领取人的签名留在纸上。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class OutForm(SlipForm):
    """Goods that go out."""

    served = forms.IntegerField(label=_("多少户或多少份"), min_value=1, required=False)
    field_order = ("amount", "served", "what", "on")


class CountForm(SlipForm):
    """What is really there."""

    amount = forms.IntegerField(label=_("实点的数量"), min_value=0)
    what = forms.CharField(
        label=_("和台账不一样的原因"),
        max_length=120,
        required=False,
        help_text=_("一样就不用填；不一样的要说明。"),
    )


SLIPS = {
    "in": (SlipForm, _("入库"), _("买来的或补记的；捐来的物品在“收下捐赠”里登记。")),
    "out": (OutForm, _("发放"), _("开好以后，由另一个人点过实物签字，台账才动。")),
    "count": (CountForm, _("盘点"), _("先点实物，再和台账比；由另一个人签字。")),
}
"""The form of each way, its title, and what to know beforehand."""
