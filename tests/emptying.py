"""Empties the database after a test that committed, and only what it wrote.

Django empties every table of the house, most of which hold nothing, and then has the rights and
content types of every model written anew. That is half a second on PostgreSQL, for each test of a
race. Here tables that hold rows are emptied, and Django's own two lists, which no test changes,
stay as they are.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TransactionTestCase


def empty_what_was_written(case: TransactionTestCase) -> None:
    """Stands in for Django's own emptying (`TransactionTestCase._fixture_teardown`)."""
    for alias in case._databases_names(include_mirrors=False):
        connection = connections[alias]
        # References are looked at when the transaction ends, so the order does not matter.
        with transaction.atomic(alias), connection.cursor() as cursor:
            tables = _tables_with_rows(connection)
            with _without_walls(connection, tables):
                for table in tables:
                    cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")


@contextmanager
def _without_walls(connection: BaseDatabaseWrapper, tables: list[str]) -> Iterator[None]:
    """Inside, triggers that refuse to take rows away (core/places/walls.py) do not stand; on
    PostgreSQL no others either, for all that refers goes as well, and to look for it row by row
    took nine tenths of the time."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            yield
            return
        cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        found = [(name, sql) for name, table, sql in cursor.fetchall() if table in tables]
        for name, _sql in found:
            cursor.execute(f"DROP TRIGGER {quote(name)}")
        yield
        for _name, sql in found:
            cursor.execute(sql)


def _tables_with_rows(connection: BaseDatabaseWrapper) -> list[str]:
    quote = connection.ops.quote_name
    kept = {ContentType._meta.db_table, Permission._meta.db_table}
    tables = sorted(
        {
            model._meta.db_table
            for model in apps.get_models(include_auto_created=True)
            if model._meta.managed and not model._meta.proxy
        }
        - kept
    )
    found = []
    with connection.cursor() as cursor:
        # SQLite takes five hundred parts of a compound question.
        for begin in range(0, len(tables), 250):
            cursor.execute(
                " UNION ALL ".join(
                    f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {quote(table)})"
                    for table in tables[begin : begin + 250]
                )
            )
            found += [name for (name,) in cursor.fetchall()]
    return found
