"""Cases in which owners are asked, and disputes, as they are written down."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput
from linli.governance.property.forms.told import PUBLIC_WORDS, OnceForm, SeenForm, several_lines
from linli.governance.property.models import ScopeCase
from linli.governance.property.rules.scopes import next_stages
from linli.governance.property.words import ANSWERS, DISPUTE_KINDS, ROUTES

TALKS = [("talk", _("协商")), ("mediation", _("调解"))]


class ScopeForm(OnceForm):
    """Owners of one building are asked."""

    public = ("title", "about", "costs")

    kind = forms.ChoiceField(label=pgettext_lazy("scope", "类别"), choices=ScopeCase.KINDS)
    place = forms.ModelChoiceField(
        label=_("哪栋楼、哪个单元"),
        queryset=None,
        help_text=_("这里的全部房屋都要征求意见；楼上楼下都算。"),
    )
    title = forms.CharField(label=_("名称"), max_length=80)
    about = forms.CharField(
        label=_("方案"), max_length=1500, widget=several_lines(1500, 6), help_text=PUBLIC_WORDS
    )
    costs = forms.CharField(
        label=_("费用分摊，一层一行"),
        max_length=1000,
        required=False,
        widget=several_lines(1000, 6),
        help_text=_("大家都看得到；写楼层，不写哪一户。"),
    )

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["place"]
        field.queryset = places
        field.label_from_instance = lambda row: row.name_inside


class AnswerForm(SeenForm):
    """A household's answer."""

    answer = forms.ChoiceField(
        label=_("您的答复"),
        choices=ANSWERS,
        widget=forms.RadioSelect(),
        help_text=_("只有您自己看得到；别人只知道够不够法定比例。"),
    )


class TalkForm(OnceForm):
    """A talk with those who object."""

    public = ("words",)

    kind = forms.ChoiceField(label=_("是协商还是调解"), choices=TALKS)
    on = forms.DateField(label=_("哪天"), widget=DayInput(), initial=timezone.localdate)
    words = forms.CharField(
        label=_("谈了什么"),
        max_length=400,
        widget=several_lines(400),
        help_text=_("大家都看得到，不写是哪一户。"),
    )


class NextForm(SeenForm):
    """The next step."""

    public = ("words",)

    to = forms.ChoiceField(label=_("进到哪一步"))
    on = forms.DateField(label=_("哪天"), widget=DayInput(), initial=timezone.localdate)
    words = forms.CharField(label=_("说明"), max_length=400, required=False, help_text=PUBLIC_WORDS)

    def fit(self) -> None:
        """Only the steps that can follow, the next first."""
        field: Any = self.fields["to"]
        titles = dict(ScopeCase.STAGES)
        field.choices = [(code, titles[code]) for code in next_stages(self.row.stage)]


class DisputeForm(OnceForm):
    """What somebody tells of a dispute."""

    estate = forms.ModelChoiceField(label=_("哪个小区"), queryset=None)
    kind = forms.ChoiceField(label=_("哪一类"), choices=DISPUTE_KINDS)
    words = forms.CharField(
        label=_("事情经过"),
        max_length=2000,
        widget=several_lines(2000, 6),
        help_text=_(
            "只有您和接手的人看得到，加密保存；接手的人也看得到您的姓名、门牌和电话，好联系您。"
        ),
    )

    def __init__(self, *args: Any, estates: Any, own: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["estate"]
        field.queryset = estates
        if own is not None:
            field.initial = own.pk


class PaperForm(SeenForm):
    """What a household's signed paper says."""

    answer = forms.ChoiceField(
        label=_("纸上写的"),
        choices=ANSWERS,
        widget=forms.RadioSelect(),
        help_text=_("照业主签名的那张纸录；录完这里不再显示。"),
    )


class PassOnForm(SeenForm):
    """Who handles a dispute from now on."""

    to = forms.ModelChoiceField(
        label=_("交给谁"), queryset=None, help_text=_("交出去以后，您就看不到了。")
    )

    def __init__(self, *args: Any, keepers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.queryset = keepers


class ReleaseForm(SeenForm):
    """A dispute is given back; nothing is asked."""


class WillingForm(SeenForm):
    """Whether whoever told a dispute is willing to have it mediated."""

    willing = forms.TypedChoiceField(
        label=_("愿不愿意调解"),
        choices=[("yes", _("愿意，调解员可以看我写的经过")), ("no", _("不愿意"))],
        widget=forms.RadioSelect(),
        coerce=lambda value: value == "yes",
    )


class MediatorsForm(SeenForm):
    """The other side, who is willing as well."""

    public = ("other_side",)

    other_side = forms.CharField(
        label=_("对方是谁"), max_length=60, help_text=_("写物业、开发商等单位的名称，不写人名。")
    )
    both = forms.BooleanField(label=_("问过对方，对方也愿意调解"))


class ReferForm(SeenForm):
    """The way a dispute is sent."""

    public = ("to_whom",)

    route = forms.ChoiceField(label=_("走哪条路"), choices=ROUTES)
    to_whom = forms.CharField(label=_("转给谁"), max_length=80, help_text=_("写单位，不写人名。"))


class ResultForm(SeenForm):
    """What came of it."""

    words = forms.CharField(label=_("结果"), max_length=1000, widget=several_lines(1000, 4))
