"""A request for money as it is written, and the form of each step."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput, YuanField
from linli.core.pages.steps import StepForm
from linli.lib.identity.ids import new_id
from linli.mechanisms.flow.queries import Offer
from linli.stewardship.funds import actions
from linli.stewardship.funds.actions import Asked
from linli.stewardship.funds.forms.names import NamesNobody, sealed_party
from linli.stewardship.funds.forms.papers import PaperFields
from linli.stewardship.funds.models import Request, Source
from linli.stewardship.funds.origins import decisions_of
from linli.stewardship.funds.queries.budgets import outgo_lines
from linli.stewardship.funds.queries.desk import payable_reserves
from linli.stewardship.funds.words import NAMED_PARTIES, PARTIES, PURPOSES


class AskForm(NamesNobody):
    """How much, for what, to whom; out of which line or project."""

    public_words = ("what",)

    fen = YuanField(required=True, min_value=0.01)
    what = forms.CharField(
        label=_("用在什么上"),
        max_length=80,
        help_text=_("大家都看得到，例如“三号楼门口扶手”，不写人的姓名。"),
    )
    purpose = forms.ChoiceField(label=_("用途"), choices=PURPOSES)
    line = forms.ModelChoiceField(
        label=_("预算项目"), queryset=None, required=False, empty_label=_("请选择")
    )
    reserve = forms.ChoiceField(label=_("从哪个项目的预留里付"), required=False)
    party = forms.ChoiceField(label=_("付给谁"), choices=PARTIES, initial="unit")
    name = forms.CharField(
        label=_("名称或姓名"),
        max_length=80,
        required=False,
        help_text=_("单位的名称会公布；个人的姓名只有记账和监督的人能看。"),
    )
    decision = forms.ChoiceField(label=_("居民的决定"), required=False)
    more = forms.CharField(
        label=_("说明"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 600}),
        help_text=_("给同意的人看，不公布。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        kwargs["initial"] = {"purpose": source.purpose, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.source = source
        line: Any = self.fields["line"]
        line.queryset = outgo_lines(source, timezone.localdate().year)
        if not line.queryset.exists():
            del self.fields["line"]
        self.kept = {str(each.pk): each for each in payable_reserves(source)}
        reserve: Any = self.fields["reserve"]
        reserve.choices = [
            ("", _("不从项目预留里付")),
            *((key, each.what) for key, each in self.kept.items()),
        ]
        if not self.kept:
            del self.fields["reserve"]
        decision: Any = self.fields["decision"]
        decision.choices = [
            ("", _("金额不大，不用居民先决定")),
            *((each.ref, f"{each.on} {each.told}") for each in decisions_of(source.community)),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("party") in NAMED_PARTIES and not said.get("name"):
            self.add_error("name", _("请写单位的名称。"))
        return said

    def sealed_names(self, said: dict[str, Any]) -> Iterable[str]:
        return sealed_party(said)

    @property
    def asked(self) -> Asked:
        """The request as the act takes it."""
        said = self.cleaned_data
        plain = ("fen", "what", "purpose", "party", "name", "more")
        return Asked(
            **{name: said[name] for name in plain},
            line=said.get("line"),
            reserve=self.kept.get(said.get("reserve", "")),
            decision=said.get("decision", ""),
        )


class ApproveForm(StepForm):
    """The second or third person agrees."""

    fits = forms.BooleanField(label=_("我对照过：符合约定的用途"), required=False)

    def fit(self) -> None:
        if not self.row.source.restricted:
            del self.fields["fits"]


class ReasonForm(NamesNobody, StepForm):
    """A step with a reason."""

    public_words = ("reason",)

    reason = forms.CharField(
        label=pgettext_lazy("money", "理由"),
        max_length=180,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 180}),
        help_text=_("冲销的原因大家都看得到，不写人的姓名。"),
    )

    def sealed_names(self, said: dict[str, Any]) -> Iterable[str]:
        return (self.row.person_name,)


class PayForm(PaperFields, StepForm):
    """How much was paid when, with the voucher where it is there."""

    fen = YuanField(label=_("付了多少（元）"), required=True, min_value=0.01)
    on = forms.DateField(label=_("付款日期"), widget=DayInput())

    paper_needed = False
    field_order = ("fen", "on")

    def sealed_names(self, said: dict[str, Any]) -> Iterable[str]:
        return (self.row.person_name,)

    def start(self, row: Request) -> dict[str, Any]:
        return {"fen": f"{row.fen // 100}.{row.fen % 100:02d}", "on": timezone.localdate()}


@dataclass(frozen=True, slots=True)
class Offered:
    """One step as a page offers it: its form, its act, its words."""

    form: type[Any]
    act: Callable[..., object]
    title: Any
    done: Any
    icon: str
    main: bool = False


FORMS: dict[str, Offered] = {
    "approve": Offered(
        ApproveForm, actions.approve, _("同意"), _("已同意。"), "circle-check", main=True
    ),
    "refuse": Offered(ReasonForm, actions.refuse, _("不同意"), _("已记下理由。"), "x"),
    "pay": Offered(PayForm, actions.pay, _("付款"), _("已入账。"), "coin", main=True),
    "withdraw": Offered(
        ReasonForm, actions.withdraw, _("撤回申请"), _("已撤回。"), "arrow-back-up"
    ),
    "reverse": Offered(
        ReasonForm, actions.reverse_payment, _("冲销"), _("已冲销，钱放回来源。"), "arrow-left"
    ),
}


def given_to(move: str, form: Any) -> dict[str, Any]:
    """What the step's act takes out of its form."""
    said = dict(form.cleaned_data)
    if move == "pay":
        return {"fen": said["fen"], "on": said["on"], "paper": form.paper, "seen": said["seen"]}
    return said


def offered(offers: Iterable[Offer]) -> list[tuple[str, Offered]]:
    """The steps open to this reader, the usual one first."""
    found = [(each.move.name, FORMS[each.move.name]) for each in offers if each.open
             and each.move.name in FORMS]  # fmt: skip
    return sorted(found, key=lambda each: not each[1].main)
