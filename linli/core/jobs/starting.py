"""Beginning a job: called inside an act, so that the job is there if and only if the act is.

    job = begin(act, "matters.import", community=batch.community, params={"batch": str(batch.pk)})

Its row can be shown at once (`jobs:show`); a worker takes it up after the commit.
"""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from linli.core.audit.closed import is_closed
from linli.core.audit.door import Act
from linli.core.jobs.models import Job
from linli.core.jobs.registry import KINDS
from linli.core.jobs.running import queue_is_in_database, run_job


def begin(
    act: Act,
    kind: str,
    *,
    community: Any = None,
    params: dict[str, Any] | None = None,
    total: int | None = None,
) -> Job:
    """Makes a job and puts it into the queue. `params` must hold no personal data: ids do.
    An act about a closed row has none."""
    assert kind in KINDS, f"no job is called {kind}"
    if act.closed or is_closed(act.subject):
        raise ValueError("a job stands in a list: nothing of a closed row is done by one")
    job = Job.objects.create(
        community_id=getattr(community, "pk", community),
        kind=kind,
        params=params or {},
        account_id=act.by.account,
        total=total,
        created_at=act.at,
        enqueued_at=act.at,
    )
    _enqueue(job)
    return job


def put_into_queue(job: Job, at: datetime) -> None:
    """Lets a worker know of a waiting job. Inside a transaction it does so only if that commits."""
    Job.objects.across_communities("one job, by its id").filter(pk=job.pk).update(enqueued_at=at)
    _enqueue(job)


def _enqueue(job: Job) -> None:
    if queue_is_in_database():
        run_job.enqueue(str(job.pk))  # a row of the same database, in the same transaction
    else:
        transaction.on_commit(partial(run_job.enqueue, str(job.pk)))
