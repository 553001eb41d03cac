"""The fixed cast, written once and then remembered.

Founding the community takes a tenth of a second through the real acts, and thousands of tests
begin with it. The first test of a process that asks for a setting on some day has it founded; what
that wrote is kept, row by row, and every later test of that day is given the same rows.
"""

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from linli.core.clocks.queries.days import _calendar


@dataclass(frozen=True)
class _Table:
    name: str
    columns: Sequence[str]
    rows: list[tuple[Any, ...]]


@dataclass(frozen=True)
class _Kept:
    tables: list[_Table]
    setting: bytes


_kept: dict[date, _Kept] = {}
# One statement for many rows costs a third of one for each; a statement takes so many values.
_AT_ONCE = 200


def remember(on: date, found: Callable[[], Any]) -> Any:
    """What `found` makes on that day or at that moment, in a database that holds nothing yet.

    The setting is a copy for each test, so that none meets what another did to it.
    """
    kept = _kept.get(on)
    if kept is not None:
        # Days are kept by community and revision, which in life never come again.
        _calendar.cache_clear()
        _write(kept.tables)
        return pickle.loads(kept.setting)
    before = {table: len(_rows(table)[1]) for table in _tables()}
    setting = found()
    tables = []
    for table, count in before.items():
        columns, rows = _rows(table)
        if len(rows) != count:
            if count:
                # Rows of a test that wrote before it asked are not the setting's.
                return setting
            tables.append(_Table(table, columns, rows))
    _kept[on] = _Kept(tables, pickle.dumps(setting))
    return setting


def _tables() -> list[str]:
    return [
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]


def _rows(table: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return [column[0] for column in cursor.description], cursor.fetchall()


def _write(tables: list[_Table]) -> None:
    quote = connection.ops.quote_name
    # References are looked at when the transaction ends, so the order does not matter.
    with transaction.atomic(), connection.cursor() as cursor:
        for table in tables:
            columns = ", ".join(map(quote, table.columns))
            one = f"({', '.join(['%s'] * len(table.columns))})"
            for begin in range(0, len(table.rows), _AT_ONCE):
                rows = table.rows[begin : begin + _AT_ONCE]
                marks = ", ".join([one] * len(rows))
                cursor.execute(
                    f"INSERT INTO {quote(table.name)} ({columns}) VALUES {marks}",
                    [value for row in rows for value in row],
                )
