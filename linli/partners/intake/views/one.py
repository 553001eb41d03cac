"""One request at the desk: what it stands on, its steps, its letters, its minutes."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.lib.law import require
from linli.mechanisms.flow import rules as flow_rules
from linli.mechanisms.flow.queries import moves_open, posts_that_may, timeline
from linli.partners.intake import actions, queries, rules
from linli.partners.intake.flows import REQUEST
from linli.partners.intake.forms.requests import FORMS, MinutesForm, given_to, offered
from linli.partners.intake.models import Request


@needs("intake.see_desk")
@require_safe
def show(request: Visit, request_id: UUID) -> HttpResponse:
    """All there is to know of a request, and the steps open to this reader."""
    row = queries.request_for(request.actor, request.community, request_id)
    return answer(request, "intake/show.html", _context(request, row))


@needs("intake.see_desk")
def take_move(request: Visit, request_id: UUID, move: str) -> HttpResponse:
    """A step: its form, and the step itself."""
    row = queries.request_for(request.actor, request.community, request_id)
    chosen = FORMS.get(move)
    if chosen is None:
        raise Http404
    _require_open(request, row, move)
    form = chosen.form(request.POST if request.method == "POST" else None, row=row)
    if not form.is_valid():
        context = {"form": form, "offered": chosen, "row": row, "findings": _findings(row, move)}
        return answer(request, "intake/move.html", context, status=422 if form.is_bound else 200)
    chosen.act(row, **given_to(move, form), by=request.actor, at=timezone.now())
    messages.success(request, chosen.done)
    letters = queries.letters_of(row)
    if move in ("refuse", "send_back"):
        return redirect("intake:letter", request.community.code, letters[-1].pk)
    return redirect("intake:show", request.community.code, row.pk)


@needs("intake.log_minutes")
def log_on(request: Visit, request_id: UUID) -> HttpResponse:
    """Minutes by hand on this request."""
    row = queries.request_for(request.actor, request.community, request_id)
    sent = request.POST if request.method == "POST" else None
    form = MinutesForm(sent, community=request.community, request=row)
    if not form.is_valid():
        context = {"form": form, "row": row}
        status = 422 if form.is_bound else 200
        return answer(request, "intake/log.html", context, status=status)
    with suppress(Replayed):
        actions.log_minutes(
            request.community,
            body=row.body,
            request=row,
            by=request.actor,
            at=timezone.now(),
            **form.cleaned_data,
        )
        messages.success(request, _("记下了。"))
    return redirect("intake:show", request.community.code, row.pk)


def _context(request: Visit, row: Request) -> dict[str, Any]:
    at, calendar = timezone.now(), work_calendar(row.community_id)
    running = [clock for clock in clocks_of(row) if clock.is_open]
    minutes = queries.minutes_of(row)
    return {
        "row": row,
        "offers": offered(moves_open(REQUEST, row, request.actor)),
        "decides": may("intake.decide", request.actor, row),
        "deadline": deadline_of(running[-1], calendar, at) if running else None,
        "findings": _findings(row, ""),
        "entries": timeline(REQUEST, row, public=False),
        "letters": queries.letters_of(row),
        "minutes": minutes,
        "spent": sum(entry.minutes for entry in minutes if entry.struck_on is None),
    }


def _findings(row: Request, move: str) -> list[Any]:
    """What the rules found, as the director weighs it."""
    on_list = rules.on_list(
        row.item.line if row.item else None,
        on=row.decided_on or row.received_on,
        body=row.body_id,
        never=row.never,
    )
    found = [on_list, row.basis_found(), row.money_found()]
    if row.starts_on is not None:
        found.append(actions.came_in_time(row))
    if row.never:
        found.insert(0, rules.may_be_passed_on(row.never))
    return [] if move in ("finish", "withdraw", "match") else found


def _require_open(request: Visit, row: Request, move: str) -> None:
    """Refuses a step that is not this reader's, or, where its page is only opened, one that does
    not start from here; sent, the step itself tells who did what meanwhile."""
    chosen = REQUEST.move(move)
    who = posts_that_may(chosen.who)
    require(flow_rules.is_theirs(chosen, may(chosen.who, request.actor, row), who))
    if request.method != "POST":
        require(flow_rules.starts_here(REQUEST, row.state, chosen, who))
