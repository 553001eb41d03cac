"""A plan of visits and the visits: agreed, made, missed, and ended at a word of the elder's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.queries import work_calendar
from linli.core.pages.bilingual import in_both
from linli.lib.calendar import is_working_day, local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.service.casework import promises
from linli.service.casework.actions.cases import holder_of
from linli.service.casework.actions.telling import handler_ids, tell_handlers
from linli.service.casework.flows import VISIT
from linli.service.casework.models.care import CarePlan, CareVisit, CareVisitor, SearchStep
from linli.service.casework.rules import care
from linli.service.casework.rules.cases import still_open

SOMETHING = _("约好的一件事")
"""What a clock says: that there is something, and nothing of what or whom."""

MOVES = {care.DONE: "visit", care.REFUSED: "decline", care.NOT_HOME: "not_home"}


@dataclass(frozen=True)
class Agreed:
    """What the elder agreed to, as it was said."""

    tier: str
    how: str
    on: date
    needs: Mapping[str, str] = field(default_factory=dict)
    particulars: Mapping[str, str] = field(default_factory=dict)
    """The sealed fields by name: phone, contact_*, key_*, card_words."""
    wants_card: bool = False


PARTICULARS = (
    "phone",
    "contact_name",
    "contact_phone",
    "contact_tie",
    "key_name",
    "key_phone",
    "card_words",
)


@action("casework.begin_care", needs="casework.tend")
def begin_care(act: Act, case: Any, *, agreed: Agreed, consented: bool, first_on: date) -> None:
    """Writes down what the elder agreed to, and plans the first visit. Refused without a yes."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    require(care.agreed(consented))
    earlier = CarePlan.objects.filter(community=case.community_id, case=case)
    require(Finding(not earlier.exists(), "casework.care_one_plan"))
    require(care.within_tier(first_on, care.next_by(on, _every(agreed.tier, case.community, on))))
    plan = CarePlan(community_id=case.community_id, case=case, begun_on=on)
    _write(plan, agreed)
    plan.save(force_insert=True)
    act.note(tier=agreed.tier)
    _plan(act, plan, first_on, None, "rhythm")


@action("casework.change_care", needs="casework.tend")
def change_care(act: Act, case: Any, *, plan: CarePlan, agreed: Agreed) -> None:
    """What the elder wants otherwise: how often, for what, whom to call."""
    require(still_open(case.is_open))
    require(care.still_wanted(plan.ended_on, local_day(act.at)))
    _write(plan, agreed)
    plan.save()
    act.note(tier=plan.tier)


@action("casework.choose_offline", needs="casework.tend")
def choose_offline(act: Act, case: Any, *, plan: CarePlan, offline: bool) -> None:
    """The elder agrees, or no longer agrees, that the visitor's telephone carries the visit."""
    require(still_open(case.is_open))
    require(care.still_wanted(plan.ended_on, local_day(act.at)))
    plan.offline = offline
    plan.save(update_fields=["offline"])
    act.note(offline=offline)


@action("casework.name_visitor", needs="casework.tend")
def name_visitor(
    act: Act,
    case: Any,
    *,
    plan: CarePlan,
    account: UUID | None = None,
    name: str = "",
    phone: str = "",
) -> None:
    """Puts a colleague, or a volunteer by name, on the roster of those who come."""
    require(still_open(case.is_open))
    require(care.still_wanted(plan.ended_on, local_day(act.at)))
    known = plan.visitors.filter(account=account, until__isnull=True)
    require(care.comes_once(account is not None and known.exists()))
    visitor = CareVisitor(
        community_id=plan.community_id,
        plan=plan,
        account_id=account,
        volunteer=account is None,
        name=name.strip(),
        phone=phone.strip(),
        since=local_day(act.at),
    )
    visitor.save(force_insert=True)
    act.note(volunteer=visitor.volunteer)


