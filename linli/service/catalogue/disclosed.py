"""What of certificates is disclosed: how many of each kind were issued, and how many refused."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from linli.mechanisms.publication.disclosed import Row, Source
from linli.service.catalogue.flows import ON_PAPER
from linli.service.catalogue.models import Certificate
from linli.service.catalogue.postings import ISSUED_SHEET


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """One row a kind of certificate, by its title."""
    start, end = _moment(since), _moment(until + timedelta(days=1))
    ours = Certificate.objects.filter(community=community)
    issued = Counter(
        ours.filter(state__in=ON_PAPER, issued_at__gte=start, issued_at__lt=end).values_list(
            "item__title", flat=True
        )
    )
    refused = Counter(
        ours.filter(state="refused", closed_at__gte=start, closed_at__lt=end).values_list(
            "item__title", flat=True
        )
    )
    for title in sorted({*issued, *refused}):
        yield Row(title, {"item": title, "issued": issued[title], "refused": refused[title]})


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


SOURCES = (Source("certificates", ISSUED_SHEET, compose),)
