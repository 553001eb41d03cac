"""An election as the plain values that components draw: its stages, its plan, the next step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.pages.shapes import Step
from linli.governance.elections.models import Candidate, Election, Office
from linli.governance.elections.queries.counted import is_counted
from linli.governance.elections.queries.outcomes import seats_left
from linli.governance.elections.queries.polling import coming_round
from linli.governance.elections.rules.plan import Stage, timetable
from linli.governance.elections.yardsticks import lengths_of
from linli.lib.calendar import local_day

COURSE = (
    ("planned", _("筹备")),
    ("organised", _("组织")),
    ("registering", _("登记")),
    ("listed", _("名单")),
    ("nominated", _("候选人")),
    ("polling", _("投票")),
    ("counting", _("计票")),
    ("declared", _("结果")),
    ("handed_over", _("移交")),
)

PLAN_WORDS: dict[str, tuple[Any, Any]] = {
    "prepare": (_("开始筹备"), _("核对居民名册，排定日期")),
    "audit": (_("公布离任审计"), _("由街道办事处组织，选举前公布结果")),
    "mode": (_("确定选举方式"), _("全体选民、每户派代表，或者居民代表")),
    "committee": (_("推选选举委员会"), _("由居民会议或者居民代表会议推选")),
    "registration": (_("开始选民登记"), _("本人说愿意参加，才登记")),
    "registration_ends": (_("登记截止"), _("处理完申请，草拟名单")),
    "roll": (_("公布选民名单"), _("最迟的一天；早一些更好")),
    "objections": (_("异议截止"), _("自公布之日起")),
    "decisions": (_("异议处理完毕"), _("自收到之日起，最后一份的期限")),
    "nominations": (_("提名截止"), _("党组织提名，或者十名以上选民联名")),
    "candidates": (_("公布候选人名单"), _("候选人多于名额")),
    "meeting": (_("候选人与居民见面"), _("介绍打算，当面回答问题")),
    "proxies": (_("公布委托投票名单"), _("委托人和受托人的名单")),
    "election_day": (_("投票"), _("设秘密写票处，无记名投票")),
    "result": (_("计票、当场公布结果"), _("公开计票")),
    "handover": (_("完成工作移交"), _("新一届产生之日起")),
    "file": (_("整卷归档"), _("选举全部材料")),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plan as a page draws it."""

    name: str
    title: Any
    note: Any
    on: date
    binding: bool
    cites: tuple[str, ...]
    done_on: date | None
    word: Any
    tone: str


def stages(election: Election) -> list[Step]:
    """The course of an election and where it stands."""
    if election.state == "cancelled":
        return [Step(gettext("筹备"), "done"), Step(gettext("已取消"), "stopped")]
    names = [name for name, _title in COURSE]
    at = names.index(election.state) if election.state in names else len(names)
    return [
        Step(title, "done" if place < at else "current" if place == at else "coming")
        for place, (_name, title) in enumerate(COURSE)
    ]


def plan_lines(election: Election, today: date, moves: Mapping[str, datetime]) -> list[Line]:
    """The dated plan with what is done. `moves`: when each move was taken last."""
    lengths = lengths_of(election, max(today, date(2026, 1, 1)))
    done = done_days(election, moves)
    planned = timetable(election.day, lengths, roll_posted_on=election.roll_posted_on)
    return [_line(stage, done.get(stage.name), today, election) for stage in planned]


def done_days(election: Election, moves: Mapping[str, datetime]) -> dict[str, date]:
    """On which day each stage was done, as far as it is known."""
    found = {
        "prepare": _day_of(moves.get("plan")),
        "mode": election.mode_decided_on,
        "committee": election.committee_chosen_on,
        "registration": _day_of(moves.get("open_registration")),
        "registration_ends": election.roll_posted_on,
        "roll": election.roll_posted_on,
        "nominations": election.candidates_posted_on,
        "candidates": election.candidates_posted_on,
        "proxies": _day_of(moves.get("post_proxies")),
        "election_day": _day_of(moves.get("close_polls")),
        "result": _day_of(election.declared_at),
        "handover": election.handed_over_on,
        "file": _day_of(moves.get("archive")),
    }
    return {name: on for name, on in found.items() if on is not None}


