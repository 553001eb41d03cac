"""One case: the way in, the case itself, and what is written into it."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit
from linli.core.access.queries import labels_of
from linli.core.access.views import proving
from linli.core.audit.door import Replayed, may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.shapes import Entry
from linli.core.pages.stepping import sent
from linli.lib.calendar import local_day
from linli.service.casework import actions, hands
from linli.service.casework.forms.cases import PurposeForm, ReasonForm, sheet_form
from linli.service.casework.kinds import Form, Panel, panels_of
from linli.service.casework.kinds.declaration import CHOICE
from linli.service.casework.models import Case, CaseNote, Release
from linli.service.casework.queries import cases, passing_on, rights
from linli.service.casework.views import gate
from linli.service.casework.views.gate import draw, handled, known, opened


@handled
def enter(request: Visit, case: Case) -> HttpResponse:
    """Asks what for, each time; what is unlike its handler is asked to sign in afresh."""
    at = timezone.now()
    if not cases.may_read(request.actor, case, at):
        return redirect("casework:closed", request.community.code, case.pk)
    form = PurposeForm(sent(request), kind=case.declared)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return draw(request, "casework/enter.html", {"form": form}, status=status)
    strange = gate.why_strange(request, case, at)
    proved = bool(strange) and proving.signed_in_since_asked(request, case.pk.hex)
    if strange and not proved:
        # Each case asks by itself, so that the handlers of every one are warned.
        if not proving.was_asked(request, case.pk.hex):
            actions.suspect(case, strange=strange, by=request.actor, at=at)
        return proving.ask_to_sign_in(request, case.pk.hex, at)
    actions.look(case, **form.cleaned_data, strange=strange, by=request.actor, at=at)
    gate.make_fresh(request, case, at)
    response = redirect(_onward(request, case))
    return proving.remember_device(request, response, local_day(at)) if proved else response


def _onward(request: Visit, case: Case) -> str:
    wanted = request.GET.get("next", "")
    here = reverse("casework:case", args=[request.community.code, case.pk])
    inside = wanted.startswith(here) and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if inside else here


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet on the page of a case: what was written on it, the latest first."""

    form: Form
    notes: list[Any]
    may_write: bool


@opened
@require_safe
def show(request: Visit, case: Case) -> HttpResponse:
    """All there is, for who handles it."""
    at = timezone.now()
    notes = cases.notes_of(case)
    role = hands.role_of(request.actor, case)
    context = {
        "case": case,
        "kind": case.declared,
        "ending": _title_of_ending(case),
        "handlers": cases.handlers_of(case),
        "leads": may("casework.lead", request.actor, case),
        "deadlines": _deadlines(case, at),
        "sheets": [_sheet(case, form, notes, role) for form in case.declared.forms],
        "agreements": passing_on.agreements_of(case),
        "referrals": passing_on.referrals_of(case),
        "releases": _releases(request, case, at),
        "panels": [
            {"title": each.title, "icon": each.icon, "href": _address(each, case)}
            for each in panels_of(case.declared)
            if each.shows is None or each.shows(case)
        ],
        "book": book_of(case),
    }
    return draw(request, "casework/case.html", context)


def _deadlines(case: Case, at: Any) -> list[tuple[str, Any]]:
    named = rights.clock_names(case) if case.kind == "rights" else {}
    calendar = work_calendar(case.community_id)
    return [
        (named.get(clock.name, _("期限")), deadline_of(clock, calendar, at))
        for clock in clocks_of(case)
        if clock.is_open
    ]


def _address(panel: Panel, case: Case) -> str:
    more = [case.pk] if panel.given is None else list(panel.given)
    return reverse(panel.url_name, args=[case.community.code, *more])


def _releases(request: Visit, case: Case, at: Any) -> list[dict[str, Any]]:
    account = request.actor.account
    return [
        {
            "row": row,
            "mine": row.asked_by_id == account,
            "waits": row.decided_at is None,
            "fetchable": row.what == Release.COPY
            and row.granted
            and row.asked_by_id == account
            and row.fetched_at is None
            and row.until is not None
            and row.until > at,
        }
        for row in cases.releases_of(case)
    ]


def _sheet(case: Case, form: Form, notes: list[CaseNote], role: str) -> Sheet:
    shown = [
        {"note": note, "values": told(form, note.values)}
        for note in reversed(notes)
        if note.form == form.key
    ]
    theirs = not form.by_second or role == "second"
    return Sheet(form, shown, case.is_open and theirs)


def told(form: Form, values: dict[str, Any]) -> list[tuple[Any, Any]]:
    """What was written on a sheet, in words."""
    shown = []
    for field in form.fields:
        if field.key in values:
            value = values[field.key]
            if field.sort == CHOICE:
                value = dict(field.choices).get(value, value)
            elif isinstance(value, bool):
                value = _("是") if value else _("否")
            shown.append((field.label, value))
    return shown


def _title_of_ending(case: Case) -> Any:
    known = case.declared.ending(case.ending) if case.ending else None
    return known.title if known else ""


def book_of(case: Case) -> list[Entry]:
    """The closed book of a case: what was done by whom, and, of openings, what for."""
    looks = {(look.by_id, look.at): look.words for look in cases.looks_of(case)}
    entries = cases.log_of(case)
    names = labels_of([entry.account for entry in entries])
    return [
        Entry(
            at=entry.at,
            what=entry.words,
            who=names.get(entry.account, "") if entry.account else _("系统按期"),
            note=looks.get((entry.account, entry.at), "")
            if entry.action in ("casework.open", "casework.take_over")
            else "",
        )
        for entry in entries
    ]


@opened
def write(request: Visit, case: Case, sheet: str) -> HttpResponse:
    """Writes a sheet; one that is not written again and again begins with what stands."""
    form = case.declared.form(sheet)
    if form is None:
        raise Http404
    before = cases.notes_of(case, sheet)
    start = before[-1].values if before and not form.many else None
    filled = sheet_form(form, sent(request), start)
    if request.method == "POST" and filled.is_valid():
        values = dict(filled.cleaned_data)
        with suppress(Replayed):
            once = values.pop("once")
            on = {"by": request.actor, "at": timezone.now(), "once": once}
            actions.write(case, form=sheet, values=values, **on)
        messages.success(request, _("记下了。"))
        return redirect("casework:case", request.community.code, case.pk)
    context = {"case": case, "form": filled, "title": form.title}
    status = 422 if filled.is_bound else 200
    return draw(request, "casework/step.html", context, status=status)


@known
def closed(request: Visit, case: Case) -> HttpResponse:
    """A closed case: nothing of it is shown but that it is there; how to read it."""
    at = timezone.now()
    if cases.may_read(request.actor, case, at):
        return redirect("casework:case", request.community.code, case.pk)
    form = ReasonForm(sent(request))
    if request.method == "POST" and form.is_valid():
        with suppress(Replayed):
            actions.ask(
                case,
                what=Release.READING,
                reason=form.cleaned_data["reason"],
                by=request.actor,
                at=at,
                once=form.cleaned_data["once"],
            )
        messages.success(request, _("提出了，等另一位经办人同意。"))
        return redirect("casework:closed", request.community.code, case.pk)
    context = {"case": case, "form": form, "releases": _releases(request, case, at)}
    status = 422 if form.is_bound else 200
    return draw(request, "casework/closed.html", context, status=status)
