"""Who came: everybody of a date on one page, ticked by name; who stands only on the paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.stepping import or_refusal, sent
from linli.core.people.choosing import FindForm
from linli.lib.calendar import local_day
from linli.lib.law import Finding
from linli.mechanisms.signup import actions, rules
from linli.mechanisms.signup.actions import Mark
from linli.mechanisms.signup.forms.desk import LateForm, LatePersonForm
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Occasion
from linli.mechanisms.signup.queries.coming import attended_at
from linli.mechanisms.signup.queries.sheets import Row, attendance_of, occasion_kept


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: Visit, occasion_id: UUID) -> HttpResponse:
    """One date: a tick for each; "all present" ticks everybody of whom nothing is said yet."""
    occasion = occasion_kept(request.actor, request.community, occasion_id)
    rows = attendance_of(occasion)
    refused = None
    if request.method == "POST":
        marks = _marks(request.POST, rows, everybody="all_present" in request.POST)
        refused = _mark(request, occasion, marks)
        if refused is None:
            messages.success(request, _("到场情况已保存。"))
            return redirect("signup:attendance", request.community.code, occasion.pk)
    context = _context(request, occasion, rows, refused)
    return answer(
        request, "signup/attendance.html", context, status=200 if refused is None else 409
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def late(request: Visit, occasion_id: UUID) -> HttpResponse:
    """Names from the paper list that are not on the sheet: several lines, or somebody found in
    the roster."""
    occasion = occasion_kept(request.actor, request.community, occasion_id)
    words, on = " ".join(request.GET.get("q", "").split()), timezone.localdate()
    of_roster = LatePersonForm(
        sent(request) if words else None, community=request.community, words=words, on=on
    )
    known_only = occasion.sheet.sort.account_only
    names = LateForm(None if words else sent(request))
    form: Any = of_roster if words else names
    refused = None
    if request.method == "POST" and form.is_valid():
        refused = _add(request, occasion, form)
        if refused is None:
            return redirect("signup:attendance", request.community.code, occasion.pk)
    context = {
        "occasion": occasion,
        "find": FindForm(initial={"q": words}),
        "words": words,
        "of_roster": of_roster,
        "names": None if known_only else names,
        "refused": refused,
    }
    status = 409 if refused is not None else 422 if form.is_bound and form.errors else 200
    return answer(request, "signup/late.html", context, status=status)


def _mark(request: Visit, occasion: Occasion, marks: dict[UUID, Mark]) -> Finding | None:
    form: Any = _Filled(marks)
    _made, refused = or_refusal(
        request,
        form,
        lambda given: actions.mark(occasion, marks=given, by=request.actor, at=timezone.now()),
    )
    return refused


class _Filled:
    """What was ticked, as a form in order."""

    def __init__(self, marks: dict[UUID, Mark]) -> None:
        self.cleaned_data = marks


def _marks(data: Any, rows: list[Row], *, everybody: bool) -> dict[UUID, Mark]:
    marks = {}
    for row in rows:
        key = row.signup.pk
        state = data.get(f"s{key}", "")
        if everybody and state not in (rules.ABSENT, rules.EXCUSED):
            state = rules.PRESENT
        if state in rules.PRESENCES:
            marks[key] = Mark(state, _number(data.get(f"m{key}")), _number(data.get(f"n{key}")))
    return marks


def _number(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 5 else None


def _add(request: Visit, occasion: Occasion, form: Any) -> Finding | None:
    person = form.cleaned_data.get("person")
    whom = [Applicant(name="", person=person)] if person is not None else form.whom()

    def carry_out(given: dict[str, Any]) -> Occasion:
        return actions.add_late_many(
            occasion, whom=whom, by=request.actor, at=timezone.now(), once=given["once"]
        )

    try:
        _made, refused = or_refusal(request, form, carry_out)
    except Replayed:  # the same names came twice; once is enough
        return None
    if refused is None:
        messages.success(request, _("补登了 %(n)s 人。") % {"n": len(whom)})
    return refused


def _context(
    request: Visit, occasion: Occasion, rows: list[Row], refused: Finding | None
) -> dict[str, Any]:  # fmt: skip
    day = local_day(occasion.starts_at)
    return {
        "occasion": occasion,
        "sheet": occasion.sheet,
        "rows": rows,
        "attended": attended_at([occasion])[occasion.pk],
        "unsaid": sum(not each.state for each in rows),
        "minutes": occasion.sheet.sort.asks_minutes,
        "several": occasion.sheet.most_each > 1,
        "may_mark": occasion.state != rules.CALLED_OFF and timezone.localdate() >= day,
        "refused": refused,
    }
