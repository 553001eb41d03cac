"""Reckoning as a job: it reads outside any transaction and writes in one."""

import time
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import the_clock
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Progress
from linli.core.jobs.registry import job
from linli.evaluation.actions import reckon
from linli.evaluation.outcome import reckon_community
from linli.evaluation.periods import plan_span
from linli.evaluation.queries import is_first


@job(
    "evaluation.reckon",
    label=_("计算评价数字"),
    told=_("读了 {facts} 条记录，得出 {figures} 个数字"),
    opens="evaluation:standards",
)
def reckon_figures(work: Job, progress: Progress) -> dict[str, Any]:
    """Reads the community's facts and puts the figures in the place of the former ones. The
    first time, and where a year is asked for, it goes back to the beginning of that year."""
    at = work.heartbeat_at or work.created_at
    on = timezone.localdate(at)
    since_year = work.params.get("year")
    if since_year is None and is_first(work.community):
        since_year = on.year - 1
    begun = time.monotonic()
    span = plan_span(on, since_year=since_year)
    months = [since for since, _until in span.windows()]
    progress.expect(len(months))

    def show(month: date) -> None:
        progress.reached(months.index(month), message=f"{month:%Y-%m}")
        progress.beat()

    outcome = reckon_community(work.community, span, each_month=show)
    with progress.chunk():
        row = reckon(
            work.community,
            by=the_clock(),
            at=at,
            outcome=outcome,
            seconds=time.monotonic() - begun,
            job=work,
            reckoning=work.params.get("reckoning"),
        )
    return {"facts": row.facts, "figures": row.figures}
