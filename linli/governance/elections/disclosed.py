"""What of elections is disclosed beside their own notices: how many took part and were elected.
The names stand in those notices, which come down."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from linli.governance.elections.models import Round
from linli.governance.elections.postings import RESULT, RESULTS_SHEET
from linli.mechanisms.publication.disclosed import Row, Source


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """Every round that was declared in that time, in order."""
    declared = (
        Round.objects.filter(
            community=community,
            declared_at__gte=_moment(since),
            declared_at__lt=_moment(until + timedelta(days=1)),
        )
        .select_related("election")
        .order_by("declared_at", "pk")
    )
    for each in declared:
        kept = each.outcome
        yield Row(
            str(each.pk),
            {
                "title": each.election.title,
                "declared_on": timezone.localdate(each.declared_at),
                "round": each.number,
                "electors": kept["electors"],
                "cast": kept["cast"],
                "seats": sum(office["seats"] for office in kept.get("offices", ())),
                "elected": len(kept.get("elected", ())),
            },
        )


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


SOURCES = (Source("elections", RESULTS_SHEET, compose, (RESULT.name,)),)
