"""What of deliberation is disclosed: what was talked through in the time, and how the points agreed
earlier are carried out (art. 34(5))."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils import translation

from linli.core.pages.bilingual import SOURCE
from linli.governance.deliberation.models import Topic
from linli.governance.deliberation.postings import AGREEMENT, TALKS_SHEET
from linli.mechanisms.publication.disclosed import Row, Source


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """The topics published by then that were not over before, the earliest first."""
    talked = (
        Topic.objects.filter(
            Q(published_on__gte=since) | Q(looked_on__isnull=True) | Q(looked_on__gte=since),
            community=community,
            published_on__lte=until,
        )
        .annotate(agreed=Count("points"), done=Count("points", filter=Q(points__state="done")))
        .order_by("published_on", "serial", "pk")
    )
    with translation.override(SOURCE):
        for each in talked:
            yield Row(
                str(each.pk),
                {
                    "topic": each.title,
                    "number": each.number,
                    "published_on": each.published_on,
                    "points": each.agreed,
                    "done": each.done,
                    "state": each.public_state_label,
                },
            )


SOURCES = (Source("consultation", TALKS_SHEET, compose, (AGREEMENT.name,)),)
"""Filled into the disclosure sheet on consultation."""