@action("casework.thank_visitor", needs="casework.tend")
def thank_visitor(act: Act, case: Any, *, visitor: CareVisitor) -> None:
    """A visitor no longer comes; visits still planned with them are with nobody until named."""
    require(still_open(case.is_open))
    visitor.until = local_day(act.at)
    visitor.save(update_fields=["until"])
    rows = CareVisit.objects.filter(community=visitor.community_id, visitor=visitor)
    for visit in rows.filter(state="planned"):
        visit.visitor = None
        visit.save(update_fields=["visitor"])


@action("casework.plan_visit", needs="casework.tend")
def plan_visit(
    act: Act,
    case: Any,
    *,
    plan: CarePlan,
    planned_on: date,
    visitor: CareVisitor | None = None,
    why: str = "asked",
) -> None:
    """Plans one visit more, for a day from today on."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    require(care.still_wanted(plan.ended_on, on))
    require(care.not_before(planned_on, on))
    _plan(act, plan, planned_on, visitor, why)


@action("casework.note_shock", needs="casework.tend")
def note_shock(act: Act, case: Any, *, plan: CarePlan, shock_at: datetime) -> None:
    """Something has happened to the elder: somebody comes within the hours promised; where
    today's visit is over, on the next day."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    require(care.still_wanted(plan.ended_on, on))
    plan.shock_at = shock_at
    plan.save(update_fields=["shock_at"])
    taken, day = _taken(plan, on), on
    while day in taken and taken[day] not in care.COMING:
        day = care.day_after(day)
    if day not in taken:
        _plan(act, plan, day, _next_visitor(plan), "shock")
    tell_handlers(act, case, "casework.care_shock")


@action("casework.record_visit", needs="casework.visit")
def record_visit(
    act: Act,
    case: Any,
    *,
    visit: CareVisit,
    outcome: str,
    words: str = "",
    seen: int | None = None,
) -> None:
    """What came of a visit. Nobody opened: the search begins at once. Otherwise the next visit
    is planned by the rhythm agreed."""
    require(still_open(case.is_open))
    visit.outcome, visit.words = outcome, words.strip()
    visit.came_at = act.at
    visit.save(update_fields=["outcome", "words", "came_at"])
    _take(act, visit, MOVES[outcome], seen=seen)
    act.note(outcome=outcome)
    if outcome == care.NOT_HOME:
        tell_handlers(act, case, "casework.care_not_home")
    else:
        _plan_next(act, visit)


@action("casework.miss_visit", needs="casework.miss_visit")
def miss_visit(act: Act, case: Any, *, visit: CareVisit) -> None:
    """The hour has come and nothing was entered: the search begins, the same day."""
    require(still_open(case.is_open))
    visit.outcome, visit.missed_at = care.MISSED, act.at
    visit.save(update_fields=["outcome", "missed_at"])
    _take(act, visit, "miss")
    tell_handlers(act, case, "casework.care_missed")
    visitor = visit.visitor.account_id if visit.visitor is not None else None
    if visitor is not None and visitor not in handler_ids(case):
        act.tell("casework.care_visit_missed", account=visitor)


@action("casework.try_to_reach", needs="casework.visit")
def try_to_reach(
    act: Act,
    case: Any,
    *,
    visit: CareVisit,
    step: str,
    found: str = "",
    seen: int | None = None,
) -> None:
    """One step of the search, in its turn, and where it reached the elder, how the elder is."""
    require(still_open(case.is_open))
    taken = set(visit.tries.values_list("step", flat=True))
    plan = visit.plan
    if step == care.NEIGHBOUR:
        require(care.may_ask_neighbour(plan.has_key))
    require(care.step_in_turn(step, taken, has_contact=plan.has_contact, has_key=plan.has_key))
    require(Finding(visit.state == "searching", "casework.care_search_open"))
    SearchStep.objects.create(
        community_id=visit.community_id,
        visit=visit,
        step=step,
        at=act.at,
        account_id=act.by.account,
        reached=bool(found),
    )
    act.note(step=step, reached=bool(found))
    if found:
        visit.found, visit.found_at = found, act.at
        visit.save(update_fields=["found", "found_at"])
        _take(act, visit, "find", seen=seen)
        _plan_next(act, visit)
    else:
        tell_handlers(act, case, "casework.care_still_sought")


