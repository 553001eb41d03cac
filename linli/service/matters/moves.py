"""The form of each step, and which act it carries out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import bodies_of, staff_of
from linli.core.audit.door import may
from linli.core.pages.steps import StepForm
from linli.lib.identity.ids import new_id
from linli.lib.law import require
from linli.mechanisms.flow import rules
from linli.mechanisms.flow.queries import Offer, posts_that_may
from linli.service.matters import actions
from linli.service.matters.actions.joining import Part
from linli.service.matters.flows import MATTER
from linli.service.matters.models import Kind, Matter
from linli.service.matters.models.kinds import HANDLING
from linli.service.matters.onward import draft_of
from linli.service.matters.queries import by_receipt, kinds_of
from linli.service.matters.rules import FORWARDED_BY_DEFAULT

FIELD_TITLES = {
    "title": _("一句话"),
    "text": _("情况原文"),
    "wanted": _("希望怎样解决"),
    "place": _("位置"),
    "where": _("具体位置"),
    "photos": _("照片"),
    "contact_phone": _("联系电话"),
}


def _area(label: Any, help_text: Any = "", rows: int = 3, most: int = 2000) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows, "maxlength": most}),
    )


class AcceptForm(StepForm):
    """How it will be handled, and by whom."""

    kind = forms.ModelChoiceField(
        label=_("类型"), queryset=Kind.objects.none(), empty_label=_("请选择")
    )
    handling = forms.ChoiceField(label=_("办理方式"), choices=HANDLING, widget=forms.RadioSelect)
    assignee = forms.ModelChoiceField(
        label=_("经办人"), queryset=None, required=False, empty_label=_("我自己")
    )

    def start(self, row: Matter) -> dict[str, Any]:
        return {
            "kind": row.kind_id,
            "handling": row.handling,
            "assignee": row.assignee_id,
        }

    def fit(self) -> None:
        _offer_kinds(self.fields["kind"], self.row.community)
        _offer_staff(self)


class AssignForm(StepForm):
    """To which colleague."""

    assignee = forms.ModelChoiceField(label=_("交给"), queryset=None, empty_label=_("请选择"))

    def fit(self) -> None:
        _offer_staff(self)


class ReasonForm(StepForm):
    """A step with a reason."""

    reason = _area(_("原因"))


class AskForm(StepForm):
    """A question to whoever raised it."""

    question = _area(_("请提出人补充什么"), _("提出人凭回执看到这个问题；补充之前，期限暂停计算。"))


class ExtendForm(StepForm):
    """How much later, and why."""

    days = forms.IntegerField(label=_("推迟几个工作日"), min_value=1, max_value=60)
    reason = _area(_("原因（提出人看得到）"))


class ForwardForm(StepForm):
    """To whom, what for, and with which content only."""

    body = forms.ModelChoiceField(label=_("转给谁"), queryset=None, empty_label=_("请选择"))
    purpose = forms.CharField(
        label=_("转办目的"), max_length=200, help_text=_("例如“请更换楼道灯具并回复结果”。")
    )
    fields_sent = forms.MultipleChoiceField(
        label=_("提供哪些内容"),
        choices=list(FIELD_TITLES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("只勾办这件事用得着的。没有勾的，对方看不到。"),
    )

    def start(self, row: Matter) -> dict[str, Any]:
        return {"body": row.body_id, "fields_sent": list(FORWARDED_BY_DEFAULT)}

    def fit(self) -> None:
        bodies = bodies_of(self.row.community, timezone.localdate())
        self.fields["body"].queryset = bodies.exclude(  # type: ignore[attr-defined]
            kind="residents_committee"
        )


class AnswerForm(StepForm):
    """What is said to whoever raised it."""

    text = _area(
        _("答复"),
        _("说清做了什么、结果怎样；做不到的，说明原因和下一步找谁。"),
        rows=5,
        most=4000,
    )

    def start(self, row: Matter) -> dict[str, Any]:
        return {"text": draft_of(row)}


class DeclineForm(StepForm):
    """Why not here, and where instead."""

    reason = _area(_("为什么不属本处办理"))
    office = forms.CharField(
        label=_("应该找谁"), max_length=300, help_text=_("写明单位、地址或电话。")
    )


class MergeForm(StepForm):
    """The receipt of the matter this one is a part of."""

    receipt = forms.CharField(label=_("并入哪一件（回执号）"), max_length=40)

    def clean_receipt(self) -> str:
        text: str = self.cleaned_data["receipt"]
        into = by_receipt(text)
        if not isinstance(into, Matter) or into.community_id != self.row.community_id:
            raise forms.ValidationError(_("本社区没有这个回执号。"), code="receipt")
        self.cleaned_data["into"] = into
        return text


class PartForm(forms.Form):
    """One part of a divided matter."""

    kind = forms.ModelChoiceField(
        label=_("类型"), queryset=Kind.objects.none(), empty_label=_("请选择")
    )
    title = forms.CharField(label=_("一句话"), max_length=80)
    text = _area(_("情况"))

    def __init__(self, *args: Any, matter: Matter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_kinds(self.fields["kind"], matter.community)


class NoteForm(forms.Form):
    """A note for colleagues."""

    text = _area(_("内部记录"), _("只有本居委会的同事看得到。"), rows=2)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class PurposeForm(forms.Form):
    """Why a contact is opened."""

    purpose = forms.CharField(
        label=_("为什么要看联系方式"),
        max_length=100,
        help_text=_("会记入查看记录，提出人可以看到。"),
    )


class LookForm(forms.Form):
    """What everybody will read."""

    title = forms.CharField(label=_("公开的标题"), max_length=80)
    place = forms.CharField(
        label=_("公开的地点"), max_length=120, required=False, help_text=_("到单元为止，不写门牌。")
    )
    text = _area(_("公开的情况"), rows=5, most=4000)
    answer = forms.CharField(
        label=_("公开的答复和结果"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": 4000}),
    )


class TakeDownForm(forms.Form):
    """On which ground something public comes down."""

    GROUNDS = (
        ("privacy", _("有不该公开的个人信息")),
        ("wrong", _("内容有误")),
        ("withdrawn", _("事项已撤回")),
    )
    take_down = forms.ChoiceField(choices=GROUNDS)


@dataclass(frozen=True)
class Offered:
    """A step at the desk: its form, what it does, and what is said afterwards."""

    title: Any
    form: type[StepForm]
    act: Callable[..., Any]
    done: Any
    icon: str = "arrow-right"
    main: bool = False


def _carry_out(verb: Any, *names: str, **renamed: str) -> Callable[..., Any]:
    """Calls an act with the named fields of a form (and some under another name)."""

    def act(matter: Matter, given: dict[str, Any], *, by: Any, at: Any) -> Any:
        values = {name: given[name] for name in names}
        values |= {to: given[name] for name, to in renamed.items()}
        return verb(matter, seen=given["seen"], by=by, at=at, **values)

    return act


FORMS: dict[str, Offered] = {
    "accept": Offered(
        _("受理"),
        AcceptForm,
        _carry_out(actions.accept, "kind", "handling", "assignee"),
        _("已受理。"),
        "circle-check",
        main=True,
    ),
    "answer": Offered(
        _("答复"),
        AnswerForm,
        _carry_out(actions.answer, "text"),
        _("已答复。"),
        "message-report",
        main=True,
    ),
    "forward": Offered(
        _("转办"),
        ForwardForm,
        _carry_out(actions.forward, "body", "purpose", fields_sent="fields"),
        _("已转办。"),
        "send",
        main=True,
    ),
    "ask": Offered(
        _("请提出人补充"),
        AskForm,
        _carry_out(actions.ask, "question"),
        _("已请提出人补充。"),
        "help-circle",
    ),
    "assign": Offered(
        _("交给同事"), AssignForm, _carry_out(actions.assign, "assignee"), _("已交给同事。"), "user"
    ),
    "resume": Offered(
        _("继续办理"), ReasonForm, _carry_out(actions.resume, "reason"), _("继续办理，期限接着算。")
    ),
    "extend": Offered(
        _("延长承诺期限"),
        ExtendForm,
        _carry_out(actions.extend, "days", "reason"),
        _("已延长，提出人会看到原因。"),
        "clock",
    ),
    "take_back": Offered(
        _("收回自办"), ReasonForm, _carry_out(actions.take_back, "reason"), _("已收回。")
    ),
    "hand_back": Offered(
        _("退回居委会"), ReasonForm, _carry_out(actions.hand_back, "reason"), _("已退回。")
    ),
    "reopen": Offered(
        _("重新办理"), StepForm, _carry_out(actions.reopen_matter), _("已重新办理，期限重新计算。")
    ),
    "decline": Offered(
        _("不属本处，告知去向"),
        DeclineForm,
        _carry_out(actions.decline, "reason", "office"),
        _("已告知提出人。"),
    ),
}


def offered(offers: Iterable[Offer]) -> list[dict[str, Any]]:
    """The steps open to this reader, the usual one first; merging and dividing have pages of
    their own."""
    found = []
    for offer in offers:
        name = offer.move.name
        if not offer.open:
            continue
        if name in FORMS:
            found.append({"name": name, "page": "", "offered": FORMS[name]})
        elif name in ("merge", "split"):
            found.append({"name": name, "page": name, "offered": offer.move})
    found.sort(key=lambda each: not getattr(each["offered"], "main", False))
    return found


def require_open(matter: Matter, move: str, actor: Any, *, drawn: bool) -> None:
    """Refuses a step that is not this reader's, or that does not start from where the matter
    stands. `drawn`: the form was drawn earlier; what happened since is then told by the step
    itself, with who did what."""
    chosen = MATTER.move(move)
    who = posts_that_may(chosen.who)
    require(rules.is_theirs(chosen, may(chosen.who, actor, matter), who))
    if not drawn:
        require(rules.starts_here(MATTER, matter.state, chosen, who))


def part_forms(data: Any, matter: Matter) -> Any:
    """Two to five parts, the first filled with what was said."""
    formset = forms.formset_factory(PartForm, extra=0, min_num=2, max_num=5, validate_min=True)
    initial = [
        {"kind": matter.kind_id, "title": matter.title, "text": matter.text},
        {"kind": matter.kind_id, "title": "", "text": ""},
    ]
    return formset(data, initial=initial, form_kwargs={"matter": matter})


def parts_of(formset: Any) -> list[Part]:
    """The parts as the act takes them."""
    return [
        Part(form.cleaned_data["kind"], form.cleaned_data["title"], form.cleaned_data["text"])
        for form in formset
        if form.cleaned_data
    ]


def _offer_kinds(field: Any, community: Any) -> None:
    field.queryset = kinds_of(community)
    field.label_from_instance = lambda kind: kind.name


def _offer_staff(form: StepForm) -> None:
    staff = staff_of(form.row.community, timezone.localdate())
    field = form.fields["assignee"]
    field.queryset = staff  # type: ignore[attr-defined]
    field.label_from_instance = lambda account: account.label  # type: ignore[attr-defined]