def _line(stage: Stage, done_on: date | None, today: date, election: Election) -> Line:
    title, note = PLAN_WORDS[stage.name]
    word, tone = _standing(stage, done_on, today, election)
    return Line(stage.name, title, note, stage.on, stage.binding, stage.cites, done_on, word, tone)


def _standing(stage: Stage, done_on: date | None, today: date, election: Election) -> Any:
    passes = stage.name in ("objections", "decisions", "audit", "meeting")
    if done_on is not None:
        late = stage.binding and done_on > stage.on
        return (_("已办，逾期"), "late") if late else (_("已办"), "done")
    if not election.current.open:
        return "", ""
    if passes:
        return (_("已过"), "done") if today > stage.on else ("", "")
    if today > stage.on:
        return (_("已过期限"), "late") if stage.binding else (_("比建议的晚"), "soon")
    return (_("就在这几天"), "soon") if (stage.on - today).days <= 3 else ("", "")


def moves_of(election: Election) -> dict[str, datetime]:
    """When each move of the election was taken last."""
    return dict(election.steps.order_by("version").values_list("move", "at"))


def _day_of(moment: datetime | None) -> date | None:
    return local_day(moment) if moment else None


@dataclass(frozen=True, slots=True)
class Field:
    """Who stands for one office, and how many seats of it are open in this round."""

    office: Office
    seats: int
    rows: tuple[Candidate, ...]


def fields(election: Election, standing: Iterable[Candidate]) -> list[Field]:
    """Those who stand, in the order of the list, office by office."""
    left = seats_left(election)
    return [
        Field(office, left.get(office.pk, office.seats), tuple(rows))
        for office, rows in groupby(standing, key=lambda row: row.office)
    ]


@dataclass(frozen=True, slots=True)
class Next:
    """The one step that is due: its words, its page, and why."""

    title: Any
    url: str
    why: Any


def next_step(election: Election, waiting: int, undecided: int, today: date) -> Next | None:
    """What whoever runs the election does next."""
    name, title, why = _next(election, waiting, undecided, today)
    here = {"community_code": election.community.code, "election_id": election.pk}
    return Next(title, reverse(f"elections:{name}", kwargs=here), why) if name else None


def _next(election: Election, waiting: int, undecided: int, today: date) -> tuple[str, Any, Any]:
    match election.state:
        case "planned" | "organised" if not election.mode:
            return "mode", _("登记选举方式"), _("谁来投票，由谁决定的。")
        case "planned":
            return "committee", _("登记选举委员会"), _("按推选结果的次序，成员和候补。")
        case "organised":
            return "open_registration", _("开始选民登记"), _("公布登记的办法和截止日期。")
        case "registering" if waiting:
            return "registration", _("处理登记申请"), _("名册里看不出依据的，逐份核对。")
        case "registering" if election.electorate_id:
            return "roll_desk", _("核对并公布选民名单"), _("一人草拟，另一人核对公布。")
        case "registering":
            return "registration", _("登记选民"), _("登记完了，草拟选民名单。")
        case "listed" if undecided:
            return "objections", _("处理异议"), _("收到之日起三日内处理并公布。")
        case "listed":
            return "nominations", _("提名和候选人"), _("党组织提名，或者十名以上选民联名。")
        case "nominated" if election.day > today and coming_round(election) > 1:
            return "stations", _("投票站"), _("重新做选票、设投票站、指定计票人和监票人。")
        case "nominated" if election.day > today:
            return "candidates", _("候选人见面、委托投票"), _("选举日以前要办好。")
        case "nominated" | "polling":
            return "stations", _("投票站"), _("开箱、发票、封箱。")
        case "counting" if is_counted(election):
            return "declare", _("宣布结果"), _("各站都已核对确认，当场宣布。")
        case "counting":
            return "count", _("计票"), _("各站计票核对无误以后，当场宣布。")
        case "declared" if sum(seats_left(election).values()):
            return "outcome", _("另行选举、移交"), _("不足的名额另行选举；移交在十日内完成。")
        case "declared":
            return "handover", _("工作移交"), _("新一届产生之日起十日内完成。")
        case "handed_over":
            return "file", _("归档"), _("整卷核对，归入居务档案。")
    return "", "", ""
