"""The bare database: the same rows by the driver alone, for comparison in the same run."""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection

PRAGMAS = settings.DATABASES["default"].get("OPTIONS", {}).get("init_command", "")


def connect() -> Any:
    """A connection of the driver, without Django, that commits by itself."""
    told = settings.DATABASES["default"]
    if connection.vendor == "postgresql":
        import psycopg

        known = connection.get_connection_params()
        words = {name: known[name] for name in ("dbname", "user", "host", "port") if name in known}
        return psycopg.connect(**words, autocommit=True)
    import sqlite3  # which the settings have replaced by the package's own

    opened = sqlite3.connect(told["NAME"], timeout=60, isolation_level=None)
    opened.executescript(PRAGMAS)
    return opened


def make_table(name: str, like: str, *, whole: bool = False) -> None:
    """An empty table with the columns of `like` and its key; `whole`: also its indexes and
    checks (no foreign keys)."""
    with closing(connect()) as opened:
        opened.execute(f"DROP TABLE IF EXISTS {name}")
        if connection.vendor == "postgresql":
            included = "INCLUDING ALL" if whole else "INCLUDING DEFAULTS"
            opened.execute(f"CREATE TABLE {name} (LIKE {like} {included})")
            if not whole:
                opened.execute(f"ALTER TABLE {name} ADD PRIMARY KEY (id)")
        elif whole:
            _copy_whole(opened, name, like)
        else:
            columns = opened.execute(f"PRAGMA table_info({like})").fetchall()
            written = ", ".join(
                f'"{column[1]}" {column[2]}{" PRIMARY KEY" if column[5] else ""}'
                for column in columns
            )
            opened.execute(f"CREATE TABLE {name} ({written})")


def _copy_whole(opened: Any, name: str, like: str) -> None:
    made = opened.execute(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL"
        " ORDER BY type = 'index'",
        [like],
    ).fetchall()
    for number, (kind, sql) in enumerate(made):
        if kind == "table":
            opened.execute(sql.replace(f'"{like}"', f'"{name}"'))
        else:
            head, _on, tail = sql.partition(" ON ")
            words = head.rpartition('"')[0].rpartition('"')[0]
            opened.execute(f'{words}"{name}_{number}" ON {tail.replace(like, name, 1)}')


def read_rows(table: str, most: int) -> list[tuple[Any, ...]]:
    """The rows of a table, as the driver takes them back in."""
    with closing(connect()) as opened:
        if connection.vendor == "sqlite":
            return list(opened.execute(f"SELECT * FROM {table} LIMIT {most}").fetchall())
        names = [
            column[0]
            for column in opened.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
                " ORDER BY ordinal_position",
                [table],
            )
        ]
        columns = ", ".join(f'"{name}"::text' for name in names)
        return list(opened.execute(f"SELECT {columns} FROM {table} LIMIT {most}").fetchall())


def one_by_one(row: Sequence[Any], key: int) -> Callable[[], None]:
    """Inserts the row into `bench_rows` again and again, with a new key at its place `key`, each
    in a transaction of its own."""
    opened, values = connect(), list(row)
    sqlite = connection.vendor == "sqlite"
    marks = ", ".join(["?" if sqlite else "%s"] * len(values))
    sql = f"INSERT INTO bench_rows VALUES ({marks})"

    def insert() -> None:
        values[key] = uuid4().hex
        if sqlite:
            opened.execute("BEGIN IMMEDIATE")
            opened.execute(sql, values)
            opened.execute("COMMIT")
        else:
            opened.execute(sql, values)

    return insert


def insert_bulk(table: str, rows: Sequence[tuple[Any, ...]]) -> float:
    """Seconds for all rows in one transaction, by the quickest way the driver has."""
    with closing(connect()) as opened:
        began = time.perf_counter()
        if connection.vendor == "postgresql":
            with (
                opened.transaction(),
                opened.cursor() as cursor,
                cursor.copy(f"COPY {table} FROM STDIN") as copy,
            ):
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * len(rows[0]))
            opened.execute("BEGIN IMMEDIATE")
            opened.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            opened.execute("COMMIT")
        return time.perf_counter() - began


def drop_table(name: str) -> None:
    """Away with it."""
    with closing(connect()) as opened:
        opened.execute(f"DROP TABLE IF EXISTS {name}")
