"""A request as the worker writes it down, and the form of each step."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import StepForm
from linli.lib.identity.ids import new_id
from linli.mechanisms.flow.queries import Offer
from linli.partners.intake import actions, rules
from linli.partners.intake.forms.ground import GroundForm, ground_of, ground_start
from linli.partners.intake.law import paper_needed
from linli.partners.intake.models import Item, Request
from linli.partners.intake.queries import items_on, offices_of
from linli.partners.intake.words import GROUNDS, KINDS, NATURES, NEVER


class RequestForm(GroundForm):
    """Who asks for what, on what ground, for what money, by when."""

    first_part = _("谁要什么")

    body = forms.ModelChoiceField(label=_("谁提的"), queryset=None, empty_label=_("请选择"))
    kind = forms.ChoiceField(label=_("要什么"), choices=KINDS)
    title = forms.CharField(
        label=_("名称"), max_length=80, help_text=_("写表格或任务的名称，不写人的姓名。")
    )
    item = forms.ModelChoiceField(
        label=_("对应清单里的哪一项"),
        queryset=None,
        required=False,
        empty_label=_("清单里没有"),
        help_text=_("在清单内的当天接收；没有的，由主任在期限内决定。"),
    )
    never = forms.ChoiceField(
        label=_("是不是不得转给社区的事"),
        choices=[("", _("不是")), *NEVER],
        required=False,
    )
    asked = forms.CharField(
        label=_("具体要求"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 1000}),
    )
    received_on = forms.DateField(label=_("收到日期"), widget=DayInput())
    starts_on = forms.DateField(label=_("从哪天开始办"), required=False, widget=DayInput())
    due_on = forms.DateField(label=_("要求完成"), required=False, widget=DayInput())
    minutes_estimated = forms.IntegerField(
        label=_("预计用时（分钟）"), required=False, min_value=1, max_value=60_000
    )
    nature = forms.ChoiceField(label=_("性质"), choices=NATURES, initial="assist")
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    field_order = (
        "body", "kind", "title", "item", "never", "received_on", "starts_on", "due_on",
        "minutes_estimated", "nature", "asked", "cites", "paper", "paper_number", "paper_date",
        "paper_status", "money", "yuan", "per", "payer",
    )  # fmt: skip

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"received_on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        _offer_offices(self, community)
        _offer_items(self, items_on(community, today))

    @property
    def asked_for(self) -> actions.Asked:
        """The request as the act takes it."""
        said = self.cleaned_data
        plain = (
            "body", "kind", "title", "received_on", "asked", "never", "starts_on", "due_on",
            "minutes_estimated", "nature",
        )  # fmt: skip
        return actions.Asked(**{name: said[name] for name in plain}, ground=ground_of(said))


class MatchForm(StepForm):
    """Under which line of today's list."""

    item = forms.ModelChoiceField(label=_("清单里的哪一项"), queryset=None, empty_label=_("请选择"))

    def fit(self) -> None:
        _offer_items(self, items_on(self.row.community, timezone.localdate()))


class ApproveForm(StepForm):
    """As what it is taken on; and the admitting office's paper, where the place asks for one."""

    nature = forms.ChoiceField(label=_("性质"), choices=NATURES)
    admission = forms.CharField(
        label=_("准入批准文件"),
        max_length=120,
        required=False,
        help_text=_("批准的单位和文号；本地不要求的，可以不填。"),
    )

    def start(self, row: Request) -> dict[str, Any]:
        return {"nature": row.nature}

    def fit(self) -> None:
        self.fields["admission"].required = paper_needed(self.row.community, timezone.localdate())


class ReasonForm(StepForm):
    """A step with a reason."""

    reason = forms.CharField(
        label=_("说明"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 600}),
        help_text=_("退回补充时，这段话会写进给对方的信里。"),
    )


class SupplementForm(GroundForm, StepForm):
    """What the office sent after all."""

    def start(self, row: Request) -> dict[str, Any]:
        return ground_start(row)


