"""Where things lie in the store, and putting a file in its place whole."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

UNFINISHED = ".unfinished"
"""Ends the name of a file that is still being written; readers never look at one."""

SPILL = "linli-evaluate-"
"""Begins the name of a folder into which a roll-up puts what its memory cannot hold."""


@dataclass(frozen=True, slots=True)
class Store:
    """One instance's store: `facts/month=2026-11/<code>.parquet` and what is made of them.

    A file may hold several communities, as long as the files of one name hold the same ones in
    every month.
    """

    root: Path

    @classmethod
    def of(cls, data: Path) -> "Store":
        """The store in an instance's data folder (`LINLI_DATA`)."""
        return cls(Path(data) / "facts")

    @property
    def places(self) -> Path:
        """The tree of divisions as it was when the store was last kept."""
        return self.root / "places.parquet"

    def month(self, month: int) -> Path:
        """The folder of a month's facts (month as 202611)."""
        return self.root / f"month={month // 100:04}-{month % 100:02}"

    def partition(self, code: str, month: int) -> Path:
        """A community's facts of one month."""
        return self.month(month) / f"{code}.parquet"

    def estimates(self, code: str) -> Path:
        """What samples answered in a community."""
        return self.root / "estimates" / f"{code}.parquet"

    def cells(self, month: int) -> Path:
        """The folder of a month's cells, made from its facts."""
        return self.root / "cells" / self.month(month).name

    def cells_note(self, month: int) -> Path:
        """Of which facts a month's cells were made."""
        return self.cells(month).with_name(f"{self.month(month).name}.of")

    def drop_spill(self) -> None:
        """Takes away what roll-ups put on the disk and, stopped, left there."""
        for folder in self.root.glob(f"{SPILL}*"):
            shutil.rmtree(folder, ignore_errors=True)

    def values(self, period: str) -> Path:
        """The folder of a period's values."""
        return self.root / "values" / period

    def months(self) -> list[int]:
        """The months that have facts, the earliest first."""
        found = (path.name.removeprefix("month=") for path in self.root.glob("month=????-??"))
        return sorted(int(name.replace("-", "")) for name in found)

    def files(self, month: int) -> list[Path]:
        """A month's files, by name."""
        return sorted(self.month(month).glob("*.parquet"))


@contextmanager
def held(store: Store, name: str) -> Iterator[None]:
    """Keeps other writers of the same name away, in this process and any other."""
    folder = store.root / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def put_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Has a file written beside its place, made durable, and put there in one step: a reader sees
    the former one or this one, never half of either."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.parent / f".{path.name}.{uuid4().hex}{UNFINISHED}"
    try:
        write(fresh)
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
