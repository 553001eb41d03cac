"""One page of a list, going on by key, never by counting rows to skip (`{% pager after=… %}`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import DateField, DateTimeField, Q, QuerySet

from linli.core.pages import cursors
from linli.lib.calendar import SHANGHAI

PAGE = 50
"""Rows a page, where a list does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of one page, and where the next begins (empty: nowhere)."""

    rows: list[Any]
    after: str = ""


def page_of(
    rows: QuerySet[Any], by: str, after: str, *, newest: bool = False, size: int = PAGE
) -> Page:
    """The rows in the order of a moment or a day (a field or an annotation that is never null),
    and of their id: the earliest first, or the newest. A cursor that makes no sense begins anew."""
    cursor = cursors.read(after)
    if cursor is not None:
        at, key = cursor
        edge = at.astimezone(SHANGHAI).date() if _is_day(rows, by) else at
        beyond = "lt" if newest else "gt"
        rows = rows.filter(Q(**{f"{by}__{beyond}": edge}) | Q(**{by: edge}, pk__gt=key))
    found = list(rows.order_by(f"-{by}" if newest else by, "pk")[: size + 1])
    return Page(found[:size], _cursor_of(found[size - 1], by) if len(found) > size else "")


def cut(rows: Sequence[Any], key_of: Callable[[Any], str], after: str, size: int = PAGE) -> Page:
    """The same of a list that is made as a whole and in order (few rows, sorted by what no
    database knows): after the row of that key; from the beginning where there is none."""
    keys = [key_of(row) for row in rows]
    begins = keys.index(after) + 1 if after in keys else 0
    shown = list(rows[begins : begins + size])
    return Page(shown, key_of(shown[-1]) if begins + size < len(rows) else "")


def _is_day(rows: QuerySet[Any], by: str) -> bool:
    if by in rows.query.annotations:
        return False
    field = rows.model._meta.get_field(by)
    return isinstance(field, DateField) and not isinstance(field, DateTimeField)


def _cursor_of(row: Any, by: str) -> str:
    value, key = getattr(row, by), row.pk
    assert isinstance(key, UUID)
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=SHANGHAI)
    return cursors.write((value, key))
