"""A mediator's cases, one of them with all that belongs to it, and its steps."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.audit.queries import closed_entries_of
from linli.core.clocks.queries import clocks_of, clocks_of_each, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.keyset import Page
from linli.core.pages.stepping import sent, sent_files, step as show_step
from linli.lib.law import require
from linli.mechanisms.flow import rules as flow_rules
from linli.mechanisms.flow.queries import posts_that_may, timeline
from linli.safety.mediation.actions.agreeing import signatures_of
from linli.safety.mediation.flows import MEDIATION, TALKING
from linli.safety.mediation.forms.steps import STEPS, Offered
from linli.safety.mediation.kinds import BARS, COURTS, ROUTES, title_in
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.origins import origins_of
from linli.safety.mediation.queries import cases as queries, course
from linli.safety.mediation.queries.papers import check_of, disturbs, is_over, whole
from linli.safety.mediation.rules import agreeing
from linli.safety.mediation.rules.papers import missing_of
from linli.safety.mediation.rules.starting import Side, may_begin
from linli.safety.mediation.views.shapes import of_case, opened_case, private, tabs

SHOWS = ("open", "new", "ended")


@needs("mediation.see_desk")
@proved
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """One's own cases by what presses; what is new, where one may see it; what is over."""
    at, show = timezone.now(), request.GET.get("show", "open")
    show = show if show in SHOWS else "open"
    fresh = queries.new_cases(request.actor, request.community, timezone.localdate(at))
    after = request.GET.get("after", "")
    page = Page([])
    if show != "new":
        page = queries.cases_of(request.actor, request.community, show, after)
    clocks = clocks_of_each(request.community.pk, [row.pk for row in page.rows])
    calendar = work_calendar(request.community.pk)
    lines = []
    for row in page.rows:
        running = [clock for clock in clocks.get(row.pk, []) if clock.is_open and clock.due_at]
        first = min(running, key=lambda clock: clock.due_at or at) if running else None
        lines.append((row, deadline_of(first, calendar, at) if first else None))
    context = {
        "lines": lines,
        "after": page.after,
        "fresh": fresh,
        "show": show,
        "tabs": tabs(request, show, len(fresh)),
    }
    return private(answer(request, "mediation/cases.html", context))


@needs("mediation.see_desk")
@proved
@require_safe
def show(request: Visit, case_id: UUID) -> HttpResponse:
    """One case."""
    case = opened_case(request, case_id)
    return private(answer(request, "mediation/case.html", _context(request, case)))


@needs("mediation.see_desk")
@proved
def take(request: Visit, case_id: UUID, step: str) -> HttpResponse:
    """A step: its form, and the step itself."""
    case = opened_case(request, case_id)
    offered = STEPS.get(step)
    if offered is None:
        raise Http404
    if request.method != "POST":
        _require_open(case, offered)
    form = offered.form(sent(request), sent_files(request), row=case)
    by, at = request.actor, timezone.now()
    return private(
        show_step(
            request,
            form,
            lambda _given: offered.act(case, **form.given(), by=by, at=at),
            title=offered.title,
            done=offered.done,
            back=of_case(request, case),
            note=offered.note,
        )
    )


def _require_open(case: Mediation, offered: Offered) -> None:
    """Refuses a step that does not start from where the case stands."""
    if offered.move:
        move = MEDIATION.move(offered.move)
        require(flow_rules.starts_here(MEDIATION, case.state, move, posts_that_may(move.who)))


def _context(request: Visit, case: Mediation) -> dict[str, Any]:
    at, calendar = timezone.now(), work_calendar(case.community_id)
    agreement, found = course.agreement_of(case), check_of(case)
    sides = [
        Side(side.label, bool(side.willing), side.told_on is not None, side.accepts_mediator)
        for side in case.sides
    ]
    records = course.records_of(case)
    begins = may_begin(sides) if case.state == "preparing" else ()
    offered = _offered(case)
    return {
        "case": case,
        "agreement": agreement,
        "points": course.points_of(case),
        "steps": [
            (name, each, each.main and (name != "begin" or all(begins)))
            for name, each in offered
            if not each.filing and not each.ends
        ],
        "endings": [(name, each) for name, each in offered if each.ends],
        "filing": [(name, each) for name, each in offered if each.filing],
        "deadlines": [
            deadline_of(clock, calendar, at) for clock in clocks_of(case) if clock.is_open
        ],
        "begins": begins,
        "signatures": signatures_of(case, agreement)
        if agreement and case.state == "agreed"
        else None,
        "records": [record for record in records if record.written_at],
        "sessions": [record for record in records if not record.written_at],
        "exhibits": course.exhibits_of(case),
        "entries": timeline(MEDIATION, case, public=False),
        "book": [(entry.words, entry.at) for entry in closed_entries_of(case.pk)],
        "missing": missing_of(found),
        "whole": whole(case),
        "over": is_over(case),
        "routes": [title_in(ROUTES, key) for key in case.routes],
        "courts": [title_in(COURTS, key) for key in agreeing.courts_for(case.source)],
        "bars": [title for _key, title in BARS],
        "disturbing": disturbs(case),
        "origins": origins_of(case, request.actor),
        "talking": case.state in TALKING,
    }


def _offered(case: Mediation) -> list[tuple[str, Offered]]:
    """The steps that start from where the case stands; those of the file at any time."""
    moves = {move.name for move in MEDIATION.moves_from(case.state)}
    return [
        (name, each)
        for name, each in STEPS.items()
        if (each.move in moves or each.filing)
        and (name != "close" or not case.filed_on)
        and (name != "session" or case.state in TALKING)
    ]
