"""Rows multiplied inside the database: every row of a community so many times again, under other
keys and a little earlier, each copy pointing at the copies beside it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import connection, models, transaction

MOST = 0x0100
"""More copies than this could meet the ids that were given by time."""


def multiply(
    rows_of: Sequence[type[models.Model]], community: Any, copies: int, *, apart: timedelta
) -> None:
    """Copies the rows of one community `copies` times, each `apart` before the last.

    The first four digits of a UUID become the number of the copy, in keys and in whatever
    points at a copied row; columns that point at people, places and kinds stay.
    """
    if not 0 < copies < MOST:
        raise ValueError(f"between 1 and {MOST - 1} copies, not {copies}")
    with transaction.atomic(), connection.cursor() as cursor:
        for model in rows_of:
            columns = [field.column for field in model._meta.concrete_fields]
            copied = [
                _copied(field, set(rows_of), round(apart.total_seconds()))
                for field in model._meta.concrete_fields
            ]
            names = ", ".join(f'"{column}"' for column in columns)
            table, owner = model._meta.db_table, "community" if "community" in columns else (
                "community_id"
            )  # fmt: skip
            first = _key("0190" + 28 * "0")
            cursor.execute(
                f'INSERT INTO "{table}" ({names})'
                " WITH RECURSIVE copy(number) AS"
                f" (SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < {copies})"
                f' SELECT {", ".join(copied)} FROM copy CROSS JOIN "{table}" AS given'
                f" WHERE given.\"id\" >= '{first}'"
                f" AND given.\"{owner}\" = '{_key(community.pk.hex)}'"
            )


_POINTS = {"owner", "subject"}


def _copied(field: Any, models_copied: set[Any], seconds: int) -> str:
    column = f'given."{field.column}"'
    follows = field.primary_key or field.name in _POINTS or field.related_model in models_copied
    if isinstance(field, models.UUIDField | models.ForeignKey) and follows:
        return _renumbered(column)
    if isinstance(field, models.DateTimeField):
        return _earlier(column, seconds)
    if field.name == "receipt":
        return f"{_digits()} || substr({column}, 5)"
    if field.name == "serial":
        return f"{column} + copy.number * 10000"
    return column


def _key(digits: str) -> str:
    if connection.vendor == "sqlite":
        return digits
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _digits() -> str:
    if connection.vendor == "sqlite":
        return "printf('%04x', copy.number)"
    return "lpad(to_hex(copy.number), 4, '0')"


def _renumbered(column: str) -> str:
    if connection.vendor == "sqlite":
        return f"{_digits()} || substr({column}, 5)"
    return f"({_digits()} || substr({column}::text, 5))::uuid"


def _earlier(column: str, seconds: int) -> str:
    if connection.vendor == "sqlite":
        shift = f"(-{seconds} * copy.number) || ' seconds'"
        return f"strftime('%Y-%m-%d %H:%M:%f', {column}, {shift})"
    return f"{column} - make_interval(secs => {seconds} * copy.number)"
