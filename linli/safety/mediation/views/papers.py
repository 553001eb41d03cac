"""The papers of a case: how each stands, each to print and sign, and the whole file."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.pages.answer import answer
from linli.core.pages.paper import can_draw, pdf_response
from linli.core.pages.word import word_response
from linli.lib.law import require
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.papers import composing, drawing
from linli.safety.mediation.papers.sheets import Sheet
from linli.safety.mediation.queries.papers import (
    check_of,
    disturbs,
    standings_of,
    titles,
    whole as file_whole,
)
from linli.safety.mediation.rules import papers as rules
from linli.safety.mediation.views.shapes import opened_case, private


@needs("mediation.see_desk")
@proved
@require_safe
def show(request: Visit, case_id: UUID) -> HttpResponse:
    """The thirteen in their order: there or not, signed or not, and which are musts. What is
    missing is named here, before anything is printed."""
    case = _load(request, case_id)
    found = {int(str(one.numbers["number"])): one for one in check_of(case)}
    words = titles()
    rows = [
        (
            rules.number_of(each.paper),
            each,
            words[each.paper],
            found.get(rules.number_of(each.paper)),
        )
        for each in standings_of(case)
    ]
    context = {
        "case": case,
        "rows": rows,
        "whole": file_whole(case),
        "can_draw": can_draw(),
        "disturbing": disturbs(case),
    }
    return private(answer(request, "mediation/papers.html", context))


@needs("mediation.see_desk")
@proved
@require_safe
def whole(request: Visit, case_id: UUID, form: str) -> HttpResponse:
    """The whole file. Refused while a must is missing, all of which are named; with `?draft` it is
    printed all the same, and says on its cover what is missing."""
    case = _load(request, case_id)
    if "draft" not in request.GET:
        require(file_whole(case))
    at = timezone.now()
    on = timezone.localdate(at)
    file, issuer = composing.whole_file(case, on), composing.issuer_of(case, on)
    if form == "docx":
        return private(word_response(drawing.file_word(file, issuer, at), "mediation.docx"))
    _require_pdf(form)
    return private(pdf_response(drawing.file_pdf(file, issuer), "mediation.pdf"))


@needs("mediation.see_desk")
@proved
@require_safe
def one(request: Visit, case_id: UUID, paper: str) -> HttpResponse:
    """One paper on the screen, to be printed, read out and signed."""
    case = _load(request, case_id)
    return _page(request, case, _sheet(case, paper))


@needs("mediation.see_desk")
@proved
@require_safe
def one_file(request: Visit, case_id: UUID, paper: str, form: str) -> HttpResponse:
    """One paper as a file."""
    case = _load(request, case_id)
    return _file(case, _sheet(case, paper), form)


@needs("mediation.see_desk")
@proved
@require_safe
def persuasion(request: Visit, case_id: UUID) -> HttpResponse:
    """The record of dissuading, as police and authorities may ask for it."""
    case = _load_disturbing(request, case_id)
    return _page(request, case, composing.persuasion_sheet(case, timezone.localdate()))


@needs("mediation.see_desk")
@proved
@require_safe
def persuasion_file(request: Visit, case_id: UUID, form: str) -> HttpResponse:
    """The same as a file."""
    case = _load_disturbing(request, case_id)
    return _file(case, composing.persuasion_sheet(case, timezone.localdate()), form)


def _sheet(case: Mediation, paper: str) -> Sheet:
    if paper not in (*rules.PAPERS, "ending"):
        raise Http404
    return composing.one_sheet(case, paper, timezone.localdate())


def _page(request: Visit, case: Mediation, sheet: Sheet) -> HttpResponse:
    issuer = composing.issuer_of(case, timezone.localdate())
    context: dict[str, Any] = {
        "case": case,
        "sheet": sheet,
        "paper": drawing.drawn({"sheets": [sheet], "issuer": issuer}),
        "can_draw": can_draw(),
    }
    return private(answer(request, "mediation/paper.html", context))


def _file(case: Mediation, sheet: Sheet, form: str) -> HttpResponse:
    at = timezone.now()
    issuer = composing.issuer_of(case, timezone.localdate(at))
    if form == "docx":
        content = drawing.sheet_word(sheet, issuer, at)
        return private(word_response(content, f"mediation-{sheet.key}.docx"))
    _require_pdf(form)
    return private(pdf_response(drawing.sheet_pdf(sheet, issuer), f"mediation-{sheet.key}.pdf"))


def _require_pdf(form: str) -> None:
    if form != "pdf" or not can_draw():
        raise Http404


def _load(request: Visit, case_id: UUID) -> Mediation:
    case = opened_case(request, case_id)
    if case.forgotten_at:
        raise Http404
    return case


def _load_disturbing(request: Visit, case_id: UUID) -> Mediation:
    case = _load(request, case_id)
    if not disturbs(case):
        raise Http404
    return case
