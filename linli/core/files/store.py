"""The bytes on the disk: both they and their row, or neither.

    <files>/incoming/<id>.jpg            written and synced, its row perhaps not yet committed
    <files>/<community>/<xx>/<id>.jpg    kept

A file is written whole under `incoming` before its row is; the commit moves it to its place. If
the machine stops between the two, the next reader or the sweep moves it; if the row never came,
the sweep removes it.
"""

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings

from linli.core.files.rules import room_left
from linli.lib.law import Finding, Refused, require

SMALL = ".small"
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, measured on the way."""

    bytes: int
    sha256: str


def root() -> Path:
    """The folder of all uploads: outside the web root, readable by this account alone."""
    return Path(settings.MEDIA_ROOT)


def incoming() -> Path:
    """Where files wait for their row."""
    return root() / "incoming"


def place_for(community: UUID, file: UUID, extension: str) -> str:
    """The name a file is kept under, relative to `root`. By community, so that one community's
    files can be moved or handed over; then by the random end of the id, so that folders stay
    small."""
    return f"{community.hex}/{file.hex[-2:]}/{file.hex}.{extension}"


def small_of(stored_name: str) -> str:
    """The name of a photo's small twin."""
    stem, dot, extension = stored_name.rpartition(".")
    return f"{stem}{SMALL}{dot}{extension}"


def write_new(stored_name: str, chunks: Iterable[bytes], *, needed: int) -> Written:
    """Writes a file under `incoming`, whole and on the disk, or not at all.

    `needed`: about how many bytes it will be. Refuses where the disk is full.
    """
    folder = incoming()
    path = folder / Path(stored_name).name
    digest, length = hashlib.sha256(), 0
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        require(room_left(shutil.disk_usage(folder).free, needed))
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            for chunk in chunks:
                digest.update(chunk)
                length += len(chunk)
                rest = memoryview(chunk)
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        finally:
            os.close(descriptor)
    except OSError as error:
        if is_full(error):
            raise Refused(_no_room(needed)) from error
        raise
    return Written(length, digest.hexdigest())


def settle(stored_name: str) -> None:
    """Moves a file whose row is committed (and its small twin) to its place. Safe to repeat."""
    for name in (stored_name, small_of(stored_name)):
        waiting, place = incoming() / Path(name).name, root() / name
        if waiting.exists():
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with contextlib.suppress(FileNotFoundError):  # another process was faster
                os.replace(waiting, place)
            _sync_folder(place.parent)


def path_of(stored_name: str) -> Path | None:
    """Where the bytes are; moves them to their place if the commit did not come to it."""
    place = root() / stored_name
    if not place.exists():
        settle(stored_name)
    return place if place.exists() else None


def remove(stored_name: str) -> None:
    """Takes the bytes (and their small twin) off the disk. Safe to repeat."""
    for name in (stored_name, small_of(stored_name)):
        for path in (root() / name, incoming() / Path(name).name):
            path.unlink(missing_ok=True)


def is_full(error: BaseException) -> bool:
    """Whether an error, or what caused it, says that the disk (or a quota) is full; the
    database's own words for it count too."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno in _FULL_DISK:
            return True
        if getattr(seen, "sqlstate", None) == "53100" or "disk is full" in str(seen):
            return True
        seen = seen.__cause__
    return False


def _no_room(needed: int) -> Finding:
    # What the disk reports after the failure may be anything; what is certain is that it failed.
    return room_left(0, needed)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
