"""For everybody: hazards by place and kind, how it stands, and the code at a point."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import once, sent, sent_files, step
from linli.lib.calendar import local_day
from linli.safety.hazards.actions import finding
from linli.safety.hazards.forms.hazards import FilterForm, HazardForm
from linli.safety.hazards.kinds import BY_CODE
from linli.safety.hazards.models import Hazard
from linli.safety.hazards.patrols import patrols_between
from linli.safety.hazards.queries import hazards as queries
from linli.safety.hazards.queries.points import point_tagged, rounds_done
from linli.safety.hazards.rules import days_open
from linli.safety.hazards.views.sending import can, here, public_tabs

A_PAGE = 30
PATROL_DAYS = 14


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Hazards and what became of them, the latest first."""
    community, on = request.community, local_day(timezone.now())
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    rows = queries.shown_to_all(community, kind=kind, state=state)
    page = page_of(rows, "found_on", request.GET.get("after", ""), newest=True, size=A_PAGE)
    context: dict[str, Any] = {
        "page": page,
        "rows": _told(page.rows, on),
        "counts": queries.counts(community, on),
        "form": FilterForm(request.GET),
        "tabs": public_tabs(request, "list"),
        "desk": may("hazards.see_desk", request.actor, community),
        "walks": can(request, "hazards.see_rounds"),
    }
    data = {
        **context["counts"],
        "hazards": [
            {"number": row.number, "kind": row.kind, "place": row.place.name_inside,
             "what": row.told_what, "state": row.state, "found_on": row.found_on,
             "due_on": row.due_on, "closed_on": row.closed_on, "days": days}
            for row, days, _late in context["rows"]
        ],
    }  # fmt: skip
    return answer(request, "hazards/list.html", context, json=data)


def _told(rows: list[Hazard], on: date) -> list[tuple[Hazard, int, bool]]:
    return [(row, days_open(row.found_on, row.closed_on, on), _late(row, on)) for row in rows]


def _late(row: Hazard, on: date) -> bool:
    return row.due_on is not None and (row.closed_on or on) > row.due_on


@public
@require_safe
def show(request: Visit, hazard_id: UUID) -> HttpResponse:
    """One hazard: where, what, who must mend it by when, before and after."""
    hazard, on = queries.public_hazard(request.community, hazard_id), local_day(timezone.now())
    before, after = queries.pictures(hazard)
    context = {
        "hazard": hazard,
        "before": before,
        "after": after,
        "mending": queries.mending_told(hazard),
        "days": days_open(hazard.found_on, hazard.closed_on, on),
        "late": _late(hazard, on),
        "entries": queries.course_of(hazard, desk=False),
        "desk": may("hazards.see_desk", request.actor, hazard),
    }
    return answer(request, "hazards/hazard.html", context)


@public
@require_safe
def show_situation(request: Visit) -> HttpResponse:
    """How it stands by kind and by place, the rounds kept, and who patrols when."""
    community, on = request.community, local_day(timezone.now())
    done, due = rounds_done(community, on)
    context: dict[str, Any] = {
        "by_kind": queries.situation(community, on, "kind"),
        "by_place": queries.situation(community, on, "place"),
        "done": done,
        "due": due,
        "patrols": patrols_between(community, on, PATROL_DAYS),
        "tabs": public_tabs(request, "situation"),
    }
    data = {
        name: [
            {"title": str(row.title), "open": row.open, "closed": row.closed, "days": row.days}
            for row in context[name]
        ]
        for name in ("by_kind", "by_place")
    }
    return answer(request, "hazards/situation.html", context, json=data)


@public
@require_safe
def at_point(request: Visit, tag: str) -> HttpResponse:
    """What the code at a point opens."""
    point = point_tagged(request.community, tag)
    if point is None:
        return _no_point(request)
    context = {
        "point": point,
        "open": queries.open_at(point),
        "checks": may("hazards.check", request.actor, point),
    }
    return answer(request, "hazards/point.html", context)


@public
def report_at_point(request: Visit, tag: str) -> HttpResponse:
    """Something is dangerous here: no account, no name."""
    point = point_tagged(request.community, tag)
    if point is None:
        return _no_point(request)
    form = HazardForm(sent(request), sent_files(request), community=request.community, point=point)
    return _report(request, form, here(request, "point", point.tag))


def _no_point(request: Visit) -> HttpResponse:
    """A code that was taken down or changed: what is dangerous there can be said all the same."""
    return answer(request, "hazards/no_point.html", status=404)


@public
def report(request: Visit) -> HttpResponse:
    """Something is dangerous at a place that has no code."""
    kind = request.GET.get("kind", "")
    initial = {"kind": kind if kind in BY_CODE else ""}
    form = HazardForm(
        sent(request), sent_files(request), community=request.community, initial=initial
    )
    return _report(request, form, here(request, "list"))


def _report(request: Visit, form: HazardForm, back: str) -> HttpResponse:
    return step(
        request,
        form,
        lambda said: once(
            request, finding.report, request.community, said, seen=form.seen_there("resident")
        ),
        title=_("反映隐患"),
        note=_("起火打 119，有人受伤打 120。"),
        folded=(
            _("不用登录，不用留姓名"),
            _(
                "登录了也不记是谁反映的。所以没有回执，也不能通知您办得怎么样："
                "核实以后会按地方公布在“隐患和整改”里，请到那里看。要答复的，或者说到人的事，"
                "请到“诉求”里提，只有办理的人看得到。"
            ),
        ),
        done=_("收到了，工作人员会去看。没有回执；核实以后公布在“隐患和整改”里。"),
        back=back,
        frame="portal.html",
        says=_("交给居委会"),
    )
