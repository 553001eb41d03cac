"""The desk: what is to be disclosed, and each item from the records to the board."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.stepping import STEP
from linli.governance.oversight import rules
from linli.governance.oversight.actions import disclosure as actions
from linli.governance.oversight.flows.disclosure import DISCLOSED
from linli.governance.oversight.forms.disclosure import (
    PAPER_DAYS,
    CorrectionForm,
    PublishForm,
    ReasonForm,
)
from linli.governance.oversight.models import Disclosure
from linli.governance.oversight.queries import disclosure as queries
from linli.governance.oversight.views import shapes
from linli.governance.oversight.views.preparing import columns_of, content_form, show_form
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.mechanisms.publication.disclosed import LEAST_DAYS, USUAL_DAYS


@needs("oversight.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is under way and what is late, then the whole catalogue."""
    at = timezone.now()
    standings = queries.catalogue(request.community, at)
    on = timezone.localdate(at)
    waiting = sorted(
        (item for each in standings for item in each.waiting),
        key=lambda item: (item.due_on or on, item.line),
    )
    context = {
        "rows": [_row(item, on) for item in waiting],
        "parts": shapes.parts(standings),
        "late": sum(len(each.late) for each in standings),
        "keeps": may("oversight.keep_catalogue", request.actor, request.community),
        "prepares": may("oversight.prepare", request.actor, request.community),
    }
    return answer(request, "oversight/desk.html", context)


@needs("oversight.see_desk")
@require_safe
def show(request: Visit, disclosure_id: UUID) -> HttpResponse:
    """One item as it would hang on the board, and the step that comes next."""
    item = queries.disclosure_for(request.actor, request.community, disclosure_id)
    return answer(request, "oversight/show.html", _context(request, item))


@needs("oversight.check")
def check(request: Visit, disclosure_id: UUID) -> HttpResponse:
    """Somebody else has held it against the records."""
    item = queries.disclosure_for(request.actor, request.community, disclosure_id)
    if request.method == "POST":
        actions.check_item(item, seen=_seen(request), by=request.actor, at=timezone.now())
        messages.success(request, _("核对过了，请主任公布。"))
    return redirect("oversight:show", request.community.code, item.pk)


@needs("oversight.check")
def send_back(request: Visit, disclosure_id: UUID) -> HttpResponse:
    """Sends it back with a reason."""
    item = queries.disclosure_for(request.actor, request.community, disclosure_id)
    form = ReasonForm(request.POST if request.method == "POST" else None, row=item)
    if not form.is_valid():
        return _step(request, item, form, _("退回修改"))
    actions.return_item(item, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("退回了。"))
    return redirect("oversight:show", request.community.code, item.pk)


@needs("oversight.publish")
def publish(request: Visit, disclosure_id: UUID) -> HttpResponse:
    """Posts it: on the web at once, and as a sheet for the board."""
    item = queries.disclosure_for(request.actor, request.community, disclosure_id)
    line = queries.line_on(request.community, item.line, timezone.localdate())
    days = PAPER_DAYS.get(line.every, USUAL_DAYS)
    form = PublishForm(
        request.POST if request.method == "POST" else None, row=item, initial={"days": days}
    )
    if not form.is_valid():
        return _step(request, item, form, _("公布"))
    done = actions.publish_item(item, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("公布了。请打印张贴版，贴在居务公开栏。"))
    return redirect("publication:sheet", request.community.code, done.posting_id)


@needs("oversight.publish")
def drop(request: Visit, disclosure_id: UUID) -> HttpResponse:
    """Does not disclose an item of the community's own after all."""
    item = queries.disclosure_for(request.actor, request.community, disclosure_id)
    form = ReasonForm(request.POST if request.method == "POST" else None, row=item)
    if not form.is_valid():
        return _step(request, item, form, _("不公布了"))
    actions.drop_item(item, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("记下了，这一份不公布。"))
    return redirect("oversight:desk", request.community.code)


@needs("oversight.publish")
def correct(request: Visit, disclosure_id: UUID) -> HttpResponse:
    """Puts right what is up, with why."""
    item = queries.disclosure_for(request.actor, request.community, disclosure_id)
    line = queries.line_on(request.community, item.line, timezone.localdate())
    form = content_form(request, line, item.since, item.until, item)
    why = CorrectionForm(request.POST if request.method == "POST" else None)
    sent = request.method == "POST" and "more" not in request.POST
    if not (sent and form.is_valid() and why.is_valid()):
        return show_form(request, form, line, item.since, item.until, why=why)
    with suppress(Replayed):
        actions.correct_item(
            item,
            content=form.content,
            reason=why.cleaned_data["reason"],
            by=request.actor,
            at=timezone.now(),
            once=form.cleaned_data["once"],
        )
        messages.success(request, _("更正了。公开栏上的纸质件也请换成新的。"))
    return redirect("oversight:show", request.community.code, item.pk)


def _step(request: Visit, item: Disclosure, form: Any, title: Any) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "says": title,
        "back": reverse("oversight:show", args=[request.community.code, item.pk]),
        "note": f"{item.titles_told} · {shapes.period(item)}",
    }
    status = 422 if form.is_bound else 200
    return answer(request, STEP, context, status=status)


def _seen(request: Visit) -> int | None:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else None


def _row(item: Disclosure, on: Any) -> dict[str, Any]:
    return {
        "item": item,
        "period": shapes.period(item),
        "late": rules.on_time(item.due_on, None, on),
    }


def _context(request: Visit, item: Disclosure) -> dict[str, Any]:
    at = timezone.now()
    line = queries.line_on(request.community, item.line, timezone.localdate(at))
    running = [clock for clock in clocks_of(item) if clock.is_open]
    four_eyes = rules.checked_by_another(item.prepared_by_id, request.actor.account)
    offers = moves_open(DISCLOSED, item, request.actor, {"check": four_eyes})
    columns = columns_of(line)
    return {
        "item": item,
        "line": line,
        "period": shapes.period(item),
        "offers": {offer.move.name: offer for offer in offers if offer.open},
        "four_eyes": four_eyes if item.state == "checking" else None,
        "late": rules.on_time(item.due_on, item.posted_on, timezone.localdate(at)),
        "deadline": deadline_of(running[-1], work_calendar(item.community_id), at)
        if running
        else None,
        "columns": columns,
        "table": shapes.table_of(columns, item.rows),
        "left_out": actions.disclosure_left_out(item),
        "sums": _sums(line, item),
        "entries": timeline(DISCLOSED, item, public=False),
        "up": item.posting is not None and item.posting.is_up(at),
        "may_correct": may("oversight.publish", request.actor, item),
        "least": LEAST_DAYS,
    }


def _sums(line: Any, item: Disclosure) -> list[tuple[Any, int]]:
    labels = {field.key: field.label for field in queries.template_of(line).fields}
    return [(labels[key], fen) for key, fen in item.sums.items() if key in labels]
