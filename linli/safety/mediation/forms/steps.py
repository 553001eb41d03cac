"""The form of each step of a case, what the step is called, and which act it carries out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.steps import StepForm
from linli.safety.mediation import actions
from linli.safety.mediation.forms.agreeing import (
    AgreeForm,
    ConfirmForm,
    PointForm,
    SignForm,
)
from linli.safety.mediation.forms.fields import day, line, moment, several, tick, words
from linli.safety.mediation.kinds import BARS, ROUTES
from linli.safety.mediation.models import Exhibit, Record
from linli.safety.mediation.queries.papers import TITLES
from linli.safety.mediation.rules.papers import BY_HAND, PAPERS

__all__ = ["STEPS", "Offered", "PointForm"]

WRITTEN = ("persuasion", "investigation", "measure", "visit")
UPLOADS = ".jpg,.jpeg,.png,.pdf,.docx"


class Step(StepForm):
    """A step of a case; `given` is what its act is handed."""

    def given(self) -> dict[str, Any]:
        """What was filled in, for the act."""
        return dict(self.cleaned_data)


class WhyStep(Step):
    """A step with words that stay with the case, sealed."""

    why = words(_("原因"), _("只有本案调解员看得到。"), rows=3, most=1000)


class FreeStep(Step):
    """A step that two may take beside each other: it carries no version on."""

    def given(self) -> dict[str, Any]:
        values = super().given()
        values.pop("seen", None)
        return values


class SessionStep(Step):
    """Time and place of the next talk."""

    when = moment(_("什么时候"))
    where = line(_("地点"))
    with_others = tick(_("请亲友、邻里或者专家参加"), _("要各方当事人都同意。"))


class RecordStep(Step):
    """Something that was done."""

    kind = forms.ChoiceField(
        label=_("是什么"), choices=[each for each in Record.KINDS if each[0] in WRITTEN]
    )
    at = moment(_("什么时候"))
    where = line(_("地点"), required=False)
    present = line(_("在场的人"), required=False)
    text = words(_("经过"))
    result = forms.ChoiceField(label=_("结果"), choices=Record.RESULTS)

    def given(self) -> dict[str, Any]:
        values = super().given()
        seen = values.pop("seen")
        return {"happened": actions.Happened(**values), "seen": seen}


class PoliceStep(Step):
    """The police are told, now."""

    office = line(_("报告给哪个公安机关、哪位民警"))
    text = words(_("为什么可能激化，说了什么"), rows=3)
    measure = words(_("采取了什么预防措施"), rows=2, most=1000, required=False)


class ExtendStep(Step):
    """More days."""

    longer_by = forms.IntegerField(label=_("延长几天"), min_value=1, max_value=60, initial=15)
    all_agree = tick(_("各方当事人都同意"))


class EndStep(WhyStep):
    """An end with the other routes."""

    routes = several(_("告知了哪些途径"), ROUTES)


class BarStep(Step):
    """What bars it from mediation."""

    bars = several(_("为什么不能调解"), BARS)
    why = words(_("说明"), rows=2, most=1000, required=False)
    routes = several(_("告知了哪些途径"), ROUTES)


class RefuseStep(Step):
    """Which party refuses."""

    party = forms.ChoiceField(label=_("哪一方不愿意"), widget=forms.RadioSelect)

    def fit(self) -> None:
        self.parties = {str(side.pk): side for side in self.row.sides}
        field = self.fields["party"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, f"{s.label} {s.name}") for key, s in self.parties.items()]

    def given(self) -> dict[str, Any]:
        values = super().given()
        return {**values, "party": self.parties[values["party"]]}


class ExhibitStep(FreeStep):
    """Something that was brought."""

    kind = forms.ChoiceField(label=_("是什么"), choices=Exhibit.KINDS)
    title = line(_("名称"), _("例如“漏水照片 3 张”“转账凭证”。"), most=80)
    on = day(_("收到日期"))
    party = forms.ChoiceField(label=_("谁提交的"), required=False)
    asked_by = line(
        _("哪条规定要留复印件"), _("只有身份证明的复印件要填；没有规定要求的不留。"),
        most=80, required=False,
    )  # fmt: skip
    upload = forms.FileField(
        label=_("照片或者文件"),
        required=False,
        help_text=_("没有的，纸质件放进卷宗就行。"),
        widget=forms.ClearableFileInput(attrs={"accept": UPLOADS}),
    )

    def fit(self) -> None:
        self.parties = {str(side.pk): side for side in self.row.sides}
        field = self.fields["party"]
        assert isinstance(field, forms.ChoiceField)
        named = [(key, f"{s.label} {s.name}") for key, s in self.parties.items()]
        field.choices = [("", _("其他")), *named]

    def given(self) -> dict[str, Any]:
        values = super().given()
        return {**values, "party": self.parties.get(values["party"])}


class MarkStep(FreeStep):
    """A paper that was signed."""

    paper = forms.ChoiceField(
        label=_("哪份材料"), choices=[(key, TITLES[key]) for key in PAPERS if key in BY_HAND]
    )
    signed_on = day(_("签名、按指印的日期"))


class NoteStep(FreeStep):
    """What whoever opens the file should know."""

    note = words(_("卷宗情况说明"), rows=3, most=1000)

    def start(self, row: Any) -> dict[str, Any]:
        return {"note": row.note}


@dataclass(frozen=True)
class Offered:
    """One step: its words, its sign, its form, its act. `move`: the flow's name of it, where it
    is one; `filing`: it belongs to the file and needs no move; `ends`: it closes
    the case without an agreement; `urgent`: somebody may be in danger."""

    title: Any
    icon: str
    form: type[Any]
    act: Callable[..., Any]
    done: Any
    move: str = ""
    main: bool = False
    note: Any = ""
    filing: bool = False
    ends: bool = False
    urgent: bool = False


STEPS: dict[str, Offered] = {
    "begin": Offered(
        _("各方愿意，开始调解"), "check", Step, actions.begin, _("开始了。"), "begin", True
    ),
    "session": Offered(
        _("约调解时间"), "calendar-event", SessionStep, actions.fix_session, _("约好了，已告诉各方。"),
        "write", True,
    ),
    "record": Offered(
        _("写一条记录"), "pencil", RecordStep, actions.write_record, _("记下了。"), "write",
        note=_("劝阻、调查、预防激化的措施、回访。"),
    ),
    "agree": Offered(
        _("达成协议"), "heart-handshake", AgreeForm, actions.agree, _("登记了协议。"), "agree", True
    ),
    "sign": Offered(
        _("登记签字盖章"), "certificate", SignForm, actions.sign, _("登记了。"), "sign", True,
        note=_("协议从最后一个签名或者盖章的那天起生效。"),
    ),
    "rewrite": Offered(
        _("没有签，继续谈"), "arrow-back-up", WhyStep, actions.reopen_talks, _("继续调解。"),
        "rewrite",
    ),
    "confirm": Offered(
        _("司法确认"), "scale", ConfirmForm, actions.confirm_in_court, _("登记了。"), "confirm"
    ),
    "perform": Offered(
        _("全部履行了"), "check", Step, actions.perform, _("这件结束了。"), "perform", True
    ),
    "break-off": Offered(
        _("没有履行，告知可以起诉"), "ban", EndStep, actions.break_off, _("登记了，已告知各方。"),
        "break_off",
    ),
    "fail": Offered(
        _("调解不成"), "ban", EndStep, actions.fail, _("终结了，已告知各方。"), "fail", ends=True
    ),
    "refuse": Offered(
        _("一方不愿意"), "ban", RefuseStep, actions.refuse, _("停止了，已告知各方。"), "refuse",
        note=_("一方明确不愿意，随时停止，不用说原因。"), ends=True,
    ),
    "withdraw": Offered(
        _("申请人撤回"), "arrow-back-up", Step, actions.withdraw, _("撤回了。"), "withdraw",
        ends=True,
    ),
    "decline": Offered(
        _("不属于调解范围"), "ban", BarStep, actions.decline, _("登记了，已告知各方。"), "decline",
        ends=True,
    ),
    "police": Offered(
        _("报告公安机关"), "alert-triangle", PoliceStep, actions.report_to_police,
        _("登记了，时间记到分钟。"), "report",
        note=_("请先打 110 或者社区民警的电话，再在这里登记。"), urgent=True,
    ),
    "to-police": Offered(
        _("由公安机关处理，终结"), "ban", WhyStep, actions.hand_to_police, _("终结了。"),
        "hand_to_police", ends=True,
    ),
    "extend": Offered(
        _("延长期限"), "clock", ExtendStep, actions.extend, _("延长了。"), "extend"
    ),
    "step-back": Offered(
        _("我要回避"), "arrow-back-up", WhyStep, actions.step_back, _("交回分派了。"), "step_back"
    ),
    "exhibit": Offered(
        _("收下材料"), "file-import", ExhibitStep, actions.add_exhibit, _("收下了。"), filing=True
    ),
    "mark": Offered(
        _("登记材料已签"), "certificate", MarkStep, actions.mark_paper, _("登记了。"), filing=True
    ),
    "note": Offered(
        pgettext_lazy("step", "卷宗情况说明"), "pencil", NoteStep, actions.write_note,
        _("写好了。"), filing=True,
    ),
    "close": Offered(
        _("立卷"), "archive", FreeStep, actions.close_file, _("立卷了。"), filing=True
    ),
}  # fmt: skip
"""By the word in their address; in this order they stand on the page."""
