"""The one file a backup is: a .tar.gz whose manifest names every part with its checksum.

manifest.json        format, when, version, database engine, size and SHA-256 of each part
database.sqlite3     a consistent copy (or database.dump, PostgreSQL's own format)
files/…              what was uploaded
secrets/…            the keys without which encrypted fields stay closed for good
"""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
_BLOCK = 1 << 20
# The manifest lists names and checksums only; anything larger is not one.
_LARGEST_MANIFEST = 256 << 20


class Damaged(Exception):
    """The file is not a whole backup; the text says what is wrong with it."""


@dataclass
class Writer:
    """Writes an archive part by part; the manifest comes last, when all sums are known."""

    tar: tarfile.TarFile
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, name: str, path: Path) -> None:
        """One file of the instance, as it is now."""
        with path.open("rb") as file:
            member = tarfile.TarInfo(name)
            status = os.fstat(file.fileno())
            member.size, member.mtime, member.mode = status.st_size, int(status.st_mtime), 0o600
            summed = _Summed(file)
            self.tar.addfile(member, summed)
        self.parts[name] = {"bytes": member.size, "sha256": summed.digest.hexdigest()}

    def close(self, facts: dict[str, Any]) -> None:
        """Writes the manifest: `facts` about the instance and the sums of all parts."""
        text = json.dumps({"format": FORMAT, **facts, "parts": self.parts}, indent=1).encode()
        member = tarfile.TarInfo(MANIFEST)
        member.size, member.mode = len(text), 0o600
        self.tar.addfile(member, io.BytesIO(text))


def unpack(path: Path, into: Path, advance: Callable[[int], None]) -> dict[str, Any]:
    """Unpacks the backup `path` into the empty folder `into`, checks every sum, and returns the
    manifest. `advance` is told the bytes read. Raises `Damaged`; `into` is then of no use.
    """
    sums: dict[str, str] = {}
    manifest: dict[str, Any] | None = None
    try:
        with tarfile.open(path, "r:gz") as tar:
            for member in tar:
                name = _safe(member)
                content = tar.extractfile(member)
                assert content is not None
                if name == MANIFEST:
                    manifest = json.loads(content.read(_LARGEST_MANIFEST))
                else:
                    sums[name] = _write(content, into / name, advance)
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise Damaged(str(error)) from error
    if manifest is None or manifest.get("format") != FORMAT:
        raise Damaged(f"no {MANIFEST} of format {FORMAT}")
    promised = {name: part["sha256"] for name, part in manifest["parts"].items()}
    if promised != sums:
        wrong = sorted(
            name for name in promised.keys() | sums if promised.get(name) != sums.get(name)
        )
        raise Damaged(f"{wrong[0]}: checksum differs")
    return manifest


def _safe(member: tarfile.TarInfo) -> str:
    parts = PurePosixPath(member.name)
    if not member.isreg() or parts.is_absolute() or ".." in parts.parts:
        raise Damaged(f"{member.name}: not a part of a backup")
    return str(parts)


def _write(content: IO[bytes], target: Path, advance: Callable[[int], None]) -> str:
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        while block := content.read(_BLOCK):
            digest.update(block)
            file.write(block)
            advance(len(block))
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


class _Summed(io.RawIOBase):
    # Reads through, summing what the archive is given and not what the file says later.
    def __init__(self, file: IO[bytes]) -> None:
        self.digest = hashlib.sha256()
        self._file = file

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self.digest.update(block)
        return block
