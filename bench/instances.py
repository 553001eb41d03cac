"""A fresh instance with production settings for one measurement, on either database."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.cluster import NoPostgres, cluster

DATABASES = ("SQLite", "PostgreSQL")


@contextmanager
def fresh_database(name: str) -> Iterator[dict[str, str]]:
    """The environment of an instance of its own: a file, or a cluster that lives as long as this.

    The cluster keeps what it has committed, as one in production does; only that it is thrown
    away afterwards is different. Raises NoPostgres where there is none.
    """
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as folder:
        told = os.environ | {
            "LINLI_ENV": "production",
            "LINLI_DATA": folder,
            "LINLI_LANG": "zh",
            "LINLI_BENCH_RESULT": str(Path(folder) / "result.json"),
            "DJANGO_SETTINGS_MODULE": "linli.web.settings",
        }
        told.pop("DATABASE_URL", None)
        if name == "SQLite":
            yield told
            return
        with cluster(durable=True) as url:
            yield told | {"DATABASE_URL": url}


def measure_on(database: str, module: str) -> dict[str, Any] | None:
    """What `bench.<module>` measured on a fresh instance; None where the database is missing.
    Raises CalledProcessError where it could not be measured to its end."""
    try:
        with fresh_database(database) as environment:
            subprocess.run([sys.executable, "-m", f"bench.{module}"], env=environment, check=True)
            result = Path(environment["LINLI_BENCH_RESULT"]).read_text(encoding="utf-8")
    except NoPostgres:
        return None
    found: dict[str, Any] = json.loads(result)
    return found


def open_instance() -> None:
    """In the process that measures: the database made, static files collected."""
    from linli.web.command import console, setup

    console.open_house()
    setup.prepare(demo=False)


def server_version() -> str:
    """The database's own name and version."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"
        cursor.execute("SELECT sqlite_version()")
        return f"SQLite {cursor.fetchone()[0]}"


def durable_settings() -> str:
    """What the database itself says about keeping what it committed."""
    from django.db import connection

    names = (
        ("PRAGMA journal_mode", "PRAGMA synchronous")
        if connection.vendor == "sqlite"
        else ("SHOW fsync", "SHOW synchronous_commit", "SHOW full_page_writes")
    )
    told = []
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(name)
            told.append(f"{name.split()[1]}={cursor.fetchone()[0]}")
    return ", ".join(told)


def look_through() -> None:
    """Lets PostgreSQL take its statistics now, as it would by itself within a minute."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
