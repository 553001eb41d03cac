"""The instance's own secrets: made once, kept beside its data, never in the repository.

Files under `<data>/secrets/`, each readable by the owner alone:
`secret_key` signs sessions, `field_keys` is the ring that encrypts fields about persons
(newest first; older keys still read), `index_key` keys the blind index, `closed_keys_…` is the
ring of one compartment of closed rows, and `returns_key` signs the files that travel upward.
Losing a ring loses what it sealed for good, so `linli backup` carries the folder, and says so.
"""

import base64
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

COMPARTMENTS = ("casework", "mediation")
"""What is closed has a ring of its own for each, which the people's ring does not open."""


@dataclass(frozen=True)
class Secrets:
    """What settings need; keys are base64 text."""

    secret_key: str
    field_keys: tuple[str, ...]
    index_key: str
    closed_keys: dict[str, tuple[str, ...]]
    returns_key: str


def load_secrets(folder: Path) -> Secrets:
    """The secrets in `folder`, making on first use those that are missing."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Secrets(
        secret_key=_kept(folder / "secret_key", lambda: secrets.token_urlsafe(64)),
        field_keys=tuple(_kept(folder / "field_keys", new_key).split()),
        index_key=_kept(folder / "index_key", new_key),
        closed_keys={
            name: tuple(_kept(folder / closed_ring(name), new_key).split()) for name in COMPARTMENTS
        },
        returns_key=_kept(folder / "returns_key", new_key),
    )


def closed_ring(compartment: str) -> str:
    """The name of the file that holds the ring of a compartment."""
    return f"closed_keys_{compartment}"


def new_key() -> str:
    """A fresh 256-bit key, as base64 text."""
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _kept(path: Path, make: Callable[[], str]) -> str:
    # O_EXCL decides which of two processes starting at once makes the key; the other reads it.
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(fd, "w") as file:
        file.write(make() + "\n")
        file.flush()
        os.fsync(file.fileno())
    return path.read_text().strip()
