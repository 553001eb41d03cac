"""The store's own key of each year, under which tokens are written there.

Thrown away with the year, it leaves nothing by which a token in a forgotten copy of the store could
be found again from a register, even by somebody who has the register's key.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from linli.evaluation.store.folders import Store
from linli.lib.facts import Fact

_LETTERS = 32


def key_of(store: Store, year: int) -> bytes:
    """The year's key, made when it is first asked for; of two processes that ask at once one
    makes it and both have the same."""
    path = _path(store, year)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_name(f".{year}.{uuid4().hex}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass  # somebody else was quicker
        finally:
            fresh.unlink()
    return bytes.fromhex(path.read_text())


def drop_keys_before(store: Store, year: int) -> int:
    """Throws away the keys of earlier years; returns how many."""
    gone = 0
    for path in (store.root / "keys").glob("????"):
        if int(path.name) < year:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def under_key(facts: Iterable[Fact], key: bytes) -> Iterator[Fact]:
    """The facts with every token put under the year's key. Distinct ones stay distinct."""
    seen: dict[str, str] = {}

    def turn(token: str | None) -> str | None:
        if token is None:
            return None
        if token not in seen:
            seen[token] = hmac.new(key, token.encode(), hashlib.sha256).hexdigest()[:_LETTERS]
        return seen[token]

    for fact in facts:
        if fact.person is None and fact.household is None:
            yield fact
        else:
            yield replace(fact, person=turn(fact.person), household=turn(fact.household))


def _path(store: Store, year: int) -> Path:
    return store.root / "keys" / f"{year:04}"
