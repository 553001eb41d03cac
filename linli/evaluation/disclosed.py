"""What of the reports of work is disclosed: which were finished in a time, each with the digest
that stands on its last page."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from linli.evaluation.models import Report
from linli.evaluation.postings import REPORTS_SHEET
from linli.mechanisms.publication.disclosed import Row, Source


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """The finished reports, the earliest first."""
    finished = Report.objects.filter(
        community=community,
        state="finished",
        finished_at__gte=_moment(since),
        finished_at__lt=_moment(until + timedelta(days=1)),
    ).defer("content", "words")
    for each in finished.order_by("finished_at", "pk"):
        yield Row(
            str(each.pk),
            {
                "since": each.starts,
                "until": each.ends,
                "finished_on": timezone.localdate(each.finished_at),
                "edition": each.edition,
                "digest": each.digest,
            },
        )


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


SOURCES = (Source("reports", REPORTS_SHEET, compose),)
