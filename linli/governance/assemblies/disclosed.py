"""What of residents' meetings is disclosed: what was decided in the time, and what became of
earlier decisions that were still open then."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import translation

from linli.core.pages.bilingual import SOURCE
from linli.governance.assemblies.models import Resolution
from linli.governance.assemblies.postings import DECISIONS_SHEET, RESOLUTION
from linli.mechanisms.publication.disclosed import Row, Source


def compose(community: Any, since: date, until: date) -> Iterator[Row]:
    """The decisions, the earliest first, as far as they have come."""
    decided = (
        Resolution.objects.filter(
            Q(adopted_on__gte=since)
            | Q(state__in=["adopted", "in_progress"])
            | Q(done_on__gte=since, done_on__lte=until),
            community=community,
            adopted_on__lte=until,
        )
        .select_related("owner")
        .order_by("adopted_on", "body", "serial", "pk")
    )
    with translation.override(SOURCE):
        for each in decided:
            yield Row(
                str(each.pk),
                {
                    "title": each.title,
                    "number": each.number,
                    "body": each.get_body_display(),
                    "adopted_on": each.adopted_on,
                    "owner": each.owner.name if each.owner else "",
                    "due_on": each.due_on,
                    "state": each.public_state_label,
                },
            )


SOURCES = (Source("decisions", DECISIONS_SHEET, compose, (RESOLUTION.name,)),)
