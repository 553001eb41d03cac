"""Reading matters. Loading is the permission check: what is not yours is not there."""

from linli.service.matters.queries.lists import (
    Page,
    QueueFilter,
    nearby,
    nearby_of,
    patterns,
    queue,
    queue_counts,
    sent_by,
)
from linli.service.matters.queries.one import (
    by_receipt,
    clocks_of,
    fields_for,
    fields_sent,
    forwarded_view,
    matter_for,
    merged_into,
    photos_of,
    remarks_for,
)
from linli.service.matters.queries.tables import dry_run, kinds_of, routing_lines

__all__ = [
    "Page",
    "QueueFilter",
    "by_receipt",
    "clocks_of",
    "dry_run",
    "fields_for",
    "fields_sent",
    "forwarded_view",
    "kinds_of",
    "matter_for",
    "merged_into",
    "nearby",
    "nearby_of",
    "patterns",
    "photos_of",
    "queue",
    "queue_counts",
    "remarks_for",
    "routing_lines",
    "sent_by",
]
