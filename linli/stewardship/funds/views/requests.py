"""Requests for money at the desk: the list, one with its steps, a new one."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.links.faces import linked_faces
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.lib.law import Finding, require
from linli.mechanisms.flow import rules as flow_rules
from linli.mechanisms.flow.queries import moves_open, posts_that_may, timeline
from linli.stewardship.funds import actions, books, rules
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.forms.requests import FORMS, AskForm, given_to, offered
from linli.stewardship.funds.law import assembly_from, third_from
from linli.stewardship.funds.models import Request
from linli.stewardship.funds.queries import desk
from linli.stewardship.funds.queries.figures import entry_seen, source_in
from linli.stewardship.funds.views.prefilled import asked_again, from_address
from linli.stewardship.funds.views.shapes import sent, status_of, tabs_of

WAITS_FOR = {"asked": "approve", "seconded": "approve", "approved": "pay"}
"""The step a request waits for, by where it stands."""

VIEWS = (
    ("open", _("还没办完")),
    ("to_approve", _("等同意")),
    ("to_pay", _("待付款")),
    ("to_prove", _("缺凭证")),
    ("settled", _("已付清")),
    ("stopped", _("没有办")),
)


@needs("funds.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The requests of one view, the latest first."""
    show = request.GET.get("show", "open")
    show = show if show in dict(VIEWS) else "open"
    rows, following = desk.requests_shown(
        request.actor, request.community, show, _cursor(request.GET.get("after", ""))
    )
    counts = desk.request_counts(request.actor, request.community)
    context = {
        "rows": rows,
        "after": f"{following[0]}-{following[1]}" if following else "",
        "views": [
            Tab(title, f"?show={name}", name == show, counts.get(name)) for name, title in VIEWS
        ],
        "tabs": tabs_of(request, "requests"),
        "sources": desk.open_sources(request.community, timezone.localdate()),
        "keeps": may("funds.keep", request.actor, request.community),
    }
    return answer(request, "funds/requests.html", context)


@needs("funds.see_desk")
@require_safe
def show(request: Visit, request_id: UUID) -> HttpResponse:
    """All there is to know of a request, and the steps open to this reader."""
    row = desk.request_for(request.actor, request.community, request_id)
    return answer(request, "funds/request.html", _context(request, row))


@needs("funds.keep")
def ask(request: Visit, source_id: UUID) -> HttpResponse:
    """A new request on one source."""
    source = source_in(request.community, source_id)
    data, _files = sent(request)
    start = {key: each for key, each in from_address(request).items() if key == "fen"}
    form = AskForm(data, source=source, initial={**start, **asked_again(request)})
    if form.is_valid():
        with suppress(Replayed):
            row = actions.ask(
                source,
                asked=form.asked,
                by=request.actor,
                at=timezone.now(),
                once=form.cleaned_data["once"],
            )
            messages.success(request, _("已申请，等另一个人同意。"))
            return redirect("funds:request", request.community.code, row.pk)
        return redirect("funds:requests", request.community.code)
    context = {
        "form": form,
        "source": source,
        "title": _("申请用款"),
        "note": source.title,
        "free": books.free(source),
    }
    return answer(request, "funds/form.html", context, status=status_of(form))


@needs("funds.see_desk")
def take_move(request: Visit, request_id: UUID, move: str) -> HttpResponse:
    """A step: its form, and the step itself."""
    row = desk.request_for(request.actor, request.community, request_id)
    chosen = FORMS.get(move)
    if chosen is None:
        raise Http404
    _require_open(request, row, move)
    data, files = sent(request)
    form = chosen.form(data, files, row=row)
    if not form.is_valid():
        findings = _findings(request, row) if move == "approve" else []
        context = {
            "form": form, "offered": chosen, "row": row, "findings": findings,
            "fen": row.paid_fen if move == "reverse" else row.fen,
        }  # fmt: skip
        return answer(request, "funds/move.html", context, status=status_of(form))
    chosen.act(row, **given_to(move, form), by=request.actor, at=timezone.now())
    messages.success(request, chosen.done)
    return redirect("funds:request", request.community.code, row.pk)


