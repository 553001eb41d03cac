"""Where a list goes on: a moment and an id, written into the address."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

Cursor = tuple[datetime, UUID]


def write(cursor: Cursor | None) -> str:
    """As text; nothing where the list ends."""
    if cursor is None:
        return ""
    at, key = cursor
    return f"{round(at.timestamp() * 1_000_000)}-{key.hex}"


def read(text: str) -> Cursor | None:
    """The cursor in the address; None (the first page) where it makes no sense."""
    moment, _dash, key = text.partition("-")
    try:
        at = datetime.fromtimestamp(int(moment) / 1_000_000, tz=timezone.get_current_timezone())
        return at, UUID(key)
    except (ValueError, OverflowError, OSError):
        return None
