"""Preparing an item: the rows stand there already where a room speaks for the line; else a table
is filled in by hand."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.governance.oversight import rules
from linli.governance.oversight.actions import disclosure as actions
from linli.governance.oversight.forms.disclosure import (
    LINES_AT_FIRST,
    LINES_MORE,
    ComposedForm,
    ContentForm,
    HandForm,
    PeriodForm,
)
from linli.governance.oversight.lines import Line
from linli.governance.oversight.models import Disclosure
from linli.governance.oversight.periods import tell_period
from linli.governance.oversight.queries import disclosure as queries
from linli.governance.oversight.views import shapes
from linli.mechanisms.publication.declaration import PublicField


@needs("oversight.prepare")
def prepare(request: Visit, disclosure_id: UUID) -> HttpResponse:
    """One item whose time has come, or that came back."""
    item = queries.disclosure_for(request.actor, request.community, disclosure_id)
    line = queries.line_on(request.community, item.line, timezone.localdate())
    form = content_form(request, line, item.since, item.until, item)
    if not _sent(request) or not form.is_valid():
        return show_form(request, form, line, item.since, item.until)
    with suppress(Replayed):
        actions.prepare_item(
            item,
            content=form.content,
            seen=form.cleaned_data["seen"],
            by=request.actor,
            at=timezone.now(),
            once=form.cleaned_data["once"],
        )
        messages.success(request, _("起草好了，请另一个人核对。"))
    return redirect("oversight:show", request.community.code, item.pk)


@needs("oversight.prepare")
def start(request: Visit, key: str) -> HttpResponse:
    """An item nobody was reminded of: first of what time, then what it holds."""
    line = queries.line_on(request.community, key, timezone.localdate())
    given = request.POST if request.method == "POST" else request.GET
    which = PeriodForm(given or None, initial=_usual(line))
    if not which.is_valid():
        status = 422 if which.is_bound else 200
        context = {"which": which, "line": line}
        return answer(request, "oversight/start.html", context, status=status)
    since, until = which.cleaned_data["since"], which.cleaned_data["until"]
    form = content_form(request, line, since, until, None)
    if not _sent(request) or not form.is_valid():
        return show_form(request, form, line, since, until)
    with suppress(Replayed):
        made = actions.start_item(
            request.community,
            line=line,
            since=since,
            until=until,
            content=form.content,
            by=request.actor,
            at=timezone.now(),
            once=form.cleaned_data["once"],
        )
        messages.success(request, _("起草好了，请另一个人核对。"))
        return redirect("oversight:show", request.community.code, made.pk)
    return redirect("oversight:desk", request.community.code)


def content_form(
    request: Visit, line: Line, since: date, until: date, item: Disclosure | None
) -> Any:
    """The form of the line: composed, or by hand with what is carried over."""
    data = request.POST if request.method == "POST" else None
    initial: dict[str, Any] = {"seen": item.version if item else None}
    if item is not None:
        initial |= {"note": item.note, "nothing": item.nothing}
    composed = queries.composed_rows(request.community, line.key, since, until)
    if composed is not None:
        return ComposedForm(data, rows=composed, initial=initial)
    earlier = queries.before(request.community, line.key, since)
    begun: Sequence[Any] = item.rows if item and item.rows else carried(line, earlier)
    opening = earlier.sums.get("left") if earlier else None
    if item is not None and "opening" in item.sums:
        opening = item.sums["opening"]
    if data is not None and "more" in data:
        initial |= data.dict() | {"count": _count(request)}
        data = None
    return HandForm(
        data,
        line=line,
        columns=columns_of(line),
        start=begun,
        opening=opening,
        count=_count(request),
        initial=initial,
    )


def carried(line: Line, earlier: Disclosure | None) -> list[dict[str, Any]]:
    """What the item before hands on: gifts that are not used up, facilities that are still there
    (not their figures)."""
    if earlier is None:
        return []
    if line.kind == "donations":
        return [row for row in earlier.rows if row.get("left")]
    if line.kind == "facilities":
        kept = ("what", "where", "opens", "fee")
        return [{name: row[name] for name in kept if name in row} for row in earlier.rows]
    return []


def columns_of(line: Line) -> Sequence[PublicField]:
    """The columns of the line's table."""
    template = queries.template_of(line)
    return next(field.columns for field in template.fields if field.key == "rows")


def _usual(line: Line) -> dict[str, Any]:
    period = rules.period_now(line.every, timezone.localdate())
    return {"since": period.since, "until": timezone.localdate()} if period else {}


def _sent(request: Visit) -> bool:
    """Whether the table was sent, not only asked to be longer or shown."""
    return request.method == "POST" and "more" not in request.POST


def _count(request: Visit) -> int:
    asked = request.POST.get("count", "")
    count = int(asked) if asked.isdecimal() else LINES_AT_FIRST
    return count + LINES_MORE if "more" in request.POST else count


def show_form(
    request: Visit, form: ContentForm, line: Line, since: date, until: date, *, why: Any = None
) -> HttpResponse:
    """The page on which an item is prepared; with `why`, on which one that is up is put right."""
    columns = columns_of(line)
    context: dict[str, Any] = {
        "form": form,
        "line": line,
        "columns": columns,
        "period": tell_period(since, until),
        "since": since,
        "until": until,
        "why": why,
    }
    if isinstance(form, ComposedForm):
        rows = list(form.lines())
        cells = shapes.table_of(columns, [row.cells for row, _field in rows])
        context["composed"] = list(zip(cells, (field for _row, field in rows), strict=True))
    wrong = _sent(request) and not form.is_valid()
    return answer(request, "oversight/prepare.html", context, status=422 if wrong else 200)