class RefuseForm(StepForm):
    """Why not, and what the director adds to the letter."""

    ground = forms.ChoiceField(label=_("理由"), choices=GROUNDS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("信里再加一句"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 400}),
        help_text=_("信由系统按规定写好，语气客气；这里可以补充实际情况，不写人的姓名。"),
    )

    def start(self, row: Request) -> dict[str, Any]:
        if row.never:
            return {"ground": "never"}
        if not row.basis():
            return {"ground": "no_basis"}
        return {"ground": "off_list" if row.money_line() else "no_money"}

    def fit(self) -> None:
        """Only the reasons that are so."""
        so: dict[str, Any] = {
            "never": self.row.never,
            "basis": self.row.basis(),
            "money": self.row.money_line(),
            "ahead": actions.came_in_time(self.row),
        }
        field: Any = self.fields["ground"]
        field.choices = [each for each in GROUNDS if rules.ground_holds(each[0], **so)]


@dataclass(frozen=True, slots=True)
class Offered:
    """One step as a page offers it: its form, its act, its words."""

    form: type[StepForm]
    act: Callable[..., object]
    title: Any
    done: Any
    icon: str
    main: bool = False


FORMS: dict[str, Offered] = {
    "approve": Offered(ApproveForm, actions.approve, _("同意接收"), _("已接收。"), "circle-check"),
    "refuse": Offered(
        RefuseForm, actions.refuse, _("不接收，复函说明"), _("复函已写好。"), "mail", main=True
    ),
    "send_back": Offered(
        ReasonForm, actions.send_back, _("退回补充"), _("退回的信已写好。"), "arrow-back-up"
    ),
    "supplement": Offered(
        SupplementForm, actions.supplement, _("对方已补充"), _("已记下，请主任决定。"), "paperclip"
    ),
    "match": Offered(MatchForm, actions.match, _("对上清单"), _("已接收。"), "list-check"),
    "finish": Offered(StepForm, actions.finish, _("办完了"), _("已办完。"), "check", main=True),
    "withdraw": Offered(
        ReasonForm, actions.withdraw, _("对方撤回"), _("已记下撤回。"), "arrow-left"
    ),
}


def given_to(act: str, form: Any) -> dict[str, Any]:
    """What the step's act takes out of its form."""
    said = dict(form.cleaned_data)
    if act == "supplement":
        return {"ground": ground_of(said), "seen": said["seen"]}
    return said


def offered(offers: Iterable[Offer]) -> list[tuple[str, Offered]]:
    """The steps open to this reader, the usual one first."""
    found = [(each.move.name, FORMS[each.move.name]) for each in offers if each.open]
    return sorted(found, key=lambda each: not each[1].main)


class MinutesForm(forms.Form):
    """Minutes by hand: for whom, on what, when."""

    body = forms.ModelChoiceField(label=_("为哪个单位"), queryset=None, empty_label=_("请选择"))
    kind = forms.ChoiceField(label=_("用在什么上"), choices=KINDS)
    what = forms.CharField(
        label=_("做了什么"), max_length=80, help_text=_("写表格或事情的名称，不写人的姓名。")
    )
    on = forms.DateField(label=_("哪一天"), widget=DayInput())
    minutes = forms.IntegerField(label=_("分钟"), min_value=1, max_value=6000)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, request: Request | None = None, **kw: Any):
        start: dict[str, Any] = {"on": timezone.localdate()}
        if request is not None:
            start |= {"kind": request.kind, "what": request.title}
        kw["initial"] = start
        super().__init__(*args, **kw)
        if request is None:
            _offer_offices(self, community)
        else:
            del self.fields["body"]


def _offer_offices(form: forms.Form, community: Any) -> None:
    field: Any = form.fields["body"]
    field.queryset = offices_of(community, timezone.localdate())
    field.label_from_instance = lambda body: body.name


def _offer_items(form: forms.Form, items: Any) -> None:
    field: Any = form.fields["item"]
    field.queryset = items
    field.label_from_instance = _item_told


def _item_told(item: Item) -> str:
    return f"{item.name} · {item.office_told}" if item.office_told else item.name
