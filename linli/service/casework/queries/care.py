"""Plans and visits: a handler's own, a visitor's own day. Loading is the check."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from linli.core.access.queries import bodies_of
from linli.core.audit.actor import Actor
from linli.core.people.models import Person
from linli.core.people.queries import dwellings_of
from linli.service.casework.hands import NOBODY
from linli.service.casework.models import Case, DutyOffice
from linli.service.casework.models.care import CarePlan, CareVisit, CareVisitor
from linli.service.casework.queries.cases import of
from linli.service.casework.rules import care

KIND = "elder_care"
MADE = ("done", "found")


def plan_of(case: Case) -> CarePlan | None:
    """The plan of a case one has loaded."""
    found = CarePlan.objects.filter(community=case.community_id, case=case).first()
    if found is not None:
        found.case = case
    return found


def plan_needed(case: Case) -> CarePlan:
    """The same; `Http404` where there is none yet."""
    found = plan_of(case)
    if found is None:
        raise Http404
    return found


def visits_of(plan: CarePlan) -> list[CareVisit]:
    """The visits of a plan, those to come and the last ones first."""
    rows = CareVisit.objects.filter(community=plan.community_id, plan=plan)
    found = list(rows.select_related("visitor__account").order_by("-planned_on", "-id")[:60])
    for row in found:
        row.plan = plan
        if row.visitor is not None:
            row.visitor.plan = plan
    return found


def roster_of(plan: CarePlan) -> list[CareVisitor]:
    """Who comes now."""
    rows = CareVisitor.objects.filter(community=plan.community_id, plan=plan, until__isnull=True)
    found = list(rows.select_related("account").order_by("since", "id"))
    for row in found:
        row.plan = plan
    return found


def visits_within_reach(actor: Actor, community: Any) -> QuerySet[CareVisit]:
    """The visits of the actor's own cases, and of plans on whose roster they are. One question, of
    the same shape for everybody."""
    on_roster = CareVisitor.objects.filter(
        community=community, account=actor.account or NOBODY, until__isnull=True
    )
    mine = of(actor, community).filter(state=Case.OPEN)
    rows = CareVisit.objects.filter(
        Q(plan__case__in=mine.values("pk"))
        | Q(plan__in=on_roster.values("plan"), plan__case__state=Case.OPEN),
        community=community,
    )
    return rows.select_related("plan__case", "visitor__account")


def visit_for(actor: Actor, community: Any, visit: UUID) -> CareVisit:
    """One of those; `Http404` for everybody else and for no visit at all."""
    found = visits_within_reach(actor, community).filter(pk=visit).first()
    if found is None:
        raise Http404
    found.community = community
    if found.visitor is not None:
        found.visitor.plan = found.plan
    return found


def visitor_of(case: Case, visitor: UUID) -> CareVisitor:
    """One of the roster of a case one has loaded."""
    rows = CareVisitor.objects.filter(community=case.community_id, plan__case=case)
    found = rows.select_related("plan__case").filter(pk=visitor).first()
    if found is None:
        raise Http404
    return found


def card_needed(case: Case) -> CarePlan:
    """The plan for its card; `Http404` where the elder wants none."""
    plan = plan_needed(case)
    if not plan.wants_card or plan.ended_on is not None:
        raise Http404
    return plan


def is_sought(plan: CarePlan) -> bool:
    """Whether the elder is being looked for."""
    rows = CareVisit.objects.filter(community=plan.community_id, plan=plan)
    return rows.filter(state="searching").exists()


def came_after(plan: CarePlan, since: datetime) -> datetime | None:
    """When somebody first met the elder after a moment."""
    rows = CareVisit.objects.filter(
        community=plan.community_id, plan=plan, state__in=("done", "found")
    )
    met = [found_at or came_at for came_at, found_at in rows.values_list("came_at", "found_at")]
    return min((moment for moment in met if moment and moment >= since), default=None)


def office_phone(community: Any) -> str:
    """The number of the committee's own office, else the committee's own; nothing where nobody has
    entered one."""
    rows = DutyOffice.objects.filter(community=community, office="committee")
    entered = rows.exclude(phone="").values_list("phone", flat=True).first()
    committee = bodies_of(community, timezone.localdate()).filter(kind="residents_committee")
    return entered or committee.values_list("office_phone", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class Line:
    """One visit on one's own day: whom, where, and whether its day has passed."""

    visit: CareVisit
    name: str
    home: str
    late: bool


def day_list(actor: Actor, community: Any, on: date) -> list[Line]:
    """Whom the actor visits today: planned for today or before, or being looked for."""
    rows = visits_within_reach(actor, community).filter(
        Q(visitor__account=actor.account or NOBODY)
        | Q(visitor__isnull=True)
        | Q(visitor__volunteer=True)
        | Q(state="searching"),
        state__in=("planned", "searching"),
        planned_on__lte=on,
    )
    visits = list(rows.order_by("planned_on", "id"))
    homes = homes_of(community, [visit.plan.case.person_id for visit in visits], on)
    return [
        Line(visit, visit.plan.case.called, homes.get(visit.plan.case.person_id, ""), late)
        for visit in visits
        for late in (visit.planned_on < on,)
    ]


def may_go_along(actor: Actor, community: Any, on: date) -> list[tuple[CareVisit, UUID, str]]:
    """Of today's visits those whose elder agreed that they go along without a network: with the
    door and how it is called."""
    rows = visits_within_reach(actor, community).filter(
        Q(visitor__account=actor.account or NOBODY) | Q(visitor__isnull=True),
        plan__offline=True,
        state="planned",
        planned_on__lte=on,
    )
    visits = list(rows.order_by("planned_on", "id"))
    persons = [visit.plan.case.person_id for visit in visits]
    homes = dwellings_of(community, [one for one in persons if one is not None], on)
    return [
        (visit, home.pk, home.name_inside)
        for visit, person in zip(visits, persons, strict=True)
        if person is not None and (home := homes.get(person)) is not None
    ]


def homes_of(community: Any, persons: list[UUID | None], on: date) -> dict[UUID | None, str]:
    """Where they live, as the stairs name it."""
    known = [person for person in persons if person is not None]
    if not known:
        return {}
    return {
        key: home.name_inside for key, home in dwellings_of(community, known, on).items() if home
    }


def name_of(case: Case) -> str:
    """The elder's name on the roster, or as the case calls the elder."""
    if case.person_id is None:
        return case.called
    rows = Person.objects.filter(community=case.community_id, pk=case.person_id)
    return rows.values_list("name", flat=True).first() or case.called


def visited_in_month(community: Any, since: date, until: date) -> tuple[int, int]:
    """Of the plans with a visit due in those days, how many were visited: two counts, no name.
    Where an elder refused the month's only visit, the plan is not among those due."""
    due, visited = [], []
    for plan, state in _due_between(community, since, until).values_list("plan", "state"):
        due.append(str(plan))
        if state in MADE:
            visited.append(str(plan))
    return care.visited_share(due, visited)


def visits_in_month(community: Any, since: date, until: date) -> tuple[int, int]:
    """Of the visits due in those days, how many were made: two counts. What was put off or refused
    is not among those due."""
    states = list(_due_between(community, since, until).values_list("state", flat=True))
    return sum(state in MADE for state in states), len(states)


def _due_between(community: Any, since: date, until: date) -> QuerySet[CareVisit]:
    visits = CareVisit.objects.filter(
        community=community, planned_on__gte=since, planned_on__lte=until
    )
    return visits.exclude(state__in=("off", "refused"))
