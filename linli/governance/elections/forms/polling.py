"""What the pages of election day ask for: the paper's form, a run of ballots, a line of the
roster."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.governance.elections.models import Assistance, Duty
from linli.mechanisms.ballot.forms.evening import AccountField, BoxField

FORMS = [
    ("choose", _("同意谁就在谁名下画 ○，不同意的不画")),
    ("approve", _("对每位候选人表示赞成、反对或弃权")),
]


class BallotForm(forms.Form):
    """How the paper is filled in."""

    form = forms.ChoiceField(
        label=_("选票的填法"),
        choices=FORMS,
        initial="choose",
        widget=forms.RadioSelect,
        help_text=_("两种都可以另选他人。第一种填得快、唱得清；按本地办法选用。"),
    )


class PrintForm(forms.Form):
    """A run of ballots for one station."""

    station = BoxField(label=_("给哪个站"), queryset=None)
    number = forms.IntegerField(
        label=_("张数"), min_value=1, max_value=200, help_text=_("一次最多 200 张，可以分几次。")
    )
    large = forms.BooleanField(
        label=_("大字版（A3）"),
        required=False,
        help_text=_("给视力不便的居民；和普通选票一样计票。"),
    )

    def __init__(self, stations: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        station = self.fields["station"]
        assert isinstance(station, BoxField)
        station.queryset = stations


class DestroyForm(forms.Form):
    """How many of a run were left over and destroyed."""

    number = forms.IntegerField(label=_("销毁张数"), min_value=0, max_value=200)


class DutyForm(forms.Form):
    """Who is on duty where, with what task, from when to when."""

    station = BoxField(label=_("站"), queryset=None)
    account = AccountField(
        label=_("工作人员"),
        queryset=None,
        required=False,
        empty_label=_("不在名单里，写姓名"),
    )
    name = forms.CharField(
        label=_("姓名"),
        max_length=40,
        required=False,
        help_text=_("没有账号的志愿者写姓名。候选人和他们的近亲属不能担任。"),
    )
    task = forms.ChoiceField(label=_("职责"), choices=Duty.TASKS)
    begins = forms.TimeField(
        label=_("从"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("到"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def __init__(self, stations: Any, accounts: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        station = self.fields["station"]
        assert isinstance(station, BoxField)
        station.queryset = stations
        who = self.fields["account"]
        assert isinstance(who, forms.ModelChoiceField)
        who.queryset = accounts

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("account") and not (given.get("name") or "").strip():
            raise forms.ValidationError(gettext("请选工作人员，或写姓名。"), code="nobody")
        begins, ends = given.get("begins"), given.get("ends")
        if begins and ends and ends <= begins:
            raise forms.ValidationError(gettext("结束的时间要晚于开始的时间。"), code="hours")
        return given


class AssistanceForm(forms.Form):
    """How many were helped to vote, where and in what way; whom, nobody asks."""

    station = BoxField(label=_("站"), queryset=None)
    way = forms.ChoiceField(label=_("怎样帮的"), choices=Assistance.WAYS)
    number = forms.IntegerField(label=_("几位"), min_value=0, max_value=9999)

    def __init__(self, stations: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        station = self.fields["station"]
        assert isinstance(station, BoxField)
        station.queryset = stations
