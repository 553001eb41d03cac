"""Django's SQLite backend with a fair queue of writers (the file name is Django's contract).

SQLite lets waiting writers poll, so under load one may starve for seconds. Here a thread takes
a first-come ticket before it begins a write transaction, and one process at a time holds an
exclusive lock on a file beside the database; both are given back when the transaction ends.
All writes run inside `atomic()` (the one door sees to it), so this covers every write.
"""

import os
import threading
from collections import deque
from types import ModuleType
from typing import Any

from django.db.backends.sqlite3 import base

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows: threads still queue, processes fall back to SQLite's own waiting
    fcntl = None


class Tickets:
    """A first-come, first-served lock for the threads and processes that write one file."""

    def __init__(self, path: str) -> None:
        self._guard = threading.Lock()
        self._queue: deque[threading.Event] = deque()
        self._path = path
        self._file: int | None = None

    def take(self) -> None:
        """Waits for our turn."""
        ticket = threading.Event()
        with self._guard:
            self._queue.append(ticket)
            if self._queue[0] is ticket:
                ticket.set()
        ticket.wait()
        if fcntl and self._path:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._file, fcntl.LOCK_EX)

    def give_back(self) -> None:
        """Ends our turn and wakes the next."""
        if self._file is not None:
            os.close(self._file)  # closing drops the lock
            self._file = None
        with self._guard:
            self._queue.popleft()
            if self._queue:
                self._queue[0].set()


_tickets: dict[str, Tickets] = {}
_tickets_guard = threading.Lock()


def tickets_of(name: str) -> Tickets:
    """The queue of the database file `name`, shared by all connections of this process."""
    in_memory = not name or ":memory:" in name or "mode=memory" in name
    with _tickets_guard:
        if name not in _tickets:
            _tickets[name] = Tickets("" if in_memory else f"{name}.queue")
        return _tickets[name]


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes a ticket where a transaction begins, gives it back where it ends."""

    _ticket: Tickets | None = None

    def _start_transaction_under_autocommit(self) -> None:
        ticket = tickets_of(str(self.settings_dict["NAME"]))
        ticket.take()
        self._ticket = ticket
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._end_turn()
            raise

    def _end_turn(self) -> None:
        if self._ticket is not None:
            ticket, self._ticket = self._ticket, None
            ticket.give_back()

    def _commit(self) -> Any:
        # A commit that fails is followed by a rollback, which ends the turn.
        result = super()._commit()
        self._end_turn()
        return result

    def _rollback(self) -> Any:
        try:
            return super()._rollback()
        finally:
            self._end_turn()

    def _close(self) -> Any:
        try:
            return super()._close()
        finally:
            self._end_turn()
