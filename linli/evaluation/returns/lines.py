"""The rows of a return: the same in the CSV, in the Parquet and in the tables of this house."""

import csv
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from linli.evaluation.definitions import Indicator

COLUMNS = (
    "community", "indicator", "version", "period", "numerator", "denominator", "n", "se", "status",
)  # fmt: skip

TOLD, TOO_FEW, HIDDEN = "told", "too_few", "hidden"
STATUSES = (TOLD, TOO_FEW, HIDDEN, "no_records", "no_register")
"""`told`: the value; `too_few`: the counts, too small to be read as a rate; `hidden`: there is a
value and it is not told; the others: there is none, and why. Nothing of this is a nought."""

WITH_VALUE = (TOLD, TOO_FEW)


class NotALine(ValueError):
    """A row that does not hold what its heading says; `row` counts from 1 below the heading."""

    def __init__(self, row: int) -> None:
        super().__init__(f"row {row}")
        self.row = row


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator in one period. `period`: `2026`, `2026Q3`, `2026-11`."""

    community: str
    indicator: str
    version: int
    period: str
    numerator: int | None
    denominator: int | None
    n: int | None
    se: float | None
    status: str

    @property
    def has_value(self) -> bool:
        return self.numerator is not None and self.denominator is not None

    def as_row(self) -> list[Any]:
        """In the order of the columns."""
        return [getattr(self, name) for name in COLUMNS]


def may_be_negative(row: Indicator) -> bool:
    """Whether it is a difference of two shares asked of a sample, which may be below nought."""
    return row.aggregator == "survey" and row.unit == "points"


def as_csv(lines: Iterable[Line]) -> bytes:
    """UTF-8, comma, LF, a heading; nothing is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(line.as_row() for line in lines)
    return text.getvalue().encode()


def as_parquet(lines: Sequence[Line]) -> bytes:
    """The same rows as one Parquet table."""
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table(
        {
            name: pa.array([getattr(line, name) for line in lines], type=kind)
            for name, kind in _kinds(pa).items()
        }
    )
    sink = io.BytesIO()
    parquet.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def from_csv(content: bytes) -> list[Line]:
    """The rows. Raises UnicodeDecodeError for another encoding, `NotALine` for a row that is
    none (row 0: the heading, or the file as a whole)."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    except csv.Error:
        raise NotALine(0) from None
    if not rows or tuple(rows[0]) != COLUMNS:
        raise NotALine(0)
    return [_read(number, row) for number, row in enumerate(rows[1:], 1)]


def rows_in_parquet(content: bytes) -> int:
    """How many rows its end says it has; nothing of them is read. Raises `NotALine`."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        return int(parquet.read_metadata(pa.BufferReader(content)).num_rows)
    except (pa.ArrowException, OSError, ValueError):
        raise NotALine(0) from None


def from_parquet(content: bytes) -> list[Line]:
    """The rows. Raises `NotALine` where it is no such table."""
    import pyarrow as pa
    from pyarrow import parquet

    kinds = _kinds(pa)
    try:
        file = parquet.ParquetFile(pa.BufferReader(content))
        schema = file.schema_arrow
        if tuple(schema.names) != COLUMNS or any(
            schema.field(name).type != kind for name, kind in kinds.items()
        ):
            raise NotALine(0)
        rows = file.read().to_pylist()
    except (pa.ArrowException, OSError, ValueError):
        raise NotALine(0) from None
    return [
        _check(number, Line(**{name: each[name] for name in COLUMNS}))
        for number, each in enumerate(rows, 1)
    ]


def _read(number: int, row: list[str]) -> Line:
    if len(row) != len(COLUMNS):
        raise NotALine(number)
    given = dict(zip(COLUMNS, row, strict=True))
    try:
        return _check(
            number,
            Line(
                community=given["community"],
                indicator=given["indicator"],
                version=int(given["version"]),
                period=given["period"],
                numerator=_whole(given["numerator"]),
                denominator=_whole(given["denominator"]),
                n=_whole(given["n"]),
                se=float(given["se"]) if given["se"] else None,
                status=given["status"],
            ),
        )
    except (ValueError, TypeError):
        raise NotALine(number) from None


_LARGEST = 2**62


def _check(number: int, line: Line) -> Line:
    words = (line.community, line.indicator, line.period, line.status)
    if any(each is None or not each.isascii() for each in words) or line.version is None:
        raise NotALine(number)
    valued = line.status in WITH_VALUE
    fits = (
        line.status in STATUSES
        and 0 < len(line.indicator) <= 8
        and line.indicator.isalnum()
        and (line.numerator is not None) == valued
        and (line.denominator is not None) == valued
        and (line.n is None or (valued and 0 <= line.n < _LARGEST))
        and (line.se is None or (valued and math.isfinite(line.se) and line.se >= 0))
        and (not valued or (line.denominator or 0) > 0)
        and all(abs(each or 0) < _LARGEST for each in (line.numerator, line.denominator))
        and 0 < line.version < 2**15
    )
    if not fits:
        raise NotALine(number)
    return line


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _kinds(pa: Any) -> dict[str, Any]:
    whole, words = pa.int64(), pa.string()
    return {
        "community": words, "indicator": words, "version": pa.int16(), "period": words,
        "numerator": whole, "denominator": whole, "n": whole, "se": pa.float64(), "status": words,
    }  # fmt: skip
