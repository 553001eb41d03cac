"""Taking a job up, carrying it through, and giving it back: safe with any number of workers."""

import inspect
import logging
import os
import secrets
import socket
import threading
import traceback
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django_tasks import task

from linli.core.jobs.models import Job
from linli.core.jobs.progress import Interrupted, LostClaim, Progress, Reached, held
from linli.core.jobs.registry import KINDS, Result
from linli.core.jobs.rules import MOST_TRIES, STALE_AFTER
from linli.lib.law import Refused

logger = logging.getLogger(__name__)

STOPPING = threading.Event()
"""Set when this process is to end: jobs stop at their next checkpoint."""


def new_token() -> str:
    """A name for one worker of this process, from which a later one can tell that it is gone."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(8)}"


PROCESS = new_token()


@task(queue_name="jobs")
def run_job(job: str) -> str:
    """Takes the job up if it is free, and carries it through; says how it then stands."""
    token = new_token()
    claimed = claim(UUID(job), token, timezone.now())
    return carry_through(claimed, token) if claimed else ""


def queue_is_in_database() -> bool:
    """Whether tasks wait in a table of this database, or are carried out at once (in tests)."""
    return "django_tasks_db" in type(run_job.get_backend()).__module__


def claim(key: UUID, token: str, at: datetime) -> Job | None:
    """The job, if it waits or its worker is gone and nobody else was faster."""
    row = Job.objects.across_communities("one job, by its id").filter(pk=key)
    free = Q(state="waiting") | Q(state="running", heartbeat_at__lt=at - STALE_AFTER)
    with transaction.atomic():
        row.filter(free, tries__gte=MOST_TRIES).update(
            state="failed", trouble="worker", claimed_by="", finished_at=at
        )
        claimed = row.filter(free).update(
            state="running",
            claimed_by=token,
            heartbeat_at=at,
            tries=F("tries") + 1,
            started_at=Coalesce("started_at", at),
        )
    return row.get() if claimed else None


def carry_through(job: Job, token: str) -> str:
    """Runs a claimed job to its end, or to where it is stopped; says how it then stands."""
    kind = KINDS.get(job.kind)
    if kind is None:
        return _end(job, token, state="failed", trouble=f"no job is called {job.kind}"[:200])
    progress = Progress(job, token, STOPPING.is_set)
    try:
        result = _run(kind.run, job, progress)
    except LostClaim:
        return "lost"
    except Interrupted:
        return _give_back(job, token, again=True)
    except Refused as refusal:
        finding = refusal.finding
        numbers = {name: _plain(value) for name, value in finding.numbers.items()}
        refused = {"refused": {"rule": finding.rule, "numbers": numbers, "cites": finding.cites}}
        return _end(job, token, state="failed", result=refused)
    except (OperationalError, InterfaceError) as error:
        # The database was away or busy: the same again, a little later.
        logger.warning("job %s: %s", job.kind, where(error))
        return _give_back(job, token, again=False)
    except Exception as error:  # whatever went wrong is written down, and the worker goes on
        logger.error("job %s failed: %s", job.kind, where(error))
        return _end(job, token, state="failed", trouble=where(error))
    return _end(job, token, state="done", result=result or {})


def release_dead(at: datetime) -> int:
    """Gives back the jobs of earlier processes of this machine, so that a restart goes on at once
    and does not wait for their heartbeat to grow stale."""
    mine, gone = PROCESS.rsplit(":", 2)[:2], []
    running = Job.objects.across_communities("the worker works for all communities").filter(
        state="running"
    )
    for key, token in running.values_list("pk", "claimed_by"):
        host, process, _secret = token.rsplit(":", 2)
        if host == mine[0] and (process == mine[1] or not _lives(int(process))):
            gone.append((key, token))
    released = 0
    for key, token in gone:
        with transaction.atomic():
            released += running.filter(pk=key, claimed_by=token).update(
                state="waiting", claimed_by="", enqueued_at=at
            )
        run_job.enqueue(str(key))
    return released


def where(error: BaseException) -> str:
    """An error as its class and the place in the code: its words may hold a person's data."""
    frames = traceback.extract_tb(error.__traceback__)
    root = str(settings.BASE_DIR)
    ours = [frame for frame in frames if frame.filename.startswith(root)] or frames
    if not ours:
        return type(error).__name__
    return f"{type(error).__name__} {Path(ours[-1].filename).name}:{ours[-1].lineno}"[:200]


def _run(run: Any, job: Job, progress: Progress) -> Result:
    if not inspect.isgeneratorfunction(run):
        result: Result = run(job, progress)
        return result
    steps = run(job, progress)
    while True:
        with progress.chunk():
            try:
                reached: Reached = next(steps)
            except StopIteration as end:
                result = end.value
                return result
            progress.reached(reached.done, message=reached.message, **reached.checkpoint)


def _end(job: Job, token: str, **changes: Any) -> str:
    with transaction.atomic():
        ended = held(job, token).update(claimed_by="", finished_at=timezone.now(), **changes)
    return str(changes["state"]) if ended else "lost"


def _give_back(job: Job, token: str, *, again: bool) -> str:
    changes: dict[str, Any] = {"tries": F("tries") - 1} if again else {}
    at = timezone.now()
    with transaction.atomic():
        given = held(job, token).update(state="waiting", claimed_by="", enqueued_at=at, **changes)
    if given and again and queue_is_in_database():
        run_job.enqueue(str(job.pk))  # for the next worker; otherwise time takes it up again
    return "waiting" if given else "lost"


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int):
        return value
    return [_plain(item) for item in value] if isinstance(value, tuple) else str(value)
