"""Reckoning one community from beginning to end: what a job, a command or the demo calls."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import Actor
from linli.core.jobs.models import Job
from linli.evaluation.actions import reckon
from linli.evaluation.models import Reckoning
from linli.evaluation.outcome import reckon_community
from linli.evaluation.periods import Span, plan_span
from linli.evaluation.queries import is_first


def span_for(community: Any, on: date, *, since_year: int | None = None) -> Span:
    """What is to be reckoned on a day: from the year asked for; where nothing has been reckoned
    yet, from the beginning of the year before."""
    if since_year is None and is_first(community):
        since_year = on.year - 1
    return plan_span(on, since_year=since_year)


def reckon_at_once(
    community: Any,
    *,
    by: Actor,
    at: datetime,
    span: Span | None = None,
    each_month: Callable[[date], None] = lambda month: None,
    within: Callable[[], AbstractContextManager[Any]] = nullcontext,
    job: Job | None = None,
    reckoning: Any = None,
) -> Reckoning:
    """Reads the facts outside any transaction and writes the figures in one, as of `at`.
    `within`: what the writing is done in, for a job that must still hold its claim."""
    begun = time.monotonic()
    span = span or span_for(community, timezone.localdate(at))
    outcome = reckon_community(community, span, each_month=each_month)
    with within():
        return reckon(
            community,
            by=by,
            at=at,
            outcome=outcome,
            seconds=time.monotonic() - begun,
            job=job,
            reckoning=reckoning,
        )
