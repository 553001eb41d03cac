"""The background process of an instance: the task queues and the minutes, until told to stop.

`python -m django work` (or `run_worker()`); `linli serve` starts it beside the web server.
"""

import logging
import signal
import threading
from collections.abc import Callable
from types import FrameType

from django.db import connections
from django.utils import timezone

from linli.core.jobs.running import (
    STOPPING,
    new_token,
    queue_is_in_database,
    release_dead,
    where,
)
from linli.core.jobs.ticking import tick

logger = logging.getLogger(__name__)

QUEUES = ("default", "jobs")
"""Each has a thread of its own, so that an import of an hour does not hold up a message."""

LOOK_EVERY = 1.0
"""Seconds between two looks at an empty queue."""

TICK_EVERY = 5.0
"""Seconds between two looks at the minute."""

GRACE = 15.0
"""Seconds a chunk of work may take to end once the worker is told to stop."""


def run_worker() -> None:
    """Works until SIGTERM or SIGINT; then ends the chunk at hand and returns. A second signal
    ends it at once: what was not committed is undone by the database, and taken up again."""
    STOPPING.clear()
    before = {number: signal.signal(number, _stop) for number in (signal.SIGTERM, signal.SIGINT)}
    threads = []
    try:
        _release_dead()
        threads = [threading.Thread(target=_keep_up, args=(_tick,), name="minutes", daemon=True)]
        if queue_is_in_database():
            threads += [
                threading.Thread(target=_keep_up, args=(_serve(queue),), name=queue, daemon=True)
                for queue in QUEUES
            ]
        for thread in threads:
            thread.start()
        while not STOPPING.wait(1.0):
            pass
    finally:
        STOPPING.set()
        for thread in threads:
            thread.join(GRACE)
        for number, handler in before.items():
            signal.signal(number, handler)
        connections.close_all()


def _stop(number: int, frame: FrameType | None) -> None:
    if STOPPING.is_set():
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
    STOPPING.set()


def _release_dead() -> None:
    try:
        release_dead(timezone.now())
    except Exception as error:  # the database may not be there yet; the minutes will see to it
        logger.error("worker: %s", where(error))


def _keep_up(work: Callable[[], None]) -> None:
    """Does `work` over and over; what goes wrong in it is written down, and it begins again."""
    try:
        while not STOPPING.is_set():
            try:
                work()
            except Exception as error:
                logger.error("worker: %s", where(error))
                connections.close_all()
                STOPPING.wait(TICK_EVERY)
    finally:
        connections.close_all()


def _tick() -> None:
    at = timezone.now()
    tick(at)
    for connection in connections.all(initialized_only=True):
        connection.close_if_unusable_or_obsolete()
    STOPPING.wait(TICK_EVERY)


def _serve(queue: str) -> Callable[[], None]:
    # Imported here: the command module opens the models of its app.
    from django_tasks_db.management.commands.db_worker import Worker

    class Queue(Worker):
        """The library's loop over one queue, that ends with this process."""

        @property
        def running(self) -> bool:
            return not STOPPING.is_set()

        @running.setter
        def running(self, value: bool) -> None:
            """The library sets it once, to true."""

    def serve() -> None:
        Queue(
            queue_names=[queue],
            interval=LOOK_EVERY,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=new_token()[-64:],
            excluded_queue_names=[],
        ).run()

    return serve
