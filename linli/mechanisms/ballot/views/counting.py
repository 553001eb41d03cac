"""The evening at one station: box opened, two entries held against each other, the witness."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import needs
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.forms.evening import GROUNDS, BoxForm, MergeForm, VoidForm
from linli.mechanisms.ballot.models import Station
from linli.mechanisms.ballot.queries import counts, evening as queries
from linli.mechanisms.ballot.views.shapes import crumbs
from linli.mechanisms.ballot.views.stations import SEES, load_station, row_of


@needs(SEES)
@require_safe
def check(request: Any, station: UUID) -> HttpResponse:
    """Everything that must hold before the witness confirms, and where two entries differ."""
    return _draw(request, load_station(request, station))


@needs("ballot.count")
@require_POST
def open_box(request: Any, station: UUID) -> HttpResponse:
    """Writes down how many papers lay in the box."""
    found, form = load_station(request, station), BoxForm(request.POST)
    if not form.is_valid():
        return _draw(request, found, status=422, box_form=form)
    findings = evening.open_box(found, **form.cleaned_data, by=request.actor, at=timezone.now())
    if all(findings):
        messages.success(request, _("张数已记下，可以唱票、计票。"))
    else:
        messages.warning(request, _("张数已照实记下，但对不上，请先查原因。"))
    return _back(request, found)


@needs("ballot.count")
@require_POST
def confirm(request: Any, station: UUID) -> HttpResponse:
    """The witness confirms the count of this station."""
    found = load_station(request, station)
    try:
        once = UUID(request.POST.get("once", ""))
    except ValueError:
        once = new_id()
    with suppress(Replayed):  # pressed twice, confirmed once
        evening.confirm_count(found, by=request.actor, at=timezone.now(), once=once)
    messages.success(request, _("这个站的计票已确认。"))
    return _back(request, found)


@needs("ballot.run")
@require_POST
def merge(request: Any, station: UUID) -> HttpResponse:
    """Joins this box to another before counting."""
    found = load_station(request, station)
    form = MergeForm(queries.sealed_boxes(found), request.POST)
    if not form.is_valid():
        return _draw(request, found, status=422, merge_form=form)
    into = form.cleaned_data["into"]
    evening.join_boxes(found, into=into, by=request.actor, at=timezone.now())
    messages.success(request, _("已并入{name}。").format(name=into.name))
    return redirect("ballot:compare", request.community.code, into.pk)


@needs("ballot.void")
@require_POST
def void_station(request: Any, station: UUID) -> HttpResponse:
    """Declares that this station's papers count for nothing."""
    found, form = load_station(request, station), VoidForm(request.POST)
    if not form.is_valid():
        return _draw(request, found, status=422, void_form=form)
    ground = str(dict(GROUNDS)[form.cleaned_data["ground"]])
    evening.void_station(found, ground=ground, by=request.actor, at=timezone.now())
    found.refresh_from_db()
    if found.state == "void":
        messages.success(request, _("这个站的选票作废。"))
    else:
        messages.warning(request, _("已提出作废，等监票人或另一位主持人同意。同意以前照样算数。"))
    return _back(request, found)


def _back(request: Any, station: Station) -> HttpResponse:
    return redirect("ballot:compare", request.community.code, station.pk)


def _draw(request: Any, station: Station, *, status: int = 200, **forms: Any) -> HttpResponse:
    row, sheets = row_of(request, station), counts.sheets_of(station)
    over = station.poll.state == "closed" and station.state == "closed"
    runs = may("ballot.run", request.actor, station)
    checks = counts.checks_of(station)
    sealed = queries.sealed_boxes(station)
    few = next((each for each in checks if each.rule == "ballot.joined_first"), None)
    joins = bool(few is not None and not few and few.numbers["box"] == station.name)
    context = {
        "station": station,
        "row": row,
        "counts": counts.counts_of(station),
        "crumbs": crumbs(station.poll, row.code, Crumb(station.name, row.url), Crumb(_("核对"))),
        "checks": checks,
        "differing": _differing(station) if over and len(sheets) == 2 else [],
        "counted": _counted(station) if _may_see_count(station, row.mine) else None,
        "box_form": BoxForm(initial=_box(station)) if over and row.mine else None,
        "may_confirm": over and row.mine == "witness" and all(checks) and len(sheets) == 2,
        "once": new_id(),
        "witness": station.witnessed_by.label if station.witnessed_by else "",
        "merge_form": MergeForm(sealed, initial=_into(sealed, few))
        if over and runs and station.returned is not None and sealed.exists() else None,
        "joins": joins,
        "void_form": _void_form(request, station, runs=runs),
        "void_asker": station.void_asked_by.label if station.void_asked_by else "",
        "forget": f"linli-count-{station.pk}" if station.state in ("counted", "void") else "",
    }  # fmt: skip
    return answer(request, "ballot/compare.html", context | forms, status=status)


def _may_see_count(station: Station, mine: str) -> bool:
    """What one station comes to. Where papers were cast on screens as well, it would tell theirs by
    subtraction: then only those who read the papers see it, until the result is settled."""
    if station.state != "counted":
        return False
    return not station.poll.on_screen or (bool(mine) and station.poll.state == "closed")


def _void_form(request: Any, station: Station, *, runs: bool) -> VoidForm | None:
    """For who runs the poll; once asked, for whoever else may agree."""
    if station.poll.state not in ("open", "closed") or station.state in ("void", "merged"):
        return None
    asked = station.void_asked_by_id
    if asked is None:
        return VoidForm() if runs else None
    if asked == request.actor.account or not may("ballot.void", request.actor, station):
        return None
    chosen = next((key for key, title in GROUNDS if str(title) == station.void_ground), None)
    return VoidForm(initial={"ground": chosen})


def _box(station: Station) -> dict[str, int | None]:
    return {
        "issued": station.issued,
        "spoiled": station.spoiled,
        "returned": station.returned,
        "unreturned": station.unreturned,
    }


def _into(sealed: Any, few: Finding | None) -> dict[str, Any]:
    """The box it is best joined to, marked beforehand."""
    into = few.numbers["into"] if few is not None else ""
    return {"into": next((each.pk for each in sealed if each.name == into), None)}


def _differing(station: Station) -> list[dict[str, Any]]:
    apart = counts.differences_of(station)
    said = queries.words_of(station.poll, [each.pattern for each in apart])
    return [
        {"words": words, "first": each.first, "second": each.second}
        for words, each in zip(said, apart, strict=True)
    ]


def _counted(station: Station) -> queries.Counted:
    sheet = counts.sheets_of(station)["first"]
    lines = [(line.pattern, line.number) for line in queries.lines_of_sheet(sheet)]
    return queries.in_words(station.poll, queries.sheet_tally(station.poll, lines))
