"""What time does to jobs: takes up what was left lying, and clears away what is old."""

from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Q, QuerySet

from linli.core.jobs.models import Job, Tick
from linli.core.jobs.rules import (
    ASK_AGAIN_AFTER,
    KEEP_FAILED_TICKS,
    KEEP_JOBS,
    KEEP_TASKS,
    KEEP_TICKS,
    STALE_AFTER,
)
from linli.core.jobs.starting import put_into_queue


def run(at: datetime) -> None:
    """Safe to repeat: whoever takes a job up claims it first."""
    take_up_again(at)
    clear_away(at)


def take_up_again(at: datetime) -> None:
    """Queues the jobs whose worker is gone, and those nobody was told of."""
    for job in Job.objects.across_communities("the worker works for all communities").filter(
        Q(state="running", heartbeat_at__lt=at - STALE_AFTER)
        | Q(state="waiting", enqueued_at__lt=at - ASK_AGAIN_AFTER)
    ):
        with transaction.atomic():
            put_into_queue(job, at)


def clear_away(at: datetime) -> None:
    """Removes the traces of what is long done."""
    jobs = Job.objects.across_communities("age counts, not the community")
    _clear(jobs.filter(finished_at__lt=at - KEEP_JOBS))
    _clear(Tick.objects.filter(minute__lt=at - KEEP_TICKS, failed=0))
    _clear(Tick.objects.filter(minute__lt=at - KEEP_FAILED_TICKS))
    if apps.is_installed("django_tasks_db"):
        from django_tasks_db.models import DBTaskResult

        ended = DBTaskResult.objects.finished().filter(finished_at__lt=at - KEEP_TASKS)
        _clear(ended)
        # What a worker died over stays "running" there for ever; the job itself went on.
        lost = Q(status="RUNNING", started_at__lt=at - max(KEEP_TASKS, timedelta(days=1)))
        _clear(DBTaskResult.objects.filter(lost))


def _clear(rows: QuerySet[Any]) -> None:
    if rows.exists():  # a delete that finds nothing would still wait for the write lock
        rows.delete()
