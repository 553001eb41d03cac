"""Each step a handler may take: its words, its form, the act it carries out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.service.catalogue.applications import actions, forms
from linli.service.catalogue.applications.flows import APPLICATION, BEFORE_DECISION
from linli.service.catalogue.applications.models import ApplicationHelp

Carry = Callable[[ApplicationHelp, Any, dict[str, Any]], object]


@dataclass(frozen=True)
class Offered:
    """One step. `moves`: of the flow, one of which must start from here; `states`: where it is
    offered, for a step that is no move. `told`: recorded as the office told it."""

    title: Any
    icon: str
    form: type[StepForm]
    carry: Carry
    done: Any
    moves: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    main: bool = False
    told: bool = False

    def open_in(self, state: str) -> bool:
        """Whether it starts from that state."""
        names = {move.name for move in APPLICATION.moves_from(state)}
        return state in self.states or bool(names & {*self.moves})


def _plain(act: Any) -> Carry:
    return lambda row, form, by: act(row, seen=form.cleaned_data["seen"], **by)


def _given(act: Any, *names: str) -> Carry:
    def carry(row: ApplicationHelp, form: Any, by: dict[str, Any]) -> object:
        given = {name: form.cleaned_data[name] for name in names}
        return act(row, **given, seen=form.cleaned_data["seen"], **by)

    return carry


def _unseen(act: Any, *names: str) -> Carry:
    return lambda row, form, by: act(row, **{name: form.cleaned_data[name] for name in names}, **by)


def _told(act: Any, *names: str) -> Carry:
    def carry(row: ApplicationHelp, form: Any, by: dict[str, Any]) -> object:
        given = {name: form.cleaned_data[name] for name in names if name in form.cleaned_data}
        seen = form.cleaned_data["seen"]
        return act(row, told=form.told(), seen=seen, **given, **by)

    return carry


def _plainly_told(move: str) -> Carry:
    return lambda row, form, by: actions.record_told(
        row, move=move, told=form.told(), seen=form.cleaned_data["seen"], **by
    )


def _forward(row: ApplicationHelp, form: Any, by: dict[str, Any]) -> object:
    seen = form.cleaned_data["seen"]
    return actions.forward_application(row, parcel=form.parcel(), seen=seen, **by)


def _recorded(move: str, icon: str, *, main: bool = False) -> Offered:
    words = APPLICATION.move(move)
    return Offered(
        words.title, icon, forms.ToldForm, _plainly_told(move), _("记下了。"), (move,),
        main=main, told=True,
    )  # fmt: skip


NOTED = _("记下了。")
OPEN_HERE = tuple(state for state in BEFORE_DECISION if state != "asked")

STEPS: dict[str, Offered] = {
    "receive": Offered(
        _("收材料"), "file-import", forms.ReceiveForm,
        _unseen(actions.receive_papers, "kinds", "form", "copies", "by_whom"),
        _("收下了。请打印收件单交给申请人。"), states=OPEN_HERE,
    ),
    "missing": Offered(
        _("一次告知缺的材料"), "list-check", forms.MissingForm,
        _given(actions.list_missing, "kinds"), _("记下了。请打印清单交给申请人。"),
        ("list_missing",),
    ),
    "complete": Offered(
        _("材料补来了"), "check", StepForm, _plain(actions.complete_papers), NOTED,
        ("complete",),
    ),
    "kin": Offered(
        _("问近亲属情况"), "users", forms.KinForm,
        _unseen(actions.note_kin, "kin", "kin_who", "kin_staff"), NOTED, states=OPEN_HERE,
    ),
    "forward": Offered(
        _("转交给作决定的单位"), "arrow-forward-up", forms.ForwardForm, _forward,
        _("转交了。请打印转交单，本人签字。"), ("forward",), main=True,
    ),
    "pass-on": Offered(
        _("转告单位要补的材料"), "list-check", forms.PassOnForm,
        _given(actions.pass_on_missing, "kinds", "office_paper", "office_asked_on"),
        _("记下了。请打印清单交给申请人。"), ("told_listed", "told_waiting"),
    ),
    "bring": Offered(
        _("补的材料送去了"), "check", StepForm, _plain(actions.bring_papers), NOTED,
        ("bring", "bring_listed"), main=True,
    ),
    "accepted": Offered(
        _("单位受理了"), "building-bank", forms.ToldForm, _told(actions.record_accepted), NOTED,
        ("told_accepted",), main=True, told=True,
    ),
    "investigated": _recorded("told_investigated", "search"),
    "county": _recorded("told_county_visit", "home"),
    "opinion": _recorded("told_opinion", "file-text"),
    "longer": Offered(
        _("单位延长期限"), "clock", forms.LongerForm, _told(actions.record_longer, "reason"),
        NOTED, ("told_longer",), told=True,
    ),
    "notice": Offered(
        _("公示贴出来了"), "pin", forms.NoticeForm, _given(actions.record_notice, "notice"), NOTED,
        ("notice_up",),
    ),
    "notice-over": Offered(
        _("公示满了"), "pin", StepForm, _plain(actions.end_notice), NOTED, ("notice_down",),
    ),
    "queued": Offered(
        _("单位告知：轮候到哪里了"), "list", forms.QueueForm, _told(actions.record_queued, "number"),
        NOTED, ("told_queued",), told=True,
    ),
    "housed": Offered(
        _("配到房（补贴），签了合同"), "home", forms.LeaseForm, _told(actions.record_housed, "until"),
        _("记下了。到期前会提醒续租。"), ("told_housed",), told=True,
    ),
    "refusing": _recorded("told_refusing", "message-report"),
    "granted": Offered(
        _("单位告知：给予"), "circle-check", forms.GrantedForm,
        _told(actions.record_granted, "reviewed_every"), NOTED, ("told_granted",), told=True,
    ),
    "refused": Offered(
        _("单位告知：不予"), "circle-x", forms.RefusedForm,
        _told(actions.record_refused, "reasons"), _("记下了。请告诉本人可以怎么办。"),
        ("told_refused",), told=True,
    ),
    "draft-objection": Offered(
        _("帮着写异议"), "pencil", forms.ObjectionForm,
        _unseen(actions.write_objection, "words"), _("写好了，可以打印。"),
        states=("refused", "lowered"), main=True,
    ),
    "objected": Offered(
        _("提出异议或复议了"), "gavel", forms.ToldForm, _told(actions.record_objection), NOTED,
        ("object",), told=True,
    ),
    "appointed": _recorded("told_appointed", "user"),
    "change": Offered(
        _("报告家庭变化"), "pencil", forms.ChangeForm, _given(actions.report_change, "words"),
        _("记下了。请打印变化报告表，转给单位。"), ("report_change",),
    ),
    "reviewed": Offered(
        _("核查过了"), "refresh", forms.ToldForm, _told(actions.record_review), NOTED,
        ("reviewed",), told=True,
    ),
    "hearing": Offered(
        _("单位拟减发或停发，听取意见"), "message-report", forms.ToldForm,
        _told(actions.record_hearing), NOTED, ("told_hearing",), told=True,
    ),
    "kept": _recorded("told_kept", "circle-check"),
    "lowered": Offered(
        _("单位告知：减发或停发"), "circle-x", forms.RefusedForm,
        _told(actions.record_lowered, "reasons"), _("记下了。请告诉本人可以怎么办。"),
        ("told_lowered",), told=True,
    ),
    "carry-on": Offered(
        _("减发后继续领"), "check", StepForm, _plain(actions.carry_on), NOTED,
        ("carry_on",),
    ),
    "give-back": Offered(
        _("退还材料"), "arrow-back-up", forms.GiveBackForm,
        _unseen(actions.give_back_papers, "papers"), _("退还了。"),
        states=tuple(APPLICATION.states)[1:],
    ),
    "second": Offered(
        _("这一件谁代班"), "users", forms.SecondForm, _unseen(actions.name_second, "to"), NOTED,
        states=tuple(state for state in APPLICATION.open_states if state != "asked"),
    ),
    "hand-on": Offered(
        _("交给同事办"), "arrow-forward-up", forms.ColleagueForm, _given(actions.hand_on, "to"),
        _("交给同事了。"), ("hand_on",),
    ),
    "put-back": Offered(
        _("交还，请同事接手"), "arrow-back-up", StepForm, _plain(actions.put_back),
        _("交还了。"), ("put_back",),
    ),
    "withdraw": Offered(
        _("本人撤回"), "x", StepForm, _plain(actions.withdraw), _("撤回了，写的内容已清除。"),
        ("withdraw",),
    ),
    "end": Offered(
        _("了结"), "check", StepForm, _plain(actions.end_application), _("了结了。"),
        ("end",),
    ),
}  # fmt: skip

AFTERWARDS = ("give-back", "second", "hand-on", "put-back", "withdraw", "end")
"""Offered below the others: they are about whose it is, not about where it stands."""


def offered(row: ApplicationHelp) -> tuple[list[Any], list[Any], list[Any]]:
    """The steps open from here: ours, what the office told, and the rest."""
    ours, told, rest = [], [], []
    for name, step in STEPS.items():
        if step.open_in(row.state) and _fits(name, row):
            group = rest if name in AFTERWARDS else told if step.told else ours
            group.append((name, step))
    return ours, told, rest


def _fits(name: str, row: ApplicationHelp) -> bool:
    """Leaves out what this scheme or this applicant does not have."""
    path = row.path
    fits = {
        "missing": row.state == "opened",
        "kin": row.forwarded_at is None,
        "notice": bool(path.notice),
        "county": row.kin == "yes",
        "investigated": "investigate" in path.limits,
        "opinion": "opinion" in path.limits,
        "longer": "special" in path.limits,
        "appointed": "appoint" in path.limits,
        "queued": path.queued,
        "housed": path.queued,
        "reviewed": path.reviewed,
        "hearing": path.reviewed,
    }
    return fits.get(name, True)
