"""Several at once, for real: threads of their own, on PostgreSQL or on a SQLite file.

The usual test database of SQLite lies in memory, where two connections cannot wait for each
other as they do on a file; so its content is copied to a file first, and everything that runs
meanwhile, the test itself included, works on that.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections


@contextmanager
def shared_database(folder: Path) -> Iterator[None]:
    """Inside, all threads share one database on which they really contend."""
    here: Any = connection
    if connection.vendor != "sqlite" or not here.is_in_memory_db():
        yield
        return
    file = folder / "shared.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    settings, usual = connections.settings, connections["default"]
    described = settings["default"]
    settings["default"] = {**described, "NAME": str(file)}
    del connections["default"]
    # The copy begins without a write-ahead log: one connection switches it on, not six at once.
    connections["default"].ensure_connection()
    try:
        yield
    finally:
        connections["default"].close()
        settings["default"] = described
        connections["default"] = usual


def together(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """Does all of it at the same time; what each returned, or the exception it raised."""
    results: list[Any] = [None] * len(works)
    line = threading.Barrier(len(works))

    def run(place: int, work: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            line.wait(timeout=20)
            results[place] = work()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=entry) for entry in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results
