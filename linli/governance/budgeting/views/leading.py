"""From phase to phase: what each step asks, says and needs, and what still stands in its way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.governance.budgeting import actions
from linli.governance.budgeting.forms.rounds import ReasonForm, RulesForm, SureForm
from linli.governance.budgeting.models import ASPECTS, Round
from linli.governance.budgeting.queries import ideas, projects
from linli.governance.budgeting.queries.rounds import promises_of, ruling_of, vetters_of
from linli.governance.budgeting.rules import rounds as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding
from linli.mechanisms.ballot.queries.counts import stations_of
from linli.mechanisms.ballot.rules.counting import all_counted, stations_closed


def _nothing(_round: Round) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Leading:
    """A step of a round: what its button says, what is said before and after, form and act."""

    title: Any
    done: Any
    act: Callable[..., object]
    note: Any = ""
    form: type[forms.Form] = SureForm
    start: Callable[[Round], dict[str, Any]] = field(default=_nothing)
    icon: str = "arrow-right"
    main: bool = True


def _proposed(round_: Round) -> dict[str, Any]:
    """The rules as they were published before, or as they suit most."""
    last = ruling_of(round_)
    if last is not None:
        names = [name for name in RulesForm.base_fields if name != "step_fen"]
        return {"initial": {name: getattr(last, name) for name in names}}
    age = promises_of(round_.community, round_.vote_from).voter_age
    return {"initial": {"voter_age": age, "roll_on": round_.vote_from}}


MOVES = {
    "open_ideas": Leading(
        _("开始征集点子"),
        _("开始征集，公告已贴出。"),
        actions.open_ideas,
        note=_(
            "征集的公告会贴到公告栏：多少钱、可以提什么、每一步到哪天、谁来审查。以后不能再改钱数和范围。"
        ),
        icon="speakerphone",
    ),
    "close_ideas": Leading(
        _("结束征集，开始审查"),
        _("征集结束，开始审查。"),
        actions.close_ideas,
        note=_("以后不再收点子。还没有看过的，看过以后一起审查。"),
    ),
    "fix_rules": Leading(
        _("公布项目和规则"),
        _("已公布。满了承诺的天数，到了公布的日子，就可以开始投票。"),
        actions.fix_rules,
        note=_(
            "通过审查的点子上选票。怎样投、怎样算，由居委会商定，在投票以前公布；公布以后不能改，要改只能退回审查、重新公布。"
        ),
        form=RulesForm,
        start=_proposed,
        icon="pin",
    ),
    "reopen": Leading(
        _("退回审查"),
        _("已退回审查，公告已撤下。"),
        actions.reopen_vetting,
        note=_("投票以前发现有错，可以退回。原来的公布作废，要重新公布、重新满天数。"),
        form=ReasonForm,
        icon="arrow-back-up",
        main=False,
    ),
    "open_vote": Leading(
        _("开始投票"),
        _("投票开始。请设投票站、指定发票和计票的人。"),
        actions.open_vote,
        note=_("名册按公布的办法生成并固定。手机和纸票同时开始，一人一票。"),
        icon="ticket",
    ),
    "close_vote": Leading(
        _("结束投票"),
        _("投票结束。请在各投票站当众开箱、两人各录一遍、核对。"),
        actions.close_vote,
        note=_("结束以后不能再投。各投票站要先封箱。"),
    ),
    "count": Leading(
        _("计票"),
        _("已按公布的规则计票。核对以后公布结果。"),
        actions.count_votes,
        note=_("按公布的规则计算，纸票和手机票一起算。"),
        icon="list-check",
    ),
    "publish": Leading(
        _("公布结果"),
        _("结果已公布，谁领过票的记录已销毁。"),
        actions.publish_result,
        note=_("结果贴到公告栏，选上的项目可以开始做。谁领过票的记录随即销毁，只留总数。"),
        icon="pin",
    ),
    "end": Leading(
        _("结束这一轮"),
        _("这一轮结束，花了多少、剩了多少已公布。"),
        actions.end_round,
        note=_("公布每个项目做成了什么、一共花了多少、余下的去哪里。"),
        icon="check",
    ),
    "cancel": Leading(
        _("取消这一轮"),
        _("已取消，原因已公布。"),
        actions.cancel_round,
        note=_("已投的票全部不算。原因人人看得到。"),
        form=ReasonForm,
        icon="x",
        main=False,
    ),
}


def conditions_of(round_: Round, at: datetime, move: str = "") -> list[Finding]:
    """What must hold before the next step, in the order one sees to it."""
    on = local_day(at)
    if move in ("cancel", "reopen"):
        return []
    found: dict[str, Callable[[], list[Finding]]] = {
        "drafted": lambda: [rules.vetters_named(len(vetters_of(round_)), len(ASPECTS))],
        "ideas": lambda: [rules.day_over(on, round_.ideas_until)],
        "vetting": lambda: _before_rules(round_, at),
        "ruled": lambda: _before_vote(round_, at),
        "voting": lambda: [
            rules.time_over(at, actions.closes_at(round_)),
            stations_closed(_stations(round_, "preparing", "open")),
        ],
        "closed": lambda: [all_counted(_stations(round_, "preparing", "open", "closed"))],
        "decided": lambda: [rules.all_done(_undone(round_))],
    }
    return found[round_.state]() if round_.state in found else []


def _before_rules(round_: Round, at: datetime) -> list[Finding]:
    counts, on = ideas.counts_by_state(round_), local_day(at)
    days = promises_of(round_.community, on).rules_before_vote
    return [
        rules.all_settled(sum(counts.get(state, 0) for state in ideas.WAITING)),
        rules.enough_projects(counts.get("passed", 0)),
        rules.published_before(on, round_.vote_from, days=days),
    ]


def _before_vote(round_: Round, at: datetime) -> list[Finding]:
    ruling, on = ruling_of(round_), local_day(at)
    assert ruling is not None
    days = promises_of(round_.community, on).rules_before_vote
    return [
        rules.not_before(on, round_.vote_from),
        rules.opens_in_time(at, round_.vote_from, actions.closes_at(round_)),
        rules.published_before(ruling.published_on, max(on, round_.vote_from), days=days),
    ]


def _stations(round_: Round, *states: str) -> int:
    if round_.poll is None:
        return 0
    return stations_of(round_.poll).filter(state__in=states).count()


def _undone(round_: Round) -> int:
    return projects.won_in(round_).exclude(state__in=["accepted", "given_up"]).count()
