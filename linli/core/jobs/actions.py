"""What a person does with a job under way."""

from linli.core.audit.door import Act, action
from linli.core.jobs.models import Job
from linli.core.jobs.rules import STEPS, may_step
from linli.core.jobs.starting import put_into_queue
from linli.lib.law import require


@action("jobs.cancel", needs="jobs.steer")
def cancel(act: Act, job: Job) -> Job:
    """Stops it for good, at its last checkpoint: what was committed stays."""
    return _step(act, job, "cancel", finished_at=act.at)


@action("jobs.pause", needs="jobs.steer")
def pause(act: Act, job: Job) -> Job:
    """Stops it until it is resumed."""
    return _step(act, job, "pause")


@action("jobs.resume", needs="jobs.steer")
def resume(act: Act, job: Job) -> Job:
    """Goes on from the last checkpoint."""
    job = _step(act, job, "resume", tries=0)
    put_into_queue(job, act.at)
    return job


@action("jobs.retry", needs="jobs.steer")
def retry(act: Act, job: Job) -> Job:
    """Takes up a failed or cancelled job again, from its last checkpoint."""
    job = _step(act, job, "retry", tries=0, finished_at=None, trouble="", result={})
    put_into_queue(job, act.at)
    return job


def _step(act: Act, job: Job, step: str, **changes: object) -> Job:
    states, to = STEPS[step]
    row = Job.objects.across_communities("one job, loaded before").filter(pk=job.pk)
    # Conditional, because the worker may end the job in the same moment.
    moved = row.filter(state__in=states).update(state=to, claimed_by="", **changes)
    job.refresh_from_db()
    if not moved:
        require(may_step(step, job.state))
    act.note(kind=job.kind)
    return job
