"""An entry of the directory, and what one call came to."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import bodies_of
from linli.core.pages.fields import DayInput
from linli.service.catalogue.forms.guides import PriceFields
from linli.service.catalogue.forms.hours import HoursForm, begin_hours
from linli.service.catalogue.models import Provider
from linli.service.catalogue.models.choices import ACCESS, PROVIDER_KINDS, RESULTS, STEP_FREE

_CODE = r"^[0-9A-HJ-NPQRTUWXY]{18}$"


class ProviderForm(PriceFields, HoursForm):
    """All of it; entered or changed after a call or a visit."""

    title = forms.CharField(label=_("名称"), max_length=60)
    title_en = forms.CharField(label=_("英文名称"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("类别"), choices=PROVIDER_KINDS)
    offers = forms.CharField(label=_("提供什么"), max_length=200)
    phone = forms.CharField(label=_("电话"), max_length=30)
    agreed_on = forms.DateField(
        label=_("个人手机：本人哪天同意列出"),
        required=False,
        widget=DayInput(),
        help_text=_("单位的座机不用填。没有同意的手机号不能列。"),
    )
    where = forms.CharField(
        label=_("门面地址"),
        max_length=120,
        required=False,
        help_text=_("只写大家都可以知道的接待处；庇护、安置的住址绝不能写。"),
    )
    by_phone_only = forms.BooleanField(label=_("只留电话，不留地址"), required=False)
    body = forms.ModelChoiceField(
        label=_("已登记的单位"), queryset=Provider.objects.none(), required=False
    )
    credit_code = forms.RegexField(
        label=_("统一社会信用代码"),
        regex=_CODE,
        required=False,
        help_text=_("十八位；没有就空着。"),
    )
    step_free = forms.ChoiceField(label=_("进门"), choices=STEP_FREE, initial="unknown")
    access = forms.MultipleChoiceField(
        label=_("无障碍情况"), choices=ACCESS, widget=forms.CheckboxSelectMultiple, required=False
    )

    field_order = (
        "title", "title_en", "kind", "offers", "phone", "agreed_on", "where", "by_phone_only",
        "step_free", "access", "price_class", "price_yuan", "price_unit", "price_basis", "body",
        "credit_code",
    )  # fmt: skip

    def __init__(self, *args: Any, community: Any, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.queryset = bodies_of(community, on)

    def given(self) -> dict[str, Any]:
        """What was entered, as the acts take it."""
        cleaned = self.cleaned_data
        names = set(ProviderForm.field_order) - set(PriceFields.base_fields)
        return {name: cleaned[name] for name in names} | self.priced()


def begin_provider(provider: Provider) -> dict[str, Any]:
    """What the form begins with."""
    begun = {name: getattr(provider, name, None) for name in ProviderForm.field_order}
    begun["price_yuan"] = Decimal(provider.price_fen) / 100 if provider.price_fen else None
    return {**begun, **begin_hours(provider.opening)}


class CallForm(forms.Form):
    """One call: what it came to, and beside each old value the new one where it has changed."""

    result = forms.ChoiceField(choices=RESULTS)
    seen = forms.IntegerField(widget=forms.HiddenInput())
    phone = forms.CharField(label=_("电话"), max_length=30, required=False)
    agreed_on = forms.DateField(
        label=_("个人手机：本人哪天同意列出"), required=False, widget=DayInput()
    )
    where = forms.CharField(label=_("门面地址"), max_length=120, required=False)
    offers = forms.CharField(label=_("提供什么"), max_length=200, required=False)
    price_yuan = forms.DecimalField(
        label=_("价格（元）"),
        min_value=Decimal("0.01"),
        max_digits=8,
        decimal_places=2,
        required=False,
    )
    step_free = forms.ChoiceField(
        label=_("进门"), choices=[("", _("没变")), *STEP_FREE], required=False
    )

    def new_values(self) -> dict[str, Any]:
        """What was filled in: the new values only."""
        cleaned = self.cleaned_data
        names = ("phone", "agreed_on", "where", "offers", "step_free")
        new = {name: cleaned[name] for name in names if cleaned.get(name)}
        if cleaned.get("price_yuan"):
            new["price_fen"] = int(cleaned["price_yuan"] * 100)
        return new


class DirectorySift(forms.Form):
    """Which kind, and whether open or step-free."""

    kind = forms.ChoiceField(
        label=_("类别"), choices=[("", _("都行")), *PROVIDER_KINDS], required=False
    )
    step_free = forms.BooleanField(label=_("无台阶"), required=False)
    open_now = forms.BooleanField(label=_("现在开着"), required=False)
