"""A guide: of one's own from the first word, or adopted with what this community adds."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.service.catalogue.forms.hours import HoursForm, begin_hours
from linli.service.catalogue.models import GuideVersion
from linli.service.catalogue.models.choices import (
    ACCESS,
    ELDER_HAVE,
    FIELDS,
    LIFE,
    MEANS,
    PRICES,
    STEP_FREE,
)
from linli.service.catalogue.queries.providers import providers_to_name

PAID = ("price_yuan", "price_unit", "price_basis")
_ANY = [("", _("都行"))]


def _area(label: Any, most: int, rows: int = 3, **more: Any) -> forms.CharField:
    attrs = {"rows": rows, "maxlength": most}
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs=attrs), **more)


class PriceFields(forms.Form):
    """What it costs, by what it is counted, and where the price comes from."""

    price_class = forms.ChoiceField(label=_("收费"), choices=PRICES, initial="free")
    price_yuan = forms.DecimalField(
        label=_("价格（元）"),
        min_value=Decimal("0.01"),
        max_digits=8,
        decimal_places=2,
        required=False,
    )
    price_unit = forms.CharField(
        label=_("按什么算"), max_length=20, required=False, help_text=_("如：次、小时、平方米。")
    )
    price_basis = forms.CharField(
        label=_("价格依据"),
        max_length=200,
        required=False,
        help_text=_("哪份价目表、哪次约定；收钱的没有依据不能公布。"),
    )

    @property
    def paid(self) -> list[Any]:
        """The inputs for what is not free."""
        return [self[name] for name in PAID]

    def priced(self) -> dict[str, Any]:
        """The four, in fen."""
        given = self.cleaned_data
        yuan = given["price_yuan"]
        return {
            "price_class": given["price_class"],
            "price_fen": int(yuan * 100) if yuan else None,
            "price_unit": given["price_unit"].strip(),
            "price_basis": given["price_basis"].strip(),
        }


class LocalForm(PriceFields, HoursForm):
    """What a community adds to a national guide: where, when, by which number, what it costs."""

    means = forms.MultipleChoiceField(
        label=_("怎么办得到"), choices=MEANS, widget=forms.CheckboxSelectMultiple, required=False
    )
    where = forms.CharField(
        label=_("在哪里"),
        max_length=120,
        required=False,
        help_text=_("只写大家都可以知道的门面地址。空着的，页面上会写“还没填，请打电话问”。"),
    )
    phone = forms.CharField(
        label=_("办公电话"),
        max_length=30,
        required=False,
        help_text=_("单位的电话，不写个人手机。"),
    )
    service_day = forms.BooleanField(
        label=_("是服务日"),
        required=False,
        help_text=_("不是天天有、到日子才来：修理、理发、磨刀、家庭医生签约、献血、咨询。"),
    )
    by_appointment = forms.BooleanField(label=_("要先预约"), required=False)
    at_home = forms.BooleanField(label=_("行动不便的可以申请上门"), required=False)
    step_free = forms.ChoiceField(label=_("进门"), choices=STEP_FREE, initial="unknown")
    access = forms.MultipleChoiceField(
        label=_("无障碍情况"),
        choices=ACCESS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("去看过的才打勾。"),
    )
    provider = forms.ModelChoiceField(
        label=_("哪个单位提供"),
        queryset=GuideVersion.objects.none(),
        required=False,
        help_text=_("有偿的一定要选；没有的先录入服务目录。"),
    )
    committee_gets = forms.CharField(
        label=_("居委会从中得到什么"),
        max_length=200,
        required=False,
        help_text=_("没有就空着，页面上写“居委会不从中得到任何收入”；有的一定要写明。"),
    )
    complaint = forms.CharField(
        label=_("不满意找谁"),
        max_length=200,
        required=False,
        help_text=_("空着的，写可以提诉求。"),
    )
    without_phone = forms.CharField(label=_("不用手机怎么办"), max_length=200, required=False)
    note = _area(_("本社区补充"), 300, required=False)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["provider"]
        field.queryset = providers_to_name(community)

    @property
    def heads(self) -> list[Any]:
        """The fields before the hours; what only the paid need stands apart."""
        return [field for field in super().heads if field.name not in PAID]

    def given(self) -> dict[str, Any]:
        """What was entered, as the act takes it."""
        cleaned = self.cleaned_data
        names = (
            "means", "where", "phone", "service_day", "by_appointment", "at_home", "step_free",
            "access", "provider", "committee_gets", "complaint", "without_phone", "note",
        )  # fmt: skip
        return {name: cleaned[name] for name in names} | self.priced()


class OwnForm(LocalForm):
    """A guide of the community's own."""

    title = forms.CharField(label=_("名称"), max_length=60)
    title_en = forms.CharField(label=_("英文名称"), max_length=100, required=False)
    field = forms.ChoiceField(label=_("领域"), choices=FIELDS)
    life = forms.MultipleChoiceField(
        label=_("遇到什么事"), choices=LIFE, widget=forms.CheckboxSelectMultiple, required=False
    )
    elder_have = forms.MultipleChoiceField(
        label=_("六个老有里的哪几个"),
        choices=ELDER_HAVE,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("为老人办的才勾；会出现在“六个老有”那一页。"),
    )
    summary = forms.CharField(label=_("一句话说清"), max_length=200)
    who = forms.CharField(label=_("谁可以来"), max_length=200)
    served_by = forms.CharField(label=_("谁来办"), max_length=80)
    how = _area(_("怎么办（一步一行）"), 600, required=False)
    papers = _area(_("带什么材料（一样一行；不用带也写一句）"), 400)
    limit = forms.CharField(label=_("多久办好"), max_length=120)
    basis = forms.CharField(label=_("依据"), max_length=200, required=False)

    field_order = (
        "title", "title_en", "field", "life", "elder_have", "summary", "who", "served_by", "how",
        "papers", "limit", "basis",
    )  # fmt: skip

    def given(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        return {name: cleaned[name] for name in OwnForm.field_order} | super().given()


def begin_guide(version: GuideVersion | None, means: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the form begins with: the version there is, or what the national guide suggests."""
    if version is None:
        return {"means": list(means)}
    names = (*OwnForm.field_order, *LocalForm.base_fields)
    begun: Mapping[str, Any] = {
        name: getattr(version, name) for name in names if hasattr(version, name)
    }
    yuan = Decimal(version.price_fen) / 100 if version.price_fen else None
    return {**begun, "price_yuan": yuan, **begin_hours(version.opening)}


class SiftForm(forms.Form):
    """What residents look for. Nothing in it is about anybody."""

    life = forms.ChoiceField(label=_("遇到什么事"), choices=[*_ANY, *LIFE], required=False)
    field = forms.ChoiceField(label=_("领域"), choices=[*_ANY, *FIELDS], required=False)
    means = forms.ChoiceField(label=_("怎么办得到"), choices=[*_ANY, *MEANS], required=False)
    price = forms.ChoiceField(label=_("收费"), choices=[*_ANY, *PRICES], required=False)
    step_free = forms.BooleanField(label=_("无台阶"), required=False)
    open_now = forms.BooleanField(label=_("现在开着"), required=False)


class WordsForm(forms.Form):
    """In one's own words; sent by POST, so that they stand in no address."""

    q = forms.CharField(
        label=_("要办什么事"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-no-draft": True}),
    )


class RetireForm(forms.Form):
    """Where to go instead."""

    go_to = forms.ChoiceField(label=_("改看哪份指南"), required=False)
    words = forms.CharField(
        label=_("改到哪里办"), max_length=200, required=False, help_text=_("找谁、地址、电话。")
    )

    def __init__(self, data: Any, *, others: list[tuple[Any, str]]) -> None:
        super().__init__(data)
        field: Any = self.fields["go_to"]
        field.choices = [("", "—"), *others]


class MarkForm(forms.Form):
    """One mark, and nothing with it."""

    mark = forms.TypedChoiceField(
        label=_("办得怎么样"),
        coerce=int,
        widget=forms.RadioSelect,
        choices=[
            (5, _("很好")),
            (4, _("好")),
            (3, _("一般")),
            (2, _("不好")),
            (1, _("很不好")),
        ],
    )
