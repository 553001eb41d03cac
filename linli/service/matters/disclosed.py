"""What of matters is disclosed: by kind, how many came in, were answered, and in time. Counts of
matters, never a word of one."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from linli.core.clocks.models import Clock
from linli.mechanisms.publication.disclosed import Row, Source
from linli.service.matters.models import Kind, Matter
from linli.service.matters.postings import HANDLED_SHEET


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """One row a kind, in the order of the kinds; kinds nobody asked for are not listed."""
    start, end = _moment(since), _moment(until + timedelta(days=1))
    ours = Matter.objects.filter(community=community)
    received = Counter(
        ours.filter(raised_at__gte=start, raised_at__lt=end).values_list("kind", flat=True)
    )
    answered = dict(
        ours.filter(answered_at__gte=start, answered_at__lt=end).values_list("pk", "kind")
    )
    met = Clock.objects.filter(
        community=community,
        owner_kind="matters.Matter",
        name="promise",
        state="met",
        settled_at__gte=start,
        settled_at__lt=end,
    ).values_list("owner", flat=True)
    in_time = Counter(answered[owner] for owner in set(met) if owner in answered)
    by_kind = Counter(answered.values())
    for kind in Kind.objects.filter(community=community).order_by("order", "code"):
        if received[kind.pk] or by_kind[kind.pk]:
            yield Row(
                kind.code,
                {
                    "kind": kind.title,
                    "received": received[kind.pk],
                    "answered": by_kind[kind.pk],
                    "in_time": in_time[kind.pk],
                },
            )


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


SOURCES = (Source("matters", HANDLED_SHEET, compose),)
