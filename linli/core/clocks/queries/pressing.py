"""Rows in the order in which their deadlines press."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from linli.core.clocks.models import Clock
from linli.core.pages.keyset import PAGE, Page, page_of

NEVER = datetime(2200, 1, 1, tzinfo=UTC)
"""Where a row stands that no clock presses: last."""


def page_by_pressing(
    rows: QuerySet[Any], community: Any, after: str = "", size: int = PAGE
) -> Page:
    """One page of rows that clocks hang on, the one whose clock runs out first at the top; each
    with `presses`, the moment it does."""
    running = Clock.objects.filter(
        community=community, owner=OuterRef("pk"), settled_at__isnull=True, due_at__isnull=False
    ).order_by("due_at")
    pressed = Coalesce(Subquery(running.values("due_at")[:1]), Value(NEVER))
    return page_of(rows.annotate(presses=pressed), "presses", after, size=size)
