"""A table that has been read: which column is which, and its rows as values or problems."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from linli.lib.tables.body import Row, Skipped, read_body
from linli.lib.tables.delimited import Record
from linli.lib.tables.fields import Column, Field, Match
from linli.lib.tables.heading_rows import Heading
from linli.lib.tables.problems import Problem
from linli.lib.tables.sentences import FATAL
from linli.lib.tables.workbook import Range


class Source(Protocol):
    """What a file gives: its records, again at every call, and its merged cells."""

    kind: str
    worksheet: str
    encoding: str
    delimiter: str

    def records(self) -> Iterator[Record]: ...

    def merged_ranges(self) -> Sequence[Range]: ...


@dataclass(slots=True)
class Sheet:
    """One table of a user's file.

    `problems` concern the file and its heading; while one of them is fatal (`readable` is
    False) there are no rows. `mapping` says which column was taken for which field and how
    surely, `unused` which columns were not, `missing` which required fields have no column.
    `total` counts the filled rows under the heading. `skipped` fills while rows are read.
    """

    filename: str
    fields: Sequence[Field]
    source: Source | None = None
    heading: Heading | None = None
    mapping: Mapping[str, Match] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    total: int = 0
    other_worksheets: tuple[str, ...] = ()
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        return self.source is not None and not any(p.code in FATAL for p in self.problems)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.heading.columns if self.heading else ()

    @property
    def unused(self) -> tuple[Column, ...]:
        taken = {match.column.index for match in self.mapping.values()}
        return tuple(c for c in self.columns if c.heading and c.index not in taken)

    @property
    def worksheet(self) -> str:
        """The name of the sheet inside a workbook, empty for CSV."""
        return self.source.worksheet if self.source else ""

    def rows(self) -> Iterator[Row]:
        """Every record, in order, each with all its problems; may be called again."""
        self.skipped.clear()
        if not self.readable or self.source is None or self.heading is None:
            return iter(())
        asked = [(f, self.mapping[f.name].column) for f in self.fields if f.name in self.mapping]
        return read_body(
            self.source.records,
            self.source.merged_ranges(),
            self.heading,
            asked,
            self.skipped,
            delimited=self.source.kind == "csv",
            worksheet=self.source.worksheet,
        )

    def batches(self, size: int = 1000) -> Iterator[list[Row]]:
        """Rows in lists of at most `size`, for writing to a database piece by piece."""
        rows = self.rows()
        while batch := list(islice(rows, size)):
            yield batch
