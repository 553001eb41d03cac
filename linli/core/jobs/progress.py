"""How a running job keeps its claim, its place and its page up to date."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from linli.core.jobs.models import Job


class Interrupted(Exception):
    """The worker is asked to stop: the job goes back into the queue, at its last checkpoint."""


class LostClaim(Exception):
    """The job is no longer this worker's: cancelled, paused, or taken over by another."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What a generator yields at the end of a step: how many are done, where to go on from, and
    a short remark for the page."""

    done: int
    checkpoint: dict[str, Any] = field(default_factory=dict)
    message: str = ""


class Progress:
    """A job's hold on its row while it runs."""

    def __init__(
        self, job: Job, token: str, is_stopping: Callable[[], bool] = lambda: False
    ) -> None:
        self.job = job
        self.checkpoint: dict[str, Any] = dict(job.checkpoint)
        self._token = token
        self._is_stopping = is_stopping
        self._changes: dict[str, Any] = {}

    def expect(self, total: int) -> None:
        """Says how many there are in all."""
        self.job.total = total
        self._changes["total"] = total
        self.beat()

    def beat(self) -> None:
        """Shows that the worker is alive, where a chunk or its preparation takes minutes."""
        if self._is_stopping():
            raise Interrupted
        with transaction.atomic():
            self._keep()

    @contextmanager
    def chunk(self) -> Iterator["Progress"]:
        """One transaction: the work inside and the checkpoint told by `reached`, or neither."""
        if self._is_stopping():
            raise Interrupted
        with transaction.atomic():
            # First, so that a worker that lost its claim writes nothing at all; on PostgreSQL
            # the row stays locked until the commit, on SQLite the whole file.
            self._keep()
            yield self
            self._keep()

    def reached(self, done: int, *, message: str = "", **checkpoint: Any) -> None:
        """How far it is: shown on the page, and where it goes on after a restart."""
        if self.job.total is not None:
            done = min(done, self.job.total)
        self.checkpoint = checkpoint or self.checkpoint
        self._changes |= {"done_count": done, "checkpoint": self.checkpoint}
        if message:
            self._changes["message"] = message[:200]

    def _keep(self) -> None:
        changes, self._changes = self._changes, {}
        kept = held(self.job, self._token).update(heartbeat_at=timezone.now(), **changes)
        if not kept:
            raise LostClaim
        for name, value in changes.items():
            setattr(self.job, name, value)


def held(job: Job, token: str) -> Any:
    """The job's row, as long as the worker `token` has it."""
    return Job.objects.across_communities("one job, by its id").filter(
        pk=job.pk, state="running", claimed_by=token
    )
