"""A plan of visits and the visits: agreed, made, missed, and ended at a word of the elder's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.casework.actions.arranged import let_go
from linli.service.casework.actions.telling import handler_ids, tell_handlers
from linli.service.casework.actions.visiting import (
    days_taken,
    every,
    next_visitor,
    plan_next,
    plan_one,
    planned,
    take_move,
)
from linli.service.casework.models.care import CarePlan, CareVisit, CareVisitor, SearchStep
from linli.service.casework.queries.arranged import contacts_of
from linli.service.casework.queries.care import is_sought
from linli.service.casework.rules import care
from linli.service.casework.rules.cases import still_open

MOVES = {care.DONE: "visit", care.REFUSED: "decline", care.NOT_HOME: "not_home"}


@dataclass(frozen=True)
class Agreed:
    """What the elder agreed to, as it was said."""

    tier: str
    how: str
    on: date
    needs: Mapping[str, str] = field(default_factory=dict)
    particulars: Mapping[str, str] = field(default_factory=dict)
    """The sealed fields by name: phone, contact_*, key_*, card_*."""
    wants_card: bool = False
    contact_on_card: bool = True


PARTICULARS = (
    "phone",
    "contact_name",
    "contact_phone",
    "contact_tie",
    "key_name",
    "key_phone",
    "card_name",
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
    require(care.within_tier(first_on, care.next_by(on, every(agreed.tier, case.community, on))))
    plan = CarePlan(community_id=case.community_id, case=case, begun_on=on)
    _write(plan, agreed)
    plan.save(force_insert=True)
    act.note(tier=agreed.tier)
    plan_one(act, plan, first_on, None, "rhythm")


@action("casework.change_care", needs="casework.tend")
def change_care(act: Act, case: Any, *, plan: CarePlan, agreed: Agreed) -> None:
    """What the elder wants otherwise: how often, for what, whom to call."""
    require(still_open(case.is_open))
    require(care.still_wanted(plan.ended_on, local_day(act.at)))
    had_contact = plan.has_contact
    _write(plan, agreed)
    if had_contact and not plan.has_contact:
        require(care.contact_stays(is_sought(plan)))
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
    plan_one(act, plan, planned_on, visitor, why)


@action("casework.note_shock", needs="casework.tend")
def note_shock(act: Act, case: Any, *, plan: CarePlan, shock_at: datetime) -> None:
    """Something has happened to the elder: somebody comes within the hours promised; where
    today's visit is over, on the next day."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    require(care.still_wanted(plan.ended_on, on))
    plan.shock_at = shock_at
    plan.save(update_fields=["shock_at"])
    taken, day = days_taken(plan, on), on
    while day in taken and taken[day] not in care.COMING:
        day = care.day_after(day)
    if day not in taken:
        plan_one(act, plan, day, next_visitor(plan), "shock")
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
    take_move(act, visit, MOVES[outcome], seen=seen)
    act.note(outcome=outcome)
    if outcome == care.NOT_HOME:
        tell_handlers(act, case, "casework.care_not_home")
    else:
        plan_next(act, visit)


@action("casework.miss_visit", needs="casework.miss_visit")
def miss_visit(act: Act, case: Any, *, visit: CareVisit) -> None:
    """The hour has come and nothing was entered: the search begins, the same day."""
    require(still_open(case.is_open))
    visit.outcome, visit.missed_at = care.MISSED, act.at
    visit.save(update_fields=["outcome", "missed_at"])
    take_move(act, visit, "miss")
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
    taken = list(visit.tries.values_list("step", flat=True))
    plan = visit.plan
    if step == care.NEIGHBOUR:
        require(care.may_ask_neighbour(plan.has_key))
    contacts = len(contacts_of(plan))
    require(care.step_in_turn(step, taken, contacts=contacts, has_key=plan.has_key))
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
        take_move(act, visit, "find", seen=seen)
        plan_next(act, visit)
    else:
        tell_handlers(act, case, "casework.care_still_sought")


@action("casework.call_off_visit", needs="casework.tend")
def call_off_visit(act: Act, case: Any, *, visit: CareVisit, seen: int | None = None) -> None:
    """The elder does not want this visit: it is off."""
    require(still_open(case.is_open))
    take_move(act, visit, "call_off", seen=seen)


@action("casework.end_care", needs="casework.tend")
def end_care(act: Act, case: Any, *, plan: CarePlan) -> None:
    """The elder ends the plan: from this moment nobody comes, and whom to call is taken out."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    require(care.still_wanted(plan.ended_on, on))
    require(care.nobody_sought(is_sought(plan)))
    for visit in list(planned(plan).select_related("visitor")):
        take_move(act, visit, "call_off")
    plan.ended_on, plan.offline, plan.wants_card = on, False, False
    for name in PARTICULARS:
        setattr(plan, name, "")
    plan.save()
    let_go(act, plan)


def _write(plan: CarePlan, agreed: Agreed) -> None:
    plan.tier, plan.how_agreed, plan.agreed_on = agreed.tier, agreed.how, agreed.on
    plan.place_wishes(dict(agreed.needs))
    for name in PARTICULARS:
        if name in agreed.particulars:
            setattr(plan, name, agreed.particulars[name].strip())
    plan.wants_card, plan.contact_on_card = agreed.wants_card, agreed.contact_on_card
