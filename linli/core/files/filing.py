"""What the rooms hand to the archive: their series, the pieces that are settled, their papers.

    declare(
        Series(
            "elections.file",
            title=_("选举的全套文件"),
            part="elections",
            term=PERMANENT,
            access=INSTITUTION,
            settled=settled_elections,
            documents=papers_of_election,
        )
    )

A room declares its series in its own `filing.py`, imported by its `AppConfig.ready`. Who files,
keeps, appraises and shows lies above and knows no room: it meets keys, ids and bytes.
"""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.core.serializers.json import DjangoJSONEncoder

from linli.core.audit.closed import kind_is_closed

PERMANENT, LONG, SHORT = "permanent", "long", "short"
"""How long: for ever, or a long or a short term whose years the law pack of the day says."""

OPEN, INSTITUTION, CONFIDENTIAL = "open", "institution", "confidential"
"""Who may know: everybody; those who work for the residents' bodies; whoever it is entrusted to."""

FIXED = (2026, 1, 1, 0, 0, 0)
"""The time stamped on every entry of a packed file, so that the same papers have the same bytes."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paper of a file."""

    name: str
    title: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def size(self) -> int:
        return len(self.content)


@dataclass(frozen=True, slots=True)
class Piece:
    """What is filed as one item (件): a settled row, and the day it is of. Its title names no
    resident. `term` and `access`: where this piece differs from its series."""

    owner: UUID
    kind: str
    title: str
    on: date
    term: str = ""
    access: str = ""

    def __post_init__(self) -> None:
        if kind_is_closed(self.kind):
            raise ValueError(f"{self.kind} is closed: the archive's lists would name it")


Settled = Callable[[Any, date, date], Iterable[Piece]]
Papers = Callable[[Any, UUID], Iterable[Document]]
Held = Callable[[Any, UUID], bool]


@dataclass(frozen=True)
class Series:
    """One sort of file a room makes. `part`: the class of the filing plan it belongs to.

    `settled(community, since, until)` names what was settled in that span (both days included);
    `documents(community, owner)` gives its papers, in order, the same rows the same bytes.
    `readers`: the posts that may read them, where not all who work with the archive may.
    `held(community, owner)`: whether a quarrel about it still runs, beside the clocks.
    """

    key: str
    title: Any
    part: str
    term: str
    access: str
    settled: Settled
    documents: Papers
    readers: tuple[str, ...] = ()
    held: Held | None = None

    def __post_init__(self) -> None:
        assert self.term in (PERMANENT, LONG, SHORT), self.term
        assert self.access in (OPEN, INSTITUTION, CONFIDENTIAL), self.access


_SERIES: dict[str, Series] = {}


def declare(series: Series) -> None:
    """Called by a room's `filing.py`. A key has one series."""
    assert _SERIES.get(series.key, series) == series, f"two series are called {series.key}"
    _SERIES[series.key] = series


def all_series() -> tuple[Series, ...]:
    """Every series declared, by key."""
    return tuple(_SERIES[key] for key in sorted(_SERIES))


def series_called(key: str) -> Series | None:
    """The series of that key; None where its room is not there."""
    return _SERIES.get(key)


def id_of_year(community: UUID, key: str, year: int) -> UUID:
    """The id of what is no row but a year's register: the same each time it is asked for."""
    return uuid5(community, f"{key}:{year}")


def index_of(documents: Sequence[Document]) -> bytes:
    """The index: number, name, title, size, hash. Its own hash is that of the file."""
    return index_from((each.name, each.title, each.size, each.sha256) for each in documents)


def index_from(rows: Iterable[tuple[str, str, int, str]]) -> bytes:
    """The same from what is known of the papers: name, title, size, hash of each."""
    numbered = ((place, *row) for place, row in enumerate(rows, 1))
    return as_table(("number", "name", "title", "bytes", "sha256"), numbered)


def digest(documents: Sequence[Document]) -> str:
    """The hash of the file: that of its index."""
    return hashlib.sha256(index_of(documents)).hexdigest()


def pack(documents: Sequence[Document]) -> bytes:
    """The file as one ZIP, the index first."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("00-index.csv", FIXED), index_of(documents))
        for each in documents:
            entry = zipfile.ZipInfo(each.name, FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, each.content)
    return written.getvalue()


def as_table(heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows as CSV that a table program opens: with a mark of its encoding, without formulas."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(heading)
    lines.writerows([_plain(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def as_data(content: Any) -> bytes:
    """Plain values as JSON, the same values the same bytes."""
    return json.dumps(
        content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1, sort_keys=True
    ).encode()


def _plain(cell: Any) -> Any:
    """A cell as a table program reads it, and never as a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
