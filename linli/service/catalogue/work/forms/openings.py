"""An opening, an employer, and what a call about either came to."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.places.queries import public_places
from linli.service.catalogue.models.choices import RESULTS
from linli.service.catalogue.work.choices import ANSWERS, EMPLOYERS, HOW_ASKED, KINDS, PER, TIMES
from linli.service.catalogue.work.models import Employer, JobOpening
from linli.service.catalogue.work.queries.openings import employers_to_name

CODE = r"^[0-9A-HJ-NPQRTUWXY]{18}$"
_YUAN: dict[str, Any] = {"min_value": Decimal(0), "max_digits": 8, "decimal_places": 2}


class BoardSift(forms.Form):
    """Which kind, at what time of day."""

    kind = forms.ChoiceField(label=_("种类"), choices=[("", _("都看")), *KINDS], required=False)
    times = forms.ChoiceField(label=_("时间"), choices=[("", _("都行")), *TIMES], required=False)


class AgreedFields(forms.Form):
    """A number to ring; of a mobile the day on which its owner agreed."""

    phone = forms.CharField(label=_("联系电话"), max_length=30)
    agreed_on = forms.DateField(
        label=_("个人手机：本人哪天同意列出"),
        required=False,
        widget=DayInput(),
        help_text=_("单位的座机不用填。没有同意的手机号不能列。"),
    )


class OpeningForm(AgreedFields):
    """All of an opening; it may be kept as a draft with parts missing."""

    kind = forms.ChoiceField(label=_("种类"), choices=KINDS, widget=forms.RadioSelect)
    employer = forms.ModelChoiceField(
        label=_("用人单位"), queryset=Employer.objects.none(), help_text=_("先核实录入，才选得到。")
    )
    title = forms.CharField(label=_("做什么"), max_length=40, help_text=_("如：早餐店帮工"))
    title_en = forms.CharField(label=_("英文名称"), max_length=60, required=False)
    duties = forms.CharField(
        label=_("具体做什么"), max_length=600, required=False, widget=forms.Textarea({"rows": 3})
    )
    asks = forms.CharField(
        label=_("有什么要求"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("只写做这份工用得着的；不能按性别、民族、信仰、残疾、乙肝、户籍挑人。"),
    )
    place = forms.ModelChoiceField(
        label=_("在社区里的哪里"),
        queryset=JobOpening.objects.none(),
        required=False,
        empty_label=_("不在社区里"),
    )
    where = forms.CharField(
        label=_("在哪里"), max_length=120, required=False, help_text=_("社区里的也写清楚门面。")
    )
    times = forms.ChoiceField(label=_("时间"), choices=TIMES)
    hours = forms.CharField(
        label=_("几点到几点"),
        max_length=120,
        required=False,
        help_text=_("如：每天 5:00—9:00，每周休一天"),
    )
    pay_yuan = forms.DecimalField(label=_("工钱（元）"), required=False, **_YUAN)
    pay_most_yuan = forms.DecimalField(label=_("最多（元）"), required=False, **_YUAN)
    pay_per = forms.ChoiceField(label=_("按什么算"), choices=[("", "—"), *PER], required=False)
    wanted = forms.IntegerField(label=_("要几个人"), min_value=1, max_value=500, initial=1)
    nothing_asked = forms.BooleanField(
        label=_("问过用人单位：不收钱、不收押金、不扣证件"), required=False
    )

    field_order = (
        "kind", "employer", "title", "title_en", "duties", "asks", "place", "where", "times",
        "hours", "pay_yuan", "pay_most_yuan", "pay_per", "wanted", "phone", "agreed_on",
        "nothing_asked",
    )  # fmt: skip

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["employer"].queryset = employers_to_name(community)
        fields["employer"].label_from_instance = lambda employer: employer.name
        fields["place"].queryset = public_places(community)

    def given(self) -> dict[str, Any]:
        """What was entered, as the acts take it."""
        cleaned = dict(self.cleaned_data)
        for name in ("pay", "pay_most"):
            yuan = cleaned.pop(f"{name}_yuan")
            cleaned[f"{name}_fen"] = None if yuan is None else int(yuan * 100)
        return cleaned


def begin_opening(row: JobOpening) -> dict[str, Any]:
    """What the form begins with."""
    begun = {name: getattr(row, name, None) for name in OpeningForm.field_order}
    for name in ("pay", "pay_most"):
        fen = getattr(row, f"{name}_fen")
        begun[f"{name}_yuan"] = None if fen is None else Decimal(fen) / 100
    return begun


class ExpiryFields(forms.Form):
    """The first day on which it is hidden."""

    seen = forms.IntegerField(widget=forms.HiddenInput())
    expires_on = forms.DateField(
        label=_("哪天起不再显示"),
        required=False,
        widget=DayInput(),
        help_text=_("到这一天自动不显示；之前会提醒打电话问。"),
    )


class PublishForm(ExpiryFields):
    """Until when it is up; and, where a sentence may shut somebody out, who stands for it."""

    expires_on = forms.DateField(
        label=_("哪天起不再显示"),
        widget=DayInput(),
        help_text=_("到这一天自动不显示；之前会提醒打电话问。"),
    )
    looked = forms.BooleanField(
        label=_("这几句话我看过，不是把人拒之门外，由我负责"), required=False
    )


class RingForm(ExpiryFields):
    """What a call about it came to."""

    answer = forms.ChoiceField(label=_("对方怎么说"), choices=ANSWERS, widget=forms.RadioSelect)
    field_order = ("answer", "expires_on", "seen")


class CheckFields(forms.Form):
    """How somebody made sure: by a call to which number, or on a visit."""

    how = forms.ChoiceField(
        label=_("怎样核实的"), choices=HOW_ASKED, widget=forms.RadioSelect, initial="phone"
    )
    number = forms.CharField(
        label=_("打的是哪个号码"),
        max_length=30,
        required=False,
        help_text=_("最好是自己查到的总机，不是对方给的手机。"),
    )


class EmployerFields(AgreedFields):
    """Who it is."""

    title = forms.CharField(label=_("名称"), max_length=60)
    title_en = forms.CharField(label=_("英文名称"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("类别"), choices=EMPLOYERS)
    credit_code = forms.RegexField(
        label=_("统一社会信用代码"), regex=CODE, help_text=_("十八位，照营业执照抄。")
    )
    where = forms.CharField(label=_("地址"), max_length=120, required=False)

    def given(self) -> dict[str, Any]:
        """What was entered, as the acts take it."""
        return {name: self.cleaned_data[name] for name in EmployerFields.base_fields}


class EmployerForm(CheckFields, EmployerFields):
    """A new one, of whom somebody made sure today."""

    field_order = (
        "title", "title_en", "kind", "credit_code", "where", "phone", "agreed_on", "how", "number",
    )  # fmt: skip


class EmployerCallForm(CheckFields, EmployerFields):
    """What a call came to, with everything as it is now."""

    result = forms.ChoiceField(label=_("结果"), choices=RESULTS, widget=forms.RadioSelect)
    seen = forms.IntegerField(widget=forms.HiddenInput())
    field_order = (
        "result", "how", "number", "title", "title_en", "kind", "credit_code", "where", "phone",
        "agreed_on", "seen",
    )  # fmt: skip
