"""Whether a package is whole: every file there, every hash right, and the inventory true.

It asks the database nothing and needs no archive: the same package can be checked on any machine.
"""

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import bagit

from linli.governance.archive.package.format import chunks_of, read_inventory

FAULTS_TOLD = 200
_READABLE = 0o100000


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, as a word of FAULTS, and with which file."""

    what: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found. `whole`: nothing is wrong."""

    name: str
    items: int = 0
    files: int = 0
    bytes: int = 0
    year: int | None = None
    community: str = ""
    faults: tuple[Fault, ...] = field(default=())

    @property
    def whole(self) -> bool:
        return not self.faults


def verify(path: Path, *, most_bytes: int | None = None) -> Verdict:
    """Checks a folder or a ZIP. `most_bytes`: how large it may be unpacked, None without limit.

    Never raises for what is wrong with the package: that is what it tells.
    """
    if path.is_dir():
        return _verify_folder(path, path.name)
    with tempfile.TemporaryDirectory() as folder:
        try:
            fault = _unpack(path, Path(folder), most_bytes)
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
            return Verdict(path.name, faults=(Fault("no_zip"),))
        if fault is not None:
            return Verdict(path.name, faults=(fault,))
        inside = [each for each in Path(folder).iterdir() if each.is_dir()]
        if len(inside) != 1:
            return Verdict(path.name, faults=(Fault("no_bag"),))
        return _verify_folder(inside[0], path.name)


def _verify_folder(folder: Path, name: str) -> Verdict:
    try:
        bag = bagit.Bag(str(folder))
    except (bagit.BagError, OSError, UnicodeDecodeError, ValueError):
        return Verdict(name, faults=(Fault("no_bag"),))
    faults = list(_faults_of(bag))
    inventory, more = _inventory(folder)
    faults += more
    files = [each for each in (folder / "data").rglob("*") if each.is_file()]
    # The standard's tool stops at the sum of all sizes; which file it is, is told here.
    known = set(bag.payload_entries())
    inside = {each.relative_to(folder).as_posix() for each in files}
    faults += [Fault("added", name) for name in sorted(inside - known)]
    faults += [Fault("missing", name) for name in sorted(known - inside)]
    return Verdict(
        name,
        items=len(inventory.get("lines", ())),
        files=len(files),
        bytes=sum(each.stat().st_size for each in files),
        year=inventory.get("year"),
        community=str(inventory.get("name", "")),
        faults=tuple(dict.fromkeys(faults))[:FAULTS_TOLD],
    )


def _faults_of(bag: Any) -> Iterator[Fault]:
    """What the standard's own validator finds."""
    try:
        bag.validate(processes=1)
    except bagit.BagValidationError as error:
        told = False
        for detail in error.details:
            told = True
            yield _fault(detail)
        if not told:
            yield Fault("invalid")
    except (bagit.BagError, OSError, UnicodeDecodeError, ValueError):
        yield Fault("invalid")


def _fault(detail: Any) -> Fault:
    path = str(getattr(detail, "path", ""))
    if isinstance(detail, bagit.ChecksumMismatch):
        return Fault("changed" if detail.found is not None else "missing", path)
    if isinstance(detail, bagit.FileMissing):
        return Fault("missing", path)
    if isinstance(detail, bagit.UnexpectedFile):
        return Fault("added", path)
    return Fault("invalid", path)


def _inventory(folder: Path) -> tuple[dict[str, Any], list[Fault]]:
    """The inventory, and where it says something else than what is there."""
    data = folder / "data"
    try:
        told = read_inventory((data / "inventory.json").read_bytes())
    except (OSError, ValueError):
        return {}, [Fault("no_inventory")]
    faults = []
    for line in told["lines"]:
        for each in line["files"]:
            path = data / PurePosixPath(each["path"])
            if not _below(path, data) or not path.is_file():
                faults.append(Fault("not_there", each["path"]))
            elif _sha256(path) != each["sha256"]:
                faults.append(Fault("not_as_listed", each["path"]))
    return told, faults


def _unpack(path: Path, folder: Path, most_bytes: int | None) -> Fault | None:
    """Unpacks a ZIP into a folder, and nothing outside it."""
    with zipfile.ZipFile(path) as packed:
        entries = packed.infolist()
        size = sum(entry.file_size for entry in entries)
        if most_bytes is not None and size > most_bytes:
            return Fault("too_large")
        for entry in entries:
            link = entry.external_attr >> 16 & 0o170000 not in (0, _READABLE, 0o040000)
            if link or not _below(folder / entry.filename, folder):
                return Fault("unsafe", entry.filename)
        packed.extractall(folder)
    return None


def _below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    for chunk in chunks_of(path):
        digest.update(chunk)
    return digest.hexdigest()
