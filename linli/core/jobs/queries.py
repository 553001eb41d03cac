"""Reading jobs, and how what time does is doing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.jobs.models import Job, Tick
from linli.core.jobs.registry import KINDS
from linli.core.jobs.rules import STEPS
from linli.lib.law import Finding

SHOWN = 50
LATE_AFTER = timedelta(minutes=5)


def job_for(actor: Actor, job: UUID) -> Job | None:
    """The job, if `actor` may see it."""
    found: Job | None = (
        Job.objects.across_communities("a job is asked for by its id alone")
        .filter(pk=job)
        .select_related("community")
        .first()
    )
    return found if found is not None and may("jobs.see", actor, found) else None


def jobs_of(account: UUID) -> QuerySet[Job]:
    """The jobs one began, newest first."""
    jobs: QuerySet[Job] = (
        Job.objects.across_communities("one's own jobs, in whichever community")
        .filter(account=account)
        .select_related("community")
        .order_by("-created_at", "-id")
    )
    return jobs[:SHOWN]


@dataclass(frozen=True, slots=True)
class Shown:
    """A job as a page shows it."""

    job: Job
    label: Any
    told: str
    refused: Finding | None
    url: str
    steps: tuple[str, ...]


def show(job: Job, actor: Actor) -> Shown:
    """The job in words: its name, what came of it, where to look, what may be done with it."""
    kind = KINDS.get(job.kind)
    told, url, refused = "", "", None
    if job.state == "done" and kind is not None:
        told = str(kind.told).format_map(_Numbers(job.result)) if kind.told else ""
        url = _address(kind.opens, job)
    elif "refused" in job.result:
        said = job.result["refused"]
        numbers = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in said["numbers"].items()
        }
        refused = Finding(False, said["rule"], cites=tuple(said["cites"]), numbers=numbers)
    steps = tuple(step for step, (states, _to) in STEPS.items() if job.state in states)
    return Shown(
        job=job,
        label=kind.label if kind else job.kind,
        told=told,
        refused=refused,
        url=url,
        steps=steps if may("jobs.steer", actor, job) else (),
    )


@dataclass(frozen=True, slots=True)
class Health:
    """How what time does is doing: the last minute done, whether that is too long ago, and the
    minutes of the last days in which something failed."""

    last: Tick | None
    late: bool
    failed: list[Tick]


def health_of_ticks(at: datetime) -> Health:
    """For whoever runs the instance (the page of jobs, `linli doctor`)."""
    last = Tick.objects.filter(finished_at__isnull=False).order_by("-minute").first()
    return Health(
        last=last,
        late=last is None or at - last.minute > LATE_AFTER,
        failed=list(Tick.objects.filter(failed__gt=0).order_by("-minute")[:20]),
    )


def _address(name: str, job: Job) -> str:
    if not name:
        return ""
    code = job.community.code if job.community else None
    opens = job.result.get("opens")
    for given in ([code, opens], [opens], [code], []):
        if None in given:
            continue
        try:
            return reverse(name, args=given)
        except NoReverseMatch:
            continue
    return ""


class _Numbers(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"
