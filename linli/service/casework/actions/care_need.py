"""Visits to hear what care is needed: by the wish of who is in extreme hardship. The grade is the
department's; here stands only that its assessor came, and what the office told."""

from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.service.casework.actions.arranged import close_need
from linli.service.casework.actions.visiting import (
    NEED,
    days_taken,
    every,
    plan_one,
    planned,
    take_move,
)
from linli.service.casework.models.arranged import CareNeed
from linli.service.casework.models.care import CarePlan
from linli.service.casework.rules import care
from linli.service.casework.rules.cases import still_open


@action("casework.ask_need", needs="casework.tend")
def ask_need(act: Act, case: Any, *, plan: CarePlan, wanted: bool, wish: str = "") -> CareNeed:
    """Somebody comes, within the days promised, to hear what care is needed; and then by a rhythm
    of its own. Refused where the elder does not want it."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    require(care.still_wanted(plan.ended_on, on))
    require(care.need_asked(wanted))
    earlier = CareNeed.objects.filter(community=plan.community_id, plan=plan).first()
    require(care.one_need(earlier is not None and earlier.ended_on is None))
    row = earlier or CareNeed(community_id=plan.community_id, plan=plan)
    row.begun_on, row.ended_on, row.wish = on, None, wish.strip()
    row.save()
    _plan_first(act, plan, on)
    return row


@action("casework.write_assessment", needs="casework.tend")
def write_assessment(
    act: Act,
    case: Any,
    *,
    need: CareNeed,
    came_on: date,
    told: str = "",
    told_by: str = "",
    told_on: date | None = None,
) -> CareNeed:
    """That the department's assessor came, and, once it was told, what grade the office named."""
    require(still_open(case.is_open))
    require(care.still_wanted(need.ended_on, local_day(act.at)))
    require(care.grade_with_its_day(told, told_by, told_on))
    require(care.assessed_by_now(came_on, told_on, local_day(act.at)))
    need.came_on, need.told, need.told_by = came_on, told, told_by.strip()
    need.told_on = told_on
    need.save(update_fields=["came_on", "told", "told_by", "told_on"])
    return need


@action("casework.end_need", needs="casework.tend")
def end_need(act: Act, case: Any, *, need: CareNeed) -> CareNeed:
    """Nobody is to come for that any more: what was planned is off, what was told is gone."""
    require(still_open(case.is_open))
    require(care.still_wanted(need.ended_on, local_day(act.at)))
    for visit in list(planned(need.plan).filter(why=NEED).select_related("visitor")):
        take_move(act, visit, "call_off")
    close_need(need, local_day(act.at))
    return need


def _plan_first(act: Act, plan: CarePlan, on: date) -> None:
    by = care.next_by(on, every("need_first", plan.community, on))
    taken = days_taken(plan, on)
    while by in taken and by > on:
        by = care.day_before(by)
    while by in taken:
        by = care.day_after(by)
    plan_one(act, plan, by, None, NEED)
