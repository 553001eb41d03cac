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
from linli.evaluation.actions import fill_recast, fill_report
from linli.evaluation.keeping import keep_beside, keeper, the_store
from linli.evaluation.models import OwnIndicator, Recast, Report
from linli.evaluation.own.actions import keep_own_trial
from linli.evaluation.own.trial import try_out
from linli.evaluation.recasting import read_again, span_of
from linli.evaluation.reckoning import reckon_at_once, span_for
from linli.evaluation.reports.reading import read_work, span_of_report
from linli.evaluation.surveys import jobs as _surveys  # noqa: F401


@job(
    "evaluation.reckon",
    label=_("计算评价数字"),
    told=_("读了 {facts} 条记录，得出 {figures} 个数字"),
    opens="evaluation:standards",
)
def reckon_figures(work: Job, progress: Progress) -> dict[str, Any]:
    """Reads the community's facts and puts the figures in the place of the former ones; the facts
    go into the store on the way. Stopped on its way it begins again."""
    at = work.heartbeat_at or work.created_at
    store = the_store()
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
        keep=keeper(store, work.community, at),
        within=progress.chunk,
        job=work,
        reckoning=work.params.get("reckoning"),
        again=work.params.get("again"),
        only=work.params.get("only", ""),
    )
    keep_beside(store, work.community, at)
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


@job(
    "evaluation.recast",
    label=_("用以后的定义重算过去一年"),
    told=_("得出 {figures} 个数字，放在原来的数旁边"),
    opens="evaluation:recasts",
)
def recast_a_year(work: Job, progress: Progress) -> dict[str, Any]:
    """Reads the facts of the year and keeps what the later definitions make of them. Stopped on
    its way it begins again, since nothing is written before the end."""
    at = work.heartbeat_at or work.created_at
    recast = Recast.objects.get(community=work.community_id, pk=work.params["recast"])
    if work.community is not None:
        recast.community = work.community
    months = [since for since, _until in span_of(recast).windows()]
    progress.expect(len(months))

    def show(month: date) -> None:
        progress.reached(months.index(month), message=f"{month:%Y-%m}")
        progress.beat()

    values = read_again(recast, each_month=show)
    with progress.chunk():
        fill_recast(recast, values=values, by=the_clock(), at=at)
        progress.reached(len(months))
    return {"figures": len(values)}


@job(
    "evaluation.try_own",
    label=_("试算自己的指标"),
    told=_("读了 {facts} 条记录"),
    opens="evaluation:own_indicator",
)
def try_own_indicator(work: Job, progress: Progress) -> dict[str, Any]:
    """Tries a draft on last year's facts. Where it was changed or thrown away meanwhile there is
    nothing to keep."""
    at = work.heartbeat_at or work.created_at
    rows = OwnIndicator.objects.filter(community=work.community_id, pk=work.params["own"])
    row = rows.select_related("community").first()
    if row is None:
        return {"facts": 0}
    progress.expect(1)
    seen = work.params["revision"]
    trial = try_out(row, timezone.localdate(at))
    with progress.chunk():
        row.refresh_from_db()
        if row.is_draft and row.revision == seen:
            keep_own_trial(row, trial=trial, seen=seen, by=the_clock(), at=at)
        progress.reached(1)
    return {"facts": trial["facts"], "opens": str(row.pk)}
