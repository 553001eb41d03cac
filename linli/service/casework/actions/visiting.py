"""Visits as steps inside acts: planned with their clock, by the rhythm agreed, moved on."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act
from linli.core.clocks import actions as clocks
from linli.core.clocks.queries import work_calendar
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import laid_down, number_laid_down
from linli.lib.calendar import is_working_day, local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin, take
from linli.service.casework.actions.cases import holder_of
from linli.service.casework.flows import VISIT
from linli.service.casework.models.arranged import CareNeed
from linli.service.casework.models.care import CarePlan, CareVisit, CareVisitor
from linli.service.casework.rules import care

SOMETHING = _("约好的一件事")
"""What a clock says: that there is something, and nothing of what or whom."""

NEED = "need"
"""Why a visit is made that has a rhythm of its own, beside the plan's."""


def plan_one(
    act: Act, plan: CarePlan, planned_on: date, visitor: CareVisitor | None, why: str
) -> CareVisit:
    require(care.one_a_day(planned_on in days_taken(plan, planned_on), planned_on))
    visit = CareVisit(
        community_id=plan.community_id,
        plan=plan,
        planned_on=planned_on,
        visitor=visitor or next_visitor(plan),
        why=why,
    )
    begin(act, VISIT, visit, "plan")
    ahead = (planned_on - local_day(act.at)).days
    if ahead > 0:  # a clock runs from the day it is set; a visit of today stands on the list
        clocks.start(
            act,
            plan.case,
            visit.clock,
            length=ahead,
            unit="fixed",
            title=in_both(SOMETHING),
            url_name="casework:care_visit",
            url_args={"community_code": plan.community.code, "visit_id": visit.pk},
            holder=holder_of(plan.case),
        )
    return visit


def plan_next(act: Act, visit: CareVisit) -> None:
    """The next one on the last working day its rhythm allows, where none is planned and the elder
    still wants it."""
    plan, on = visit.plan, local_day(act.at)
    of_need = visit.why == NEED
    if plan.ended_on is not None or (of_need and not asked_for(plan)):
        return
    coming = planned(plan)
    if (coming.filter(why=NEED) if of_need else coming.exclude(why=NEED)).exists():
        return
    by = care.next_by(on, every(NEED if of_need else plan.tier, visit.community, on))
    calendar, taken = work_calendar(visit.community_id), days_taken(plan, on)
    while (by in taken or not is_working_day(calendar, by)) and care.day_before(by) > on:
        by = care.day_before(by)
    while by in taken:
        by = care.day_after(by)
    plan_one(act, plan, by, None, NEED if of_need else "rhythm")


def asked_for(plan: CarePlan) -> bool:
    """Whether somebody is to come and hear what care is needed."""
    needs = CareNeed.objects.filter(community=plan.community_id, plan=plan)
    return needs.filter(ended_on__isnull=True).exists()


def every(tier: str, community: Any, on: date) -> care.Every:
    """How often, as laid down here."""
    rule = f"care.{tier}"
    return care.Every(number_laid_down(rule, community, on), laid_down(rule, community, on).unit)


def planned(plan: CarePlan) -> Any:
    """The visits still to come."""
    rows = CareVisit.objects.filter(community=plan.community_id, plan=plan, state="planned")
    return rows.order_by("planned_on")


def days_taken(plan: CarePlan, since: date) -> dict[date, str]:
    """The days from then on that have their visit, made or to come, with its state."""
    rows = CareVisit.objects.filter(community=plan.community_id, plan=plan, planned_on__gte=since)
    return dict(rows.exclude(state="off").values_list("planned_on", "state"))


def next_visitor(plan: CarePlan) -> CareVisitor | None:
    """Whoever came longest ago, of those on the roster."""
    roster = list(plan.visitors.filter(until__isnull=True).order_by("since", "id"))
    if not roster:
        return None
    last = plan.visits.filter(visitor__isnull=False).order_by("-planned_on").first()
    if last is None or last.visitor_id not in {one.pk for one in roster}:
        return roster[0]
    place = next(index for index, one in enumerate(roster) if one.pk == last.visitor_id)
    return roster[(place + 1) % len(roster)]


def take_move(act: Act, visit: CareVisit, move: str, *, seen: int | None = None) -> None:
    take(act, VISIT, visit, move, seen=seen)
    if move == "call_off":
        clocks.drop(act, visit.case, visit.clock)
    elif not visit.current.open:
        clocks.settle(act, visit.case, visit.clock)
