"""Reckoning as a job: it reads outside any transaction and writes in one."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import the_clock
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Progress
from linli.core.jobs.registry import job
from linli.evaluation.reckoning import reckon_at_once, span_for


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
