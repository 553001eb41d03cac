"""Help to apply at the desk: what waits, what one handles by name, one of them with its steps."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.audit.door import Replayed, may, record_opening
from linli.core.audit.queries import closed_entries_of
from linli.core.clocks.queries import clocks_of_each, deadline_of, work_calendar
from linli.core.clocks.queries.pressing import page_by_pressing
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import sent, step
from linli.core.people.choosing import FindForm
from linli.mechanisms.flow.queries import timeline
from linli.service.catalogue.applications import actions, forms, queries, steps, told
from linli.service.catalogue.applications.counts import counted_years, counts_by_scheme
from linli.service.catalogue.applications.flows import APPLICATION
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.views.portal import shared

FOLDER = "catalogue/applications"


@needs("catalogue.see_applications")
@proved
@require_safe
def home(request: Visit) -> HttpResponse:
    """What waits for somebody, without names; what one handles, the most pressing first."""
    show = "done" if request.GET.get("show") == "done" else "open"
    rows = queries.handled_by(request.actor, request.community)
    open_now = show == "open"
    states = APPLICATION.open_states
    rows = rows.filter(state__in=states) if open_now else rows.exclude(state__in=states)
    after = request.GET.get("after", "")
    if open_now:
        page = page_by_pressing(rows, request.community, after)
    else:
        page = page_of(rows, "opened_at", after, newest=True)
    context = {
        "waiting": queries.waiting(request.actor, request.community),
        "late": queries.lies_too_long(request.actor, request.community)
        if may("catalogue.hear_application_alarm", request.actor, request.community)
        else [],
        "lines": with_deadlines(page.rows, request.community),
        "after": page.after,
        "show": show,
        "tabs": tabs_of(request, show),
    }
    return _private(answer(request, f"{FOLDER}/desk.html", context))


@needs("catalogue.open_application")
def new(request: Visit) -> HttpResponse:
    """Opens one at the desk: who it is for, their consent, and whether they are related to us."""
    community, at = request.community, timezone.now()
    words = request.POST.get("q", "")
    form = forms.OpenForm(request.POST if "scheme" in request.POST else None, initial={"q": words})
    form.offer(community)
    persons: Any = form.fields["person"]
    found = persons.offer(community, words, timezone.localdate(at))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.open_application(
                community, wanted=form.wanted(), person=given["person"], consent=given["consent"],
                by=request.actor, at=at, once=given["once"],
            )  # fmt: skip
        except Replayed as replayed:
            return _to(request, replayed.subject)
        messages.success(request, _("登记好了。请收材料，或一次告知缺什么。"))
        return _to(request, made.pk)
    context = {"form": form, "find": FindForm({"q": words} if words else None), "found": found}
    status = 422 if form.is_bound else 200
    return _private(answer(request, f"{FOLDER}/new.html", context, status=status))


@needs("catalogue.see_applications")
@proved
@require_safe
def show(request: Visit, application: UUID) -> HttpResponse:
    """One application; that it was opened is written down, where its applicant can read it."""
    row = queries.handled_by(request.actor, request.community).filter(pk=application).first()
    if row is None:
        waits = queries.waiting_one(request.community, application)
        if str(request.actor.account) in waits.kin_staff:
            raise Http404
        return redirect(
            "catalogue:take_application",
            community_code=request.community.code,
            application=waits.pk,
        )
    at = timezone.now()
    record_opening("catalogue.look_at_application", request.actor, row, at=at, about=row.person_id)
    ours, by_office, rest = steps.offered(row)
    context = {
        **shared(row, at),
        "ours": ours,
        "by_office": by_office,
        "rest": rest,
        "entries": timeline(APPLICATION, row, public=False),
        "book": closed_entries_of(row.pk),
        "remedies": told.remedies(row) if row.state in ("refused", "lowered") else [],
        "overdue_papers": row.state in ("ended", "withdrawn"),
    }
    return _private(answer(request, f"{FOLDER}/show.html", context))


@needs("catalogue.take_up_application")
@proved
def take(request: Visit, application: UUID) -> HttpResponse:
    """Takes up what waits: the first in turn, or another with a reason that is kept."""
    row = queries.waiting_one(request.community, application)
    if str(request.actor.account) in row.kin_staff:
        raise Http404
    earlier = queries.earlier_than(request.actor, row)
    form = forms.TakeUpForm(sent(request), row=row)
    if not earlier or row.urgent:
        del form.fields["reason"]
    by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    return step(
        request,
        form,
        lambda given: actions.take_up(row, **given, **by),
        title=_("接手：{scheme}").format(scheme=row.path.name),
        done=_("接手了，现在由您经办。"),
        back=reverse("catalogue:application", kwargs=_here(row)) if form.is_bound else _all(row),
        note=_("前面还有 {earlier} 件没有人接手。").format(earlier=earlier) if earlier else "",
    )


@needs("catalogue.see_applications")
@proved
def take_step(request: Visit, application: UUID, name: str) -> HttpResponse:
    """One step: its form, and the step itself."""
    row = queries.handled_one(request.actor, request.community, application)
    offered = steps.STEPS.get(name)
    if offered is None or not offered.open_in(row.state):
        raise Http404
    by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    back = reverse("catalogue:application", kwargs=_here(row))
    form = offered.form(sent(request), row=row)
    note = told.whose_turn(row) if offered.told else ""
    goes = _all(row) if name in ("hand-on", "put-back") and form.is_bound else back
    return step(
        request,
        form,
        lambda given: offered.carry(row, form, by),
        title=offered.title,
        done=offered.done,
        back=goes,
        note=note,
    )


@needs("catalogue.see_application_counts")
@require_safe
def counts(request: Visit) -> HttpResponse:
    """How many of a whole year, by scheme; fewer than ten are not shown, and nobody is."""
    years = counted_years(timezone.localdate())
    form = forms.CountsForm({"year": request.GET.get("year", years[0])})
    form.offer(years)
    year = int(form.cleaned_data["year"]) if form.is_valid() else years[0]
    counted = counts_by_scheme(request.community, date(year, 1, 1), date(year, 12, 31))
    return answer(request, f"{FOLDER}/counts.html", {"form": form, "counted": counted})


def pressing_first(rows: list[ApplicationHelp], community: Any) -> list[Any]:
    """The same, the earliest first."""
    today = timezone.localdate()
    lines = with_deadlines(rows, community)
    return sorted(lines, key=lambda line: (line[1] is None, line[1].due if line[1] else today))


def with_deadlines(rows: list[ApplicationHelp], community: Any) -> list[Any]:
    """Each with the clock that presses most, and whether the office is late."""
    at, calendar = timezone.now(), work_calendar(community.pk)
    clocks = clocks_of_each(community.pk, [row.pk for row in rows])
    lines = []
    for row in rows:
        running = [
            (clock.due_at, clock) for clock in clocks[row.pk] if clock.is_open and clock.due_at
        ]
        first = min(running, key=lambda each: each[0])[1] if running else None
        due = deadline_of(first, calendar, at) if first else None
        lines.append((row, due, told.whose_turn(row), bool(first and first.overdue(at))))
    return lines


def tabs_of(request: Visit, current: str) -> list[Tab]:
    """The parts of help to apply."""
    here = {"community_code": request.community.code}
    address = reverse("catalogue:applications", kwargs=here)
    notes = reverse("catalogue:application_notes", kwargs=here)
    offers = reverse("catalogue:application_shared_wishes", kwargs=here)
    return [
        Tab(_("办理中"), address, current == "open"),
        Tab(_("已了结"), f"{address}?show=done", current == "done"),
        Tab(
            _("该核查的"),
            reverse("catalogue:application_reviews", kwargs=here),
            current == "reviews",
        ),
        Tab(_("居民的愿望"), offers, current == "wishes"),
        Tab(_("我的提醒"), notes, current == "notes"),
    ]


def _here(row: ApplicationHelp) -> dict[str, Any]:
    return {"community_code": row.community.code, "application": row.pk}


def _all(row: ApplicationHelp) -> str:
    return reverse("catalogue:applications", kwargs={"community_code": row.community.code})


def _to(request: Visit, application: UUID | None) -> HttpResponse:
    code = request.community.code
    return redirect("catalogue:application", community_code=code, application=application)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
