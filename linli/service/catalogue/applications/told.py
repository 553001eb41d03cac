"""Where an application is, whose turn it is and until when, as both sides read it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.shapes import Deadline, Step
from linli.core.places.laid_down import laid_down, number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Parameter
from linli.service.catalogue.applications import rules
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.paths import OBJECTION, RECONSIDERATION


@dataclass(frozen=True)
class Standing:
    """How it stands. `turn`: whose turn it is, in words; `late`: the office is over its limit, so
    the worker is to ask."""

    stages: list[Step]
    turn: str
    deadlines: list[Deadline]
    late: bool
    findings: list[Finding]


def standing(row: ApplicationHelp, at: datetime) -> Standing:
    """How the application stands at that moment."""
    calendar = work_calendar(row.community_id)
    clocks = [clock for clock in clocks_of(row) if clock.is_open]
    deadlines = [deadline_of(clock, calendar, at) for clock in clocks]
    office = {"ask", "investigate", "opinion", "decide", "refusal", "appoint", "objected"}
    late = any(clock.overdue(at) for clock in clocks if clock.name in office)
    return Standing(
        _stages(row),
        whose_turn(row),
        [
            # Why a closed clock stands still is not kept with it; the state says it.
            replace(each, reason=row.state_label) if each.paused_since else each
            for each in deadlines
            if each is not None
        ],
        late,
        _findings(row, at),
    )


def whose_turn(row: ApplicationHelp) -> str:
    """Whose turn it is, in the reader's language."""
    office = row.office or row.path.decided_by
    helper = row.handler.label if row.handler else ""
    match row.state:
        case "asked":
            return _("轮到社区：等一位工作者接手")
        case "opened":
            return _("轮到经办人{helper}：准备好就转交").format(helper=helper)
        case "missing" | "listed" | "waiting":
            return _("轮到申请人：把清单上的材料补来")
        case "noticed":
            return _("公示中：满了以后由{office}作决定").format(office=office)
        case "granted":
            return _("{office}告知给予。家里有变化要报告").format(office=office)
        case "refused" | "lowered":
            return _("轮到申请人：不服的可以在期限内提出")
        case "ended" | "withdrawn":
            return _("已经结束")
    return _("轮到{office}").format(office=office)


def _stages(row: ApplicationHelp) -> list[Step]:
    reached = {
        "opened": 0, "asked": 0, "missing": 0, "forwarded": 1, "listed": 1, "accepted": 2,
        "waiting": 2, "noticed": 2, "refusing": 2, "objected": 3,
    }.get(row.state, 4)  # fmt: skip
    titles = (_("准备材料"), _("转交"), _("单位受理"), _("单位决定"))
    stopped = row.state == "withdrawn"

    def state(number: int) -> Any:
        if number < reached and not stopped:
            return "done"
        return "stopped" if stopped else "current" if number == reached else "coming"

    return [Step(title, state(number)) for number, title in enumerate(titles)]


def _findings(row: ApplicationHelp, at: datetime) -> list[Finding]:
    found = []
    if row.urgent and row.opened_at is not None:
        hours = number_laid_down("assistance.urgent_forward_within", row.community, rules_day(row))
        found.append(rules.within_the_hour(row.opened_at, row.forwarded_at or at, hours))
    if row.kin == "yes" and row.forwarded_at is not None:
        found.append(rules.county_visited(row.kin, row.county_visited_on))
    return found


def rules_day(row: ApplicationHelp) -> date:
    """The day whose numbers it is judged by."""
    return local_day(row.opened_at)


@dataclass(frozen=True)
class Remedy:
    """One thing that can be done against a decision. `within`: the number that limits it."""

    title: str
    where: str
    within: Parameter | None


def remedies(row: ApplicationHelp) -> list[Remedy]:
    """What stands open after a decision against the applicant."""
    on = row.decided_on or rules_day(row)
    if row.path.remedy == RECONSIDERATION:
        return [
            Remedy(
                _("申请行政复议"), _("区政府（行政复议机关）"),
                laid_down("assistance.reconsider_within", row.community, on),
            ),
            Remedy(
                _("向法院起诉"), _("有管辖权的人民法院"),
                laid_down("assistance.sue_within", row.community, on),
            ),
        ]  # fmt: skip
    if row.path.remedy == OBJECTION:
        return [Remedy(_("向司法行政部门提出异议"), _("区司法局"), None)]
    return [Remedy(_("向作决定的单位或它的上级申诉"), row.office or row.path.decided_by, None)]
