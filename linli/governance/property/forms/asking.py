"""Cases in which owners are asked, and disputes, as they are written down."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput
from linli.governance.property.forms.told import PUBLIC_WORDS, OnceForm, SeenForm, several_lines
from linli.governance.property.models import ScopeCase
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
        field.label_from_instance = lambda row: f"{row.parent.name} {row.name}"


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

    to = forms.ChoiceField(label=_("进到哪一步"), choices=ScopeCase.STAGES)
    on = forms.DateField(label=_("哪天"), widget=DayInput(), initial=timezone.localdate)
    words = forms.CharField(label=_("说明"), max_length=400, required=False, help_text=PUBLIC_WORDS)


class DisputeForm(OnceForm):
    """What somebody tells of a dispute."""

    estate = forms.ModelChoiceField(label=_("哪个小区"), queryset=None)
    kind = forms.ChoiceField(label=_("哪一类"), choices=DISPUTE_KINDS)
    words = forms.CharField(
        label=_("事情经过"),
        max_length=2000,
        widget=several_lines(2000, 6),
        help_text=_("只有您和接手的人看得到，加密保存。"),
    )

    def __init__(self, *args: Any, estates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["estate"]
        field.queryset = estates


class ReferForm(SeenForm):
    """The way a dispute is sent."""

    public = ("to_whom",)

    route = forms.ChoiceField(label=_("走哪条路"), choices=ROUTES)
    to_whom = forms.CharField(label=_("转给谁"), max_length=80, help_text=_("写单位，不写人名。"))


class ResultForm(SeenForm):
    """What came of it."""

    words = forms.CharField(label=_("结果"), max_length=1000, widget=several_lines(1000, 4))
