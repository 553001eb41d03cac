"""Reckoning, and putting a report together, as jobs: they read outside any transaction and write
in one."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import the_clock
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Progress
from linli.core.jobs.registry import job
from linli.evaluation.actions import fill_report
from linli.evaluation.models import Report
from linli.evaluation.reckoning import reckon_at_once, span_for
from linli.evaluation.reports.reading import read_work, span_of_report


@job(
    "evaluation.reckon",
    label=_("计算评价数字"),
    told=_("读了 {facts} 条记录，得出 {figures} 个数字"),
    opens="evaluation:standards",
)
def reckon_figures(work: Job, progress: Progress) -> dict[str, Any]:
    """Reads the community's facts and puts the figures in the place of the former ones. Stopped
    on its way it begins again, since nothing is written before the end."""
    at = work.heartbeat_at or work.created_at
    year = work.params.get("year")
    span = span_for(work.community, timezone.localdate(at), since_year=year)
    months = [since for since, _until in span.windows()]
    progress.expect(len(months))

    def show(month: date) -> None:
        progress.reached(months.index(month), message=f"{month:%Y-%m}")
        progress.beat()

    row = reckon_at_once(
        work.community,
        by=the_clock(),
        at=at,
        span=span,
        each_month=show,
        within=progress.chunk,
        job=work,
        reckoning=work.params.get("reckoning"),
    )
    return {"facts": row.facts, "figures": row.figures}


@job(
    "evaluation.report",
    label=_("汇总工作报告"),
    told=_("读了 {facts} 条记录，汇总成 {lines} 行"),
    opens="evaluation:work_report",
)
def put_report_together(work: Job, progress: Progress) -> dict[str, Any]:
    """Reads the facts of the report's period and of the year before it. Stopped on its way it
    begins again; where the report was dropped meanwhile there is nothing left to do."""
    at = work.heartbeat_at or work.created_at
    report = Report.objects.filter(community=work.community_id, pk=work.params["report"]).first()
    if report is None:
        return {"facts": 0, "lines": 0}
    span = span_of_report(report, timezone.localdate(at))
    months = [since for since, _until in span.windows()]
    progress.expect(len(months))

    def show(month: date) -> None:
        progress.reached(months.index(month), message=f"{month:%Y-%m}")
        progress.beat()

    content = read_work(work.community, span, each_month=show)
    with progress.chunk():
        if not report.is_finished:
            fill_report(report, content=content, by=the_clock(), at=at)
        progress.reached(len(months))
    return {"facts": content["facts"], "lines": len(content["lines"]), "opens": str(report.pk)}