def _context(request: Visit, row: Request) -> dict[str, Any]:
    at = timezone.now()
    running = [clock for clock in clocks_of(row) if clock.is_open]
    calendar = work_calendar(row.community_id)
    seen = entry_seen(row.community, row.entry_id, keeper=True) if row.entry_id else None
    another = _another(request, row)
    mine = request.actor.account is not None and request.actor.account == row.asked_by_id
    conditions = {
        "approve": another,
        "refuse": another,
        "reverse": _another(request, row, (row.asked_by_id,)),
    }
    return {
        "row": row,
        "seen": seen,
        "offers": offered(moves_open(REQUEST, row, request.actor, conditions)),
        "waits": row.state in ("asked", "seconded"),
        "mine": mine,
        "agreed": not mine and not another.holds,
        "who": posts_that_may(REQUEST.move(WAITS_FOR.get(row.state, "reverse")).who),
        "may_reverse": may("funds.approve", request.actor, row) and not mine,
        "proves": row.state in ("paid", "settled") and may("funds.keep", request.actor, row),
        "again": row.state in ("reversed", "refused", "withdrawn") and row.source.closed_on is None,
        "unjudged": rules.fits_purpose(row.source.restricted, ticked=False)
        if row.state in ("asked", "seconded") and row.source.restricted
        else None,
        "deadline": deadline_of(running[-1], calendar, at) if running else None,
        "findings": _findings(request, row) if row.state in ("asked", "seconded") else [],
        "entries": timeline(REQUEST, row, public=False),
        "keeps": may("funds.keep", request.actor, row),
        "origins": linked_faces(row, "follows_from"),
        "url": reverse("funds:entry", args=[row.community.code, row.entry_id]) if seen else "",
    }


def _another(request: Visit, row: Request, hands: tuple[Any, ...] = ()) -> Finding:
    """That this reader is another than those who had a hand in it: all so far, or `hands`."""
    earlier = [each for each in hands or (row.asked_by_id, row.seconded_by_id) if each]
    return rules.another_hand(request.actor.account, earlier)


def _findings(request: Visit, row: Request) -> list[Finding]:
    """What the rules found, as whoever agrees weighs it."""
    on, source = timezone.localdate(), row.source
    found: list[Finding] = []
    purpose = rules.for_its_purpose(source.restricted, source.purpose, row.purpose)
    if not purpose:  # that it fits is judged by whoever agrees, never by the kind alone
        found.append(purpose)
    if row.reserve is None:
        found.append(rules.enough_free(books.free(source), row.fen))
    else:
        found.append(rules.within_reserve(row.reserve.left, row.fen))
    if row.line is not None:
        found.append(rules.within_line(row.line.left, row.fen))
    decided = bool(row.decision) or desk.chosen_by_residents(row.reserve)
    most = assembly_from(row.community, on)
    small = rules.below_assembly(row.fen, most)
    found.append(small if small else rules.decided_where_needed(row.fen, most, decided))
    found.append(rules.three_hands(row.fen, third_from(row.community, on)))
    return found


def _require_open(request: Visit, row: Request, move: str) -> None:
    """Refuses a step that is not this reader's, or, where its page is only opened, one that does
    not start from here; sent, the step itself tells who did what meanwhile."""
    chosen = REQUEST.move(move)
    who = posts_that_may(chosen.who)
    require(flow_rules.is_theirs(chosen, may(chosen.who, request.actor, row), who))
    if request.method != "POST":
        require(flow_rules.starts_here(REQUEST, row.state, chosen, who))


def _cursor(text: str) -> tuple[int, int] | None:
    year, _dash, serial = text.partition("-")
    return (int(year), int(serial)) if year.isdecimal() and serial.isdecimal() else None
