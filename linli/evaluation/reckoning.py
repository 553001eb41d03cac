"""Reckoning one community from beginning to end: what a job, a command or the demo calls."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import Actor
from linli.core.jobs.models import Job
from linli.evaluation.actions import reckon
from linli.evaluation.keeping import Keep
from linli.evaluation.models import Figure, Reckoning
from linli.evaluation.outcome import Outcome, reckon_community
from linli.evaluation.periods import Period, Span, period_of, plan_span
from linli.evaluation.queries import is_first


def span_for(community: Any, on: date, *, since_year: int | None = None) -> Span:
    """What is to be reckoned on a day: from the year asked for; where nothing has been reckoned
    yet, from the beginning of the year before."""
    if since_year is None and is_first(community):
        since_year = on.year - 1
    return plan_span(on, since_year=since_year)


def keep_record(
    outcome: Outcome, community: Any, on: date, *, again: int | None = None, only: str = ""
) -> Outcome:
    """Without what would take the place of figures of record: periods that are not reckoned anew
    every day and whose year has its figures stay as they are, but for those of the year `again`;
    of the indicator `only`, its own are put in."""
    daily = set(plan_span(on).periods)
    there = set(
        Figure.objects.filter(community=community, period_kind="year").values_list(
            "starts__year", flat=True
        )
    )

    def is_open(period: Period) -> bool:
        year = period.starts.year
        return period in daily or year == again or (year not in there and not only)

    return replace(
        outcome,
        span=replace(
            outcome.span, periods=tuple(each for each in outcome.span.periods if is_open(each))
        ),
        values=tuple(value for value in outcome.values if is_open(value.period)),
        apart=tuple(
            value
            for value in outcome.values
            if value.indicator.id == only and not is_open(value.period)
        ),
        evidence=tuple(
            each
            for each in outcome.evidence
            if each.period_kind != "year" or is_open(period_of("year", each.starts))
        ),
    )


def reckon_at_once(
    community: Any,
    *,
    by: Actor,
    at: datetime,
    span: Span | None = None,
    each_month: Callable[[date], None] = lambda month: None,
    keep: Keep | None = None,
    within: Callable[[], AbstractContextManager[Any]] = nullcontext,
    job: Job | None = None,
    reckoning: Any = None,
    again: int | None = None,
    only: str = "",
) -> Reckoning:
    """Reads the facts outside any transaction and writes the figures in one, as of `at`.
    `keep`: what each month's facts are handed to as well. `within`: what the
    writing is done in, for a job that must still hold its claim. `again`, `only`: as in
    `keep_record`."""
    begun = time.monotonic()
    span = span or span_for(community, timezone.localdate(at))
    outcome = reckon_community(community, span, each_month=each_month, keep=keep)
    outcome = keep_record(outcome, community, timezone.localdate(at), again=again, only=only)
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
