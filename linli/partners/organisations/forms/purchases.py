"""What is written down of bought services."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, YuanField
from linli.core.pages.steps import PublicForm, StepForm
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.partners.organisations.actions.purchases import judged
from linli.partners.organisations.models.purchases import RESULTS, Purchase

SEEN = _("大家都会读到：写单位和事情，不写人的姓名、电话和住址。")


def _lines(label: Any, most: int = 400) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 3, "maxlength": most})
    return forms.CharField(label=label, max_length=most, widget=box, help_text=SEEN)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), initial=timezone.localdate)


class _Told(PublicForm):
    def judge(self, words: str) -> Finding:
        return judged(words)


class _Once(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class NeedForm(_Told, _Once):
    """A service that is needed."""

    public = ("title", "need", "department", "money_line")

    title = forms.CharField(label=_("服务"), max_length=80)
    need = _lines(_("为什么需要"))
    department = forms.CharField(
        label=_("委托的部门（社区自己买的不填）"), max_length=80, required=False
    )
    money_line = forms.CharField(
        label=_("经费来源（哪一笔钱）"),
        max_length=120,
        required=False,
        help_text=_("部门委托的一定要有；没有的，公开时写“手续不全”。"),
    )


class MoneyForm(StepForm, _Told):
    """Which money pays."""

    public = ("money_line",)

    money_line = forms.CharField(label=_("经费来源（哪一笔钱）"), max_length=120)


class TenderForm(StepForm, _Told):
    """How a provider is sought."""

    public = ("tender",)

    tender = _lines(_("征集办法"))
    tendered_on = _day(_("哪天公布征集"))


class ContractForm(StepForm, _Told):
    """A contract was signed."""

    public = ("provider",)

    provider = forms.CharField(label=_("承接单位"), max_length=80)
    contract = forms.CharField(label=_("合同编号"), max_length=40, required=False)
    fen = YuanField(label=_("合同金额（元）"), required=True)
    signed_on = _day(_("哪天签合同"))
    starts = _day(_("服务从哪天"))
    ends = _day(_("服务到哪天"))


class MilestoneForm(_Told, _Once):
    """A step of the contract."""

    public = ("title",)

    title = forms.CharField(label=_("节点"), max_length=80)
    due_on = _day(_("哪天以前"))
    fen = YuanField(label=_("付多少钱（元，可以不填）"))


class DoneForm(StepForm, _Told):
    """A step was done."""

    public = ("told",)

    done_on = _day(_("哪天完成"))
    told = _lines(_("完成得怎么样"), 200)


class AcceptForm(StepForm):
    """The whole was looked at."""

    accepted_on = _day(_("哪天验收"))
    result = forms.ChoiceField(label=_("验收结果"), choices=RESULTS)


class EvaluateForm(StepForm, _Told):
    """What it was good for."""

    public = ("evaluation",)

    evaluation = _lines(_("评价"))
    asked = forms.IntegerField(label=_("问了多少人（可以不填）"), min_value=1, required=False)
    content = forms.IntegerField(label=_("多少人满意"), min_value=0, required=False)


class StopForm(StepForm, _Told):
    """It does not go on."""

    public = ("reason",)

    reason = _lines(_("为什么终止"), 200)


class ReceiptForm(_Told, _Once):
    """The receipt of a paper that was filed."""

    public = ("office", "paper")

    office = forms.CharField(label=_("交给哪个部门"), max_length=80)
    paper = forms.CharField(label=_("什么材料"), max_length=120)
    on = _day(_("哪天收到"))
    number = forms.CharField(label=_("回执编号"), max_length=60)
    purchase = forms.ModelChoiceField(
        label=_("属于哪项服务"), queryset=None, required=False, empty_label=_("不属于")
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["purchase"]
        field.queryset = Purchase.objects.filter(community=community).order_by("-asked_on")
