"""Where the queue goes on: a day and an id, written into the address."""

from datetime import date
from uuid import UUID

Cursor = tuple[date, UUID]


def write(cursor: Cursor | None) -> str:
    """As text; nothing where the list ends."""
    return f"{cursor[0].isoformat()}_{cursor[1].hex}" if cursor else ""


def read(text: str) -> Cursor | None:
    """The cursor in the address; None (the first page) where it makes no sense."""
    day, _dash, key = text.partition("_")
    try:
        return date.fromisoformat(day), UUID(key)
    except ValueError:
        return None
