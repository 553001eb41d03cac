"""The report of a half-year or a year at the desk, and as it is taken away."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.core.pages.word import word_response
from linli.stewardship.planning import actions
from linli.stewardship.planning.document import write_word
from linli.stewardship.planning.forms.reports import MakeForm, WordsForm
from linli.stewardship.planning.models import ProgressReport
from linli.stewardship.planning.queries import plans, reports
from linli.stewardship.planning.views.answering import sent

STYLES = ("linli/report.css",)


@needs("planning.report")
@require_POST
def make(request: Visit, plan_id: UUID) -> HttpResponse:
    """Has the report written from how the tasks stand."""
    plan = plans.plan_in(request.community, plan_id)
    form = MakeForm(request.POST)
    if not form.is_valid():
        raise Http404
    report = actions.make_report(plan, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, _("报告写好了，数都由任务得出。"))
    return _to(request, report)


@needs("planning.see_desk")
@require_safe
def show(request: Visit, report_id: UUID) -> HttpResponse:
    """The report; `?of=` shows the rows behind a figure."""
    report = reports.report_in(request.community, report_id)
    told = reports.tell(report)
    context = {
        "told": told,
        "report": report,
        "behind": reports.rows_behind(told, request.GET.get("of", "")),
        "of": request.GET.get("of", ""),
        "form": WordsForm(report=report),
        "writes": report.published_at is None and may("planning.report", request.actor, report),
        "publishes": report.published_at is None
        and may("planning.publish_report", request.actor, report),
        "can_draw": can_draw(),
    }
    return answer(request, "planning/report_desk.html", context)


@needs("planning.report")
@require_POST
def write(request: Visit, report_id: UUID) -> HttpResponse:
    """Saves what was written beside the figures."""
    report = reports.report_in(request.community, report_id)
    form = WordsForm(sent(request), report=report)
    if form.is_valid():
        actions.write_report_words(report, **form.asked, by=request.actor, at=timezone.now())
        messages.success(request, _("已保存。"))
    else:
        messages.error(request, _("没有保存：文字太长了。"))
    return _to(request, report)


@needs("planning.publish_report")
@require_POST
def publish(request: Visit, report_id: UUID) -> HttpResponse:
    """The director publishes it."""
    report = reports.report_in(request.community, report_id)
    actions.publish_report(report, by=request.actor, at=timezone.now())
    messages.success(request, _("已公布在公告栏。"))
    return _to(request, report)


@needs("planning.see_desk")
@require_safe
def download_word(request: Visit, report_id: UUID) -> HttpResponse:
    """The report as a .docx, every figure a link to its rows."""
    report = reports.report_in(request.community, report_id)
    page = request.build_absolute_uri(
        reverse("planning:report_desk", args=[request.community.code, report.pk])
    )
    content = write_word(reports.tell(report), address=lambda of: f"{page}?of={of}#rows")
    return word_response(content, f"{_name(report)}.docx")


@needs("planning.see_desk")
@require_safe
def download_pdf(request: Visit, report_id: UUID) -> HttpResponse:
    """The report as a PDF; where this machine cannot draw one, the page is printed instead."""
    report = reports.report_in(request.community, report_id)
    if not can_draw():
        raise Http404
    context = {"told": reports.tell(report), "report": report}
    html = render_to_string("planning/report_pdf.html", context)
    return pdf_response(as_pdf(html, STYLES), f"{_name(report)}.pdf")


def _name(report: ProgressReport) -> str:
    return f"{report.community.name}-{report.plan.year}-{report.kind}"


def _to(request: Visit, report: ProgressReport) -> HttpResponse:
    return redirect("planning:report_desk", request.community.code, report.pk)
