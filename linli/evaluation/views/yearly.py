"""A year's report to take away: a .docx, a PDF. Both hold what anybody may see."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import public
from linli.core.pages.paper import can_draw, pdf_response
from linli.core.pages.word import word_response
from linli.core.places.laid_down import floor_laid_down
from linli.evaluation.chapters import Reader, chapters_of
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.queries import report_of
from linli.evaluation.reports.yearly import (
    YearReport,
    write_year_pdf,
    write_year_word,
    year_report,
)
from linli.evaluation.scorecard.said import said_in


@public
@require_safe
def download_word(request: Any, year: int) -> HttpResponse:
    """The year's report as a .docx."""
    report = _report(request, year)
    content = write_year_word(report, made_at=timezone.now())
    return word_response(content, f"{report.title}.docx")


@public
@require_safe
def download_pdf(request: Any, year: int) -> HttpResponse:
    """The year's report as a PDF; where this machine cannot draw one, the page is printed."""
    report = _report(request, year)
    if not can_draw():
        raise Http404
    return pdf_response(write_year_pdf(report), f"{report.title}.pdf")


def _report(request: Any, year: int) -> YearReport:
    community, on = request.community, timezone.localdate()
    if not 2000 <= year <= on.year:
        raise Http404
    picture = report_of(community, year)
    last = min(on, date(year, 12, 31))
    reader = Reader(sees_all=False, floor=floor_laid_down(community, last))
    return year_report(
        community,
        year,
        until=last,
        as_of=picture.reckoned.at if picture.reckoned else None,
        chapters=chapters_of(picture, last, reader, definitions=catalogue_of(community)),
        said=said_in(community, year),
    )
