"""What everybody may know: who manages an estate, its bodies, resolutions, options and ways on."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Step
from linli.governance.property import law, rules
from linli.governance.property.models import Estate
from linli.governance.property.options import options_with_clocks
from linli.governance.property.queries import estates as found, scopes
from linli.governance.property.queries.bodies import bodies_now, bodies_past
from linli.governance.property.queries.disputes import told_by
from linli.governance.property.queries.overview import all_estates
from linli.governance.property.queries.votes import votes_of
from linli.governance.property.rules.founding import STAGES
from linli.governance.property.sentences.stages import STAGE_TITLES
from linli.lib.calendar import local_day


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The estates of the community and who looks after each."""
    rows = all_estates(request.community)
    context = {
        "rows": rows,
        "cases": [row for row in scopes.cases_of(request.community) if row.stage != "dropped"],
        "desk": may("property.see_desk", request.actor, request.community),
    }
    return answer(request, "property/list.html", context, json=lambda: _as_data(rows))


@public
@require_safe
def show(request: Visit, estate_id: UUID) -> HttpResponse:
    """One estate: who manages it, until when, its bodies and what they resolved."""
    estate = found.estate_of(request.community, estate_id)
    today = local_day(timezone.now())
    years = law.number("annulment_years", request.community, today)
    context = {
        **parts_of(estate),
        "resolutions": [
            (row, rules.meeting.annulment_until(row.posted_on or row.decided_on, years))
            for row in estate.resolutions.order_by("-decided_on")[:20]
        ],
        "assemblies": estate.assemblies.order_by("-meets_on")[:10],
        "regimes": estate.regimes.order_by("-on")[:10],
        "repairs": estate.repairs.order_by("-on")[:10],
        "accounts": may("property.see_accounts", request.actor, estate),
        "desk": may("property.see_desk", request.actor, request.community),
        "owner": found.may_own(request.actor, estate),
        "votes": votes_of(estate),
    }
    return answer(
        request,
        "property/estate.html",
        context,
        json=lambda: _one(estate, context["contracts"], context["bodies"]),
    )


@public
@require_safe
def show_options(request: Visit) -> HttpResponse:
    """What an old estate can do, what each way needs, and the clocks of this place."""
    today = local_day(timezone.now())
    days = law.days_of(STAGES["assembly"], request.community, today)
    stages = [(STAGE_TITLES[row.code], days.get(row.rule)) for row in STAGES["assembly"]]
    context = {
        "options": options_with_clocks(request.community, today),
        "stages": stages,
        "old": found.estates_of(request.community).filter(old=True),
    }
    return answer(request, "property/options.html", context)


@public
@require_safe
def show_rights(request: Visit) -> HttpResponse:
    """What to do in a dispute with the firm or the developer; why nothing may be cut off."""
    context = {
        "no_cutting": rules.contracts.no_cutting(),
        "told": told_by(request.actor, request.community),
        "desk": may("property.see_desk", request.actor, request.community),
    }
    return answer(request, "property/rights.html", context)


@public
@require_safe
def show_scope(request: Visit, case_id: UUID) -> HttpResponse:
    """A lift, or a home used for business: the plan, who must agree, how far it is. A household
    sees its own answer besides, and nobody another's."""
    case = scopes.case_of(request.community, case_id)
    context = {
        "case": case,
        "steps": steps_of(case),
        "part": law.share("lift_takes_part", case.community, case.law_on),
        "agree": law.share("lift_agrees", case.community, case.law_on),
        "households": case.asked,
        "events": case.events.order_by("on", "pk"),
        "own": scopes.own_households(request.actor, case),
        "open": case.stage in ("consulting", "posted"),
        "desk": may("property.see_desk", request.actor, request.community),
    }
    return answer(request, "property/scope.html", context)


def parts_of(estate: Estate) -> dict[str, Any]:
    """What the public page and the desk both show of an estate."""
    founding, today = found.founding_of(estate), local_day(timezone.now())
    contracts = found.serving(estate)
    for row in contracts:
        row.relieved = found.relieved(row, contracts, today)
    return {
        "estate": estate,
        "contracts": contracts,
        "past": found.past_contracts(estate),
        "bodies": bodies_now(estate.community_id, estate=estate),
        "bodies_past": bodies_past(estate),
        "cases": scopes.cases_of_estate(estate),
        "founding": founding,
        "course": found.course_of(founding) if founding is not None else [],
        "today": today,
    }


def steps_of(case: Any) -> list[Step]:
    """The stages of a case, as far as it has come."""
    order = rules.scopes.ORDER
    at = order.index(case.stage) if case.stage in order else -1
    titles = dict(case.STAGES)
    shown = [
        Step(titles[code], "done" if place < at else "current" if place == at else "coming")
        for place, code in enumerate(order)
    ]
    if case.stage == "dropped":
        shown.append(Step(titles["dropped"], "stopped"))
    return shown


def _as_data(rows: Any) -> dict[str, Any]:
    return {"estates": [_one(*row) for row in rows]}


def _one(estate: Estate, contracts: list[Any], bodies: list[Any]) -> dict[str, Any]:
    return {
        "name": estate.name,
        "regime": estate.regime,
        "managers": [
            {"name": row.body.name, "since": row.since, "ends_on": row.ends_on, "state": row.state}
            for row in contracts
        ],
        "bodies": [
            {"kind": row.kind, "name": row.name, "seats": row.seats, "since": row.since,
             "term_ends": row.term_ends, "filed_on": row.filed_on}
            for row in bodies
        ],
    }  # fmt: skip
