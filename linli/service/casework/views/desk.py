"""My cases, and opening a new one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views import proving
from linli.core.audit.door import Replayed, may
from linli.core.clocks.queries import deadline_of, work_calendar
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import sent
from linli.lib.calendar import local_day
from linli.service.casework import actions
from linli.service.casework.forms.cases import OpenForm, TakeOverForm
from linli.service.casework.kinds import Kind, all_kinds, kind_called
from linli.service.casework.queries import apart, cases
from linli.service.casework.rules.cases import may_open
from linli.service.casework.views.gate import draw, unkept


@needs("casework.see")
@require_safe
def mine(request: Visit) -> HttpResponse:
    """One's own cases by what falls due; or what was closed and what has been destroyed."""
    at, after = timezone.now(), request.GET.get("after", "")
    here = reverse("casework:mine", args=[request.community.code])
    closed = request.GET.get("show") == "closed"
    context = {
        **(_closed(request, after) if closed else _open_ones(request, after, at)),
        "tabs": [
            Tab(_("办理中"), here, not closed),
            Tab(_("已封存"), f"{here}?show=closed", closed),
        ],
        "over": closed,
        "may_open": bool(_kinds_for(request)),
        "may_serve": may("casework.serve_veterans", request.actor, request.community),
        # A browser this account has not proved itself with sees no name, also not in the list.
        "named": proving.device_is_known(request, local_day(at)),
    }
    return unkept(draw(request, "casework/mine.html", context))


def _open_ones(request: Visit, after: str, at: Any) -> dict[str, Any]:
    calendar = work_calendar(request.community.pk)
    page = cases.my_cases(request.actor, request.community, after)
    lines = [
        {
            "case": line.case,
            "kind": line.case.declared.title,
            "deadline": deadline_of(line.clock, calendar, at) if line.clock else None,
        }
        for line in page.rows
    ]
    orphans = cases.orphans_for(request.actor, request.community, at)
    return {"lines": lines, "after": page.after, "orphans": orphans}


def _closed(request: Visit, after: str) -> dict[str, Any]:
    page = cases.my_closed_cases(request.actor, request.community, after)
    proofs = [
        (row, kind_called(row.kind).title)
        for row in cases.proofs_for(request.actor, request.community)
    ]
    return {"closed": page.rows, "after": page.after, "proofs": proofs}


@needs("casework.see")
def new(request: Visit) -> HttpResponse:
    """A new case. Who is looked for is sent, never written into an address."""
    at = timezone.now()
    kinds = _kinds_for(request)
    posts = tuple({post for kind in kinds for post in kind.handled_by})
    assert request.actor.account is not None
    colleagues = cases.may_handle(request.community, posts, at).exclude(pk=request.actor.account)
    form = OpenForm(
        sent(request),
        kinds=kinds,
        colleagues=colleagues,
        community=request.community,
        on=local_day(at),
    )
    looking = request.method == "POST" and "find" in request.POST
    if request.method == "POST" and not looking and form.is_valid():
        return unkept(_open(request, form.cleaned_data))
    context = {"form": form, "kinds": kinds, "looking": looking}
    wrong = request.method == "POST" and not looking
    return unkept(draw(request, "casework/new.html", context, status=422 if wrong else 200))


def _open(request: Visit, given: dict[str, Any]) -> HttpResponse:
    person = given["person"]
    try:
        case = actions.open_case(
            request.community,
            kind=given["kind"],
            second=given["second"],
            called=given["called"] or (person.name if person else ""),
            person=person.pk if person else None,
            reason=given["reason"],
            by=request.actor,
            at=timezone.now(),
            once=given["once"],
        )
    except Replayed as earlier:
        return redirect("casework:case", request.community.code, earlier.subject)
    messages.success(request, _("建好了，只有您和复核的同事看得到。"))
    return redirect("casework:case", request.community.code, case.pk)


@needs("casework.see")
def take_over(request: Visit, case_id: Any) -> HttpResponse:
    """A case whose handlers have all left, for the keeper of its kind, given into two new hands."""
    at = timezone.now()
    case = cases.orphan_for(request.actor, request.community, case_id, at)
    fits = cases.may_handle(request.community, case.declared.handled_by, at)
    colleagues = apart.offered(case, fits, to_keeper=True)
    form = TakeOverForm(sent(request), colleagues=colleagues)
    if request.method == "POST" and form.is_valid():
        given = {key: form.cleaned_data[key] for key in ("lead", "second", "reason")}
        actions.take_over(case, **given, by=request.actor, at=at)
        messages.success(request, _("交给了两位新的经办人，他们会收到消息。"))
        return redirect("casework:mine", request.community.code)
    context = {"form": form, "kind": case.declared}
    return unkept(
        draw(request, "casework/take_over.html", context, status=422 if form.is_bound else 200)
    )


def _kinds_for(request: Visit) -> list[Kind]:
    posts = [held.post for held in request.actor.posts_over(request.community)]
    return [kind for kind in all_kinds() if may_open(kind, posts)]
