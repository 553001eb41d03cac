"""What time does, once a minute: every app's `due.run(at)`.

A minute belongs to the worker that wrote its row first. After a sleep of the machine the next
minute does it all, because a `due` does what is due up to `at`, however long that has been so.
One that fails is written down and does not keep the others from their turn.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from importlib import import_module

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.module_loading import module_has_submodule

from linli.core.jobs.models import Tick
from linli.core.jobs.running import PROCESS, where

logger = logging.getLogger(__name__)


def tick(at: datetime, worker: str = PROCESS) -> Tick | None:
    """Does what is due at `at`, unless that minute has been done; the minute, if it was ours."""
    minute = claim_minute(at, worker)
    if minute is None:
        return None
    failures = []
    for app, find in dues():
        try:
            find()(at)
        except Exception as error:  # one that fails must not stop the others
            failures.append({"app": app, "trouble": where(error)})
            logger.error("due work of %s failed: %s", app, where(error))
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()
    minute.failures, minute.failed = failures, len(failures)
    minute.finished_at = timezone.now()
    with transaction.atomic():
        minute.save(update_fields=["failures", "failed", "finished_at"])
    return minute


def claim_minute(at: datetime, worker: str) -> Tick | None:
    """The minute's row, if nobody had it."""
    minute = at.replace(second=0, microsecond=0)
    if Tick.objects.filter(minute=minute).exists():
        return None
    try:
        with transaction.atomic():
            return Tick.objects.create(minute=minute, worker=worker)
    except IntegrityError:
        return None


def dues() -> Iterator[tuple[str, Callable[[], Callable[[datetime], None]]]]:
    """Every app that has a `due` module, and how to find its `run` (which may itself fail)."""
    for config in apps.get_app_configs():
        if config.module is not None and module_has_submodule(config.module, "due"):
            name = f"{config.name}.due"
            yield config.label, partial(_find, name)


def _find(module: str) -> Callable[[datetime], None]:
    run: Callable[[datetime], None] = import_module(module).run
    return run
