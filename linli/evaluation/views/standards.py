"""How are we doing: the six standards and the nine groups, each with its figures; the yearly
report."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.paper import can_draw
from linli.core.places.laid_down import floor_laid_down
from linli.evaluation import actions, bars, overview, sheets
from linli.evaluation.chapters import Chapter, Reader, chapter_of, chapters_of, own_figures_of
from linli.evaluation.groups import groups
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.periods import read_period
from linli.evaluation.queries import (
    last_reckoning,
    picture_of,
    report_of,
    waiting_reckoning,
    years_reckoned,
)
from linli.evaluation.scorecard.said import said_in
from linli.evaluation.standards import Standard, standards

REASON = 200
"""As many signs as a reason for reckoning a past year anew may have."""


@public
@require_safe
def show_standards(request: Any) -> HttpResponse:
    """A community's page: six standards and nine groups as bars, what changed, the way on."""
    community, on = request.community, timezone.localdate()
    reader, years = read_as(request), years_reckoned(community)
    standing = overview.standing_of(community, _year(request, years, on), on)
    context = {
        "standing": standing,
        "reckoned": last_reckoning(community),
        "waiting": waiting_reckoning(community),
        **overview.picture_in(standing, community, reader),
        "tabs": overview.tabs_of_years(years, standing.year),
        "years": years,
        "sees_all": reader.sees_all,
        **_may(request),
    }
    return answer(
        request,
        "evaluation/standards.html",
        context,
        json=lambda: sheets.tell_overview(
            community, picture_of(community, on), on, reader.floor, standing
        ),
    )


@public
@require_safe
def show_standard(request: Any, number: int) -> HttpResponse:
    """One standard: what is recorded for each of its sentences, and its indicators."""
    on = timezone.localdate()
    if not 1 <= number <= len(standards()):
        raise Http404
    standard, reader = standards()[number - 1], read_as(request)
    standing = _standing(request, on)
    sheet = overview.sheet_of_standard(standing, standard.code, standard.title, reader)
    context = {
        "standard": standard,
        "standing": standing,
        "sheet": sheet,
        "ticks": bars.TICKS,
        "chapter": _chapter(request, standard, on, reader),
        "tabs": overview.tabs_of_years(sorted(standing.figures, reverse=True), standing.year),
    }
    anyone = Reader(sees_all=False, floor=reader.floor)
    return answer(
        request,
        "evaluation/standard.html",
        context,
        json=lambda: overview.tell_lines(
            overview.sheet_of_standard(standing, standard.code, standard.title, anyone)
        ),
    )


@public
@require_safe
def show_group(request: Any, code: str) -> HttpResponse:
    """One group: every indicator with its value, score and years; what has no source yet; what
    to know of the place beside it."""
    reader = read_as(request)
    standing = _standing(request, timezone.localdate())
    sheet = overview.sheet_of_group(standing, code, reader)
    if sheet is None:
        raise Http404
    context = {
        "standing": standing,
        "sheet": sheet,
        "ticks": bars.TICKS,
        "context": overview.context_beside(standing, reader) if sheet.joint else (),
        "tabs": overview.tabs_of_years(sorted(standing.figures, reverse=True), standing.year),
        "others": [each for each in groups().values() if each.scored and each.code != code],
    }
    anyone = Reader(sees_all=False, floor=reader.floor)
    return answer(
        request,
        "evaluation/group.html",
        context,
        json=lambda: overview.tell_lines(overview.sheet_of_group(standing, code, anyone) or sheet),
    )


@public
@require_safe
def show_waiting(request: Any) -> HttpResponse:
    """What has no source yet, group by group, and what each waits for."""
    standing = _standing(request, timezone.localdate())
    return answer(request, "evaluation/waiting.html", {"groups": overview.waiting_in(standing)})


@public
@require_safe
def show_report(request: Any, year: int) -> HttpResponse:
    """A year in six chapters, to be read on paper."""
    community, on = request.community, timezone.localdate()
    if not 2000 <= year <= on.year:
        raise Http404
    picture, known = report_of(community, year), catalogue_of(community)
    last = min(on, date(year, 12, 31))
    # It is printed and hung up, so it holds what anybody may see, whoever prints it.
    reader = Reader(sees_all=False, floor=floor_laid_down(community, last))
    said = said_in(community, year)
    chapters = chapters_of(picture, last, reader, definitions=known)
    context = {
        "year": year,
        "until": last,
        "picture": picture,
        "chapters": [(each, said.get(each.standard.code, ())) for each in chapters],
        "takes_comments": on.year - 1 <= year,
        "own": own_figures_of(picture, last, reader, definitions=known),
        **_may_reckon(request, year, on, reckoned=bool(picture.years)),
        "can_draw": can_draw(),
    }
    return answer(
        request,
        "evaluation/report.html",
        context,
        json=lambda: sheets.tell_report(picture, year, last, reader.floor, known, said),
    )


@needs("evaluation.reckon")
@require_POST
def ask_reckoning(request: Any) -> HttpResponse:
    """Has the figures reckoned now; the job's own page shows how far it is."""
    at = timezone.now()
    period = read_period(request.POST.get("year", ""))
    year = period.starts.year if period and 2000 <= period.starts.year <= at.year else None
    given: dict[str, Any] = {"by": request.actor, "at": at}
    if year is not None and "reason" in request.POST:
        reason = request.POST["reason"][:REASON]
        reckoning = actions.ask_past(request.community, year=year, reason=reason, **given)
    else:
        reckoning = actions.ask(request.community, year=year, **given)
    if reckoning.job is not None and may("jobs.see", request.actor, reckoning.job):
        return redirect("jobs:show", reckoning.job.pk)
    messages.info(request, _("正在重新计算，几分钟后刷新就能看到。"))
    return redirect("evaluation:standards", request.community.code)


def read_as(request: Any) -> Reader:
    """Who reads: whether they answer for the records, and the floor of the place."""
    sees_all = may("evaluation.open_records", request.actor, request.community)
    return Reader(sees_all, floor_laid_down(request.community, timezone.localdate()))


def _standing(request: Any, on: date) -> overview.Standing:
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and 2000 <= int(asked) <= on.year else on.year
    return overview.standing_of(request.community, year, on, all_years=True)


def _year(request: Any, years: list[int], on: date) -> int:
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and int(asked) in years else on.year


def _chapter(request: Any, standard: Standard, on: date, reader: Reader) -> Chapter:
    picture, known = picture_of(request.community, on), catalogue_of(request.community)
    return chapter_of(standard, picture, on, reader, definitions=known)


def _may_reckon(request: Any, year: int, on: date, *, reckoned: bool) -> dict[str, bool]:
    """Whether the year may be reckoned by whoever reads; of one that is over, with a reason."""
    stands = year < on.year and reckoned
    needed = "evaluation.reckon_past" if stands else "evaluation.reckon"
    return {"may_reckon": may(needed, request.actor, request.community), "asks_reason": stands}


def _may(request: Any) -> dict[str, bool]:
    return {
        "may_reckon": may("evaluation.reckon", request.actor, request.community),
        "may_weigh": may("evaluation.draft_weights", request.actor, request.community),
        "may_compose": may("evaluation.compose_own", request.actor, request.community),
        "may_recast": may("evaluation.ask_recast", request.actor, request.community),
    }
