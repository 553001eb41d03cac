"""Reports of work at the desk: put together, written to, finished, taken away."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.core.pages.word import word_response
from linli.evaluation import actions
from linli.evaluation.forms import PeriodForm, RevisionForm, WordsForm
from linli.evaluation.models import Report
from linli.evaluation.presentation import say_period
from linli.evaluation.queries import records_of, report_in, reports_of
from linli.evaluation.reports import telling
from linli.evaluation.reports.folder import pack_folder
from linli.evaluation.reports.telling import Told
from linli.evaluation.reports.word import foot_of, note_of, write_word
from linli.evaluation.sheets import address_of, with_addresses
from linli.evaluation.sources import kinds_declared
from linli.lib.facts import Fact

STYLES = ("linli/report.css",)


@needs("evaluation.see_reports")
@require_safe
def list_reports(request: Visit) -> HttpResponse:
    """All reports, and which period is to be put together next."""
    return _list(request, PeriodForm(timezone.localdate()))


@needs("evaluation.write_report")
@require_POST
def ask_report(request: Visit) -> HttpResponse:
    """Has the report of a period put together; the job's page leads on to it."""
    form = PeriodForm(timezone.localdate(), request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    report = actions.ask_report(
        request.community, period=form.cleaned_data["period"], by=request.actor, at=timezone.now()
    )
    if report.job is not None and may("jobs.see", request.actor, report.job):
        return redirect("jobs:show", report.job.pk)
    return redirect("evaluation:work_report", request.community.code, report.pk)


@needs("evaluation.see_reports")
@require_safe
def show_report(request: Visit, report_id: UUID) -> HttpResponse:
    """A report as the desk sees it, or (`?outside=1`) as it goes out."""
    report = report_in(request.community, report_id)
    inside = _is_inside(request)
    told = telling.tell(report, outside=not inside)
    context = {
        "report": report,
        "told": told,
        "inside": inside,
        "note": note_of(told, inside=inside) if report.content else "",
        "foot": list(foot_of(told)),
        "form": WordsForm(report),
        "revision": RevisionForm(report),
        "period_key": report.period.key,
        "can_draw": can_draw(),
        "may_write": may("evaluation.write_report", request.actor, request.community),
        "may_finish": may("evaluation.finish_report", request.actor, request.community),
    }
    anyone = lambda: telling.as_data(report, telling.tell(report, outside=True))  # noqa: E731
    return answer(request, "evaluation/work_report.html", context, json=anyone)


@needs("evaluation.write_report")
@require_POST
def write_words(request: Visit, report_id: UUID) -> HttpResponse:
    """Saves what was written beside the figures."""
    report = report_in(request.community, report_id)
    form = WordsForm(report, request.POST)
    if form.is_valid():
        actions.write_words(report, **form.asked(), by=request.actor, at=timezone.now())
        messages.success(request, _("已保存。"))
    else:
        messages.error(request, _("没有保存：{why}").format(why=form.first_trouble()))
    return redirect("evaluation:work_report", request.community.code, report.pk)


@needs("evaluation.finish_report")
@require_POST
def finish_report(request: Visit, report_id: UUID) -> HttpResponse:
    """The director finishes the report."""
    report = report_in(request.community, report_id)
    form = RevisionForm(report, request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else -1
    actions.finish_report(report, seen=seen, by=request.actor, at=timezone.now())
    messages.success(request, _("已定稿。以后要更正，就汇总下一版。"))
    return redirect("evaluation:work_report", request.community.code, report.pk)


@needs("evaluation.write_report")
@require_POST
def drop_report(request: Visit, report_id: UUID) -> HttpResponse:
    """Throws a draft away."""
    actions.drop_report(
        report_in(request.community, report_id), by=request.actor, at=timezone.now()
    )
    messages.success(request, _("草稿已删除；记录都还在。"))
    return redirect("evaluation:work_reports", request.community.code)


@needs("evaluation.open_records")
@require_safe
def list_rows(request: Visit, report_id: UUID) -> HttpResponse:
    """The rows behind one line of a report."""
    report = report_in(request.community, report_id)
    kind = kinds_declared().get(request.GET.get("of", ""))
    if kind is None:
        raise Http404
    page = records_of(
        request.community,
        frozenset((kind.kind,)),
        report.period,
        today=timezone.localdate(),
        after=request.GET.get("after", ""),
        stock=kind.stock,
    )
    context = {
        "report": report,
        "kind": kind,
        "period": say_period(report.period),
        "records": with_addresses(page.rows, request.community, request.actor),
        "after": page.after,
    }
    return answer(request, "evaluation/report_rows.html", context)


@needs("evaluation.see_reports")
@require_safe
def download_word(request: Visit, report_id: UUID) -> HttpResponse:
    """The report as a .docx."""
    report = _filled(request, report_id)
    return word_response(
        _as_word(request, report, _told(request, report)), f"{_name_of(report)}.docx"
    )


@needs("evaluation.see_reports")
@require_safe
def download_pdf(request: Visit, report_id: UUID) -> HttpResponse:
    """The report as a PDF; where this machine cannot draw one, the page is printed instead."""
    report = _filled(request, report_id)
    if not can_draw():
        raise Http404
    return pdf_response(_as_pdf(request, report, _told(request, report)), f"{_name_of(report)}.pdf")


@needs("evaluation.open_records")
@require_safe
def download_folder(request: Visit, report_id: UUID) -> HttpResponse:
    """The inspection folder as a .zip."""
    report = _filled(request, report_id)
    told = _told(request, report)
    files = {f"{told.period}.docx": _as_word(request, report, told)}
    if can_draw():
        files[f"{told.period}.pdf"] = _as_pdf(request, report, told)
    kinds = kinds_declared()

    def opens(fact: Fact) -> str:
        url = address_of(kinds[fact.kind], fact.record, request.community, request.actor)
        return request.build_absolute_uri(url) if url else ""

    content = pack_folder(report, told, files, opens=opens)
    return file_response(content, f"{_name_of(report)}.zip", "application/zip")


def _list(request: Visit, form: PeriodForm, status: int = 200) -> HttpResponse:
    reports = [(report, say_period(report.period)) for report in reports_of(request.community)]
    context = {
        "reports": reports,
        "form": form,
        "may_write": may("evaluation.write_report", request.actor, request.community),
    }
    return answer(request, "evaluation/work_reports.html", context, status=status)


def _is_inside(request: Visit) -> bool:
    """Whether small counts are shown: only to those who may open the records, and not where they
    ask for the report as it goes out."""
    sees_all = may("evaluation.open_records", request.actor, request.community)
    return sees_all and not request.GET.get("outside")


def _filled(request: Visit, report_id: UUID) -> Report:
    report = report_in(request.community, report_id)
    if not report.content:
        raise Http404
    return report


def _told(request: Visit, report: Report) -> Told:
    return telling.tell(report, outside=not _is_inside(request))


def _as_word(request: Visit, report: Report, told: Told) -> bytes:
    inside = _is_inside(request)
    made_at = report.finished_at or report.read_at or report.asked_at
    return write_word(
        told, made_at=made_at, address=lambda name: _rows_at(request, report, name), inside=inside
    )


def _as_pdf(request: Visit, report: Report, told: Told) -> bytes:
    inside = _is_inside(request)
    context = {
        "told": told,
        "report": report,
        "note": note_of(told, inside=inside),
        "foot": list(foot_of(told)),
    }
    return as_pdf(render_to_string("evaluation/work_report_pdf.html", context), STYLES)


def _rows_at(request: Visit, report: Report, name: str) -> str:
    """The address of the rows behind a kind of record or an indicator."""
    code = request.community.code
    if name in kinds_declared():
        url = reverse("evaluation:report_rows", args=[code, report.pk]) + f"?of={name}"
    else:
        url = reverse("evaluation:records", args=[code, name]) + f"?period={report.period.key}"
    return request.build_absolute_uri(url)


def _name_of(report: Report) -> str:
    return f"{report.community.name}-{report.period.key}"