@action("casework.call_off_visit", needs="casework.tend")
def call_off_visit(act: Act, case: Any, *, visit: CareVisit, seen: int | None = None) -> None:
    """The elder does not want this visit: it is off."""
    require(still_open(case.is_open))
    _take(act, visit, "call_off", seen=seen)


@action("casework.end_care", needs="casework.tend")
def end_care(act: Act, case: Any, *, plan: CarePlan) -> None:
    """The elder ends the plan: from this moment nobody comes, and whom to call is taken out."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    require(care.still_wanted(plan.ended_on, on))
    open_ones = CareVisit.objects.filter(community=plan.community_id, plan=plan)
    require(care.nobody_sought(open_ones.filter(state="searching").exists()))
    for visit in list(_planned(plan).select_related("visitor")):
        _take(act, visit, "call_off")
    plan.ended_on, plan.offline, plan.wants_card = on, False, False
    for name in PARTICULARS:
        setattr(plan, name, "")
    plan.save()


def _write(plan: CarePlan, agreed: Agreed) -> None:
    plan.tier, plan.how_agreed, plan.agreed_on = agreed.tier, agreed.how, agreed.on
    plan.place_wishes(dict(agreed.needs))
    for name in PARTICULARS:
        if name in agreed.particulars:
            setattr(plan, name, agreed.particulars[name].strip())
    plan.wants_card = agreed.wants_card


def _plan(
    act: Act, plan: CarePlan, planned_on: date, visitor: CareVisitor | None, why: str
) -> CareVisit:
    require(care.one_a_day(planned_on in _taken(plan, planned_on), planned_on))
    visit = CareVisit(
        community_id=plan.community_id,
        plan=plan,
        planned_on=planned_on,
        visitor=visitor or _next_visitor(plan),
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


def _plan_next(act: Act, visit: CareVisit) -> None:
    """The next one on the last working day the rhythm allows, where none is planned and the elder
    still wants it."""
    plan, on = visit.plan, local_day(act.at)
    if plan.ended_on is not None or _planned(plan).exists():
        return
    by = care.next_by(on, _every(plan.tier, visit.community, on))
    calendar, taken = work_calendar(visit.community_id), _taken(plan, on)
    while (by in taken or not is_working_day(calendar, by)) and care.day_before(by) > on:
        by = care.day_before(by)
    while by in taken:
        by = care.day_after(by)
    _plan(act, plan, by, None, "rhythm")


def _every(tier: str, community: Any, on: date) -> care.Every:
    rule = f"care.{tier}"
    return care.Every(promises.number(rule, community, on), promises.unit_of(rule, community, on))


def _planned(plan: CarePlan) -> Any:
    rows = CareVisit.objects.filter(community=plan.community_id, plan=plan, state="planned")
    return rows.order_by("planned_on")


def _taken(plan: CarePlan, since: date) -> dict[date, str]:
    """The days from then on that have their visit, made or to come, with its state."""
    rows = CareVisit.objects.filter(community=plan.community_id, plan=plan, planned_on__gte=since)
    return dict(rows.exclude(state="off").values_list("planned_on", "state"))


def _next_visitor(plan: CarePlan) -> CareVisitor | None:
    """Whoever came longest ago, of those on the roster."""
    roster = list(plan.visitors.filter(until__isnull=True).order_by("since", "id"))
    if not roster:
        return None
    last = plan.visits.filter(visitor__isnull=False).order_by("-planned_on").first()
    if last is None or last.visitor_id not in {one.pk for one in roster}:
        return roster[0]
    place = next(index for index, one in enumerate(roster) if one.pk == last.visitor_id)
    return roster[(place + 1) % len(roster)]


def _take(act: Act, visit: CareVisit, move: str, *, seen: int | None = None) -> None:
    take(act, VISIT, visit, move, seen=seen)
    if move == "call_off":
        clocks.drop(act, visit.case, visit.clock)
    elif not visit.current.open:
        clocks.settle(act, visit.case, visit.clock)
