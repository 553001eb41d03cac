"""What residents complained of about an estate's management, told to it as counts by kind.

Matters know what was sent to which body; the estate's page shows how many of each kind and how many
were answered, nothing of who asked or what was said.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q

from linli.core.pages.bilingual import for_reader, in_both
from linli.core.places.models.fields import within
from linli.governance.property.origins import Complaints, tell_complaints
from linli.service.matters.models import Matter

ANSWERED = ("answered", "closed")


def complaints_counted(
    community: Any, place: Any, since: date, until: date
) -> Iterator[Complaints]:
    """Matters of the estate's place that were sent to a property provider, by kind."""
    rows = (
        Matter.objects.filter(
            within(place.path, "place__path"),
            community=community,
            body__kind="property_provider",
            raised_at__date__gte=since,
            raised_at__date__lte=until,
        )
        .values("kind__title", "kind__title_en")
        .annotate(n=Count("pk"), done=Count("pk", filter=Q(state__in=ANSWERED)))
        .order_by("-n", "kind__title")
    )
    for row in rows:
        title = for_reader(in_both(row["kind__title"], row["kind__title_en"]))
        yield Complaints(title, row["n"], row["done"])


tell_complaints(complaints_counted)
