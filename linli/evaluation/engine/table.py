"""The table of facts: built from a stream in batches, so that a long one needs no more memory."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from linli.evaluation.engine.cells import OF_GROUP
from linli.lib.facts import Fact

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 20_000
"""Facts a batch."""

TABLE = "facts"

COLUMNS = (
    ("community", "string", "VARCHAR"),
    ("month", "int32", "INTEGER"),
    ("on", "date32", "DATE"),
    ("kind", "string", "VARCHAR"),
    ("field", "string", "VARCHAR"),
    ("standard", "string", "VARCHAR"),
    ("part", "int64", "BIGINT"),
    ("whole", "int64", "BIGINT"),
    ("person", "string", "VARCHAR"),
    ("household", "string", "VARCHAR"),
    ("record", "string", "VARCHAR"),
)
"""Name, Arrow's type, SQL's type."""

_COLUMN_LIST = ", ".join(f'"{name}" {sql}' for name, _arrow, sql in COLUMNS)
DDL = f"CREATE TABLE {TABLE} ({_COLUMN_LIST})"
INDEX = f"CREATE INDEX facts_kind ON {TABLE} (kind)"
"""SQLite takes hours over a join without it."""


def rows_of(fact: Fact) -> Iterator[tuple[Any, ...]]:
    """A fact as a row of the table; one that names several groups of residents as a row a group,
    so that no expression need take a text apart."""
    fields = (fact.field or "").split() if fact.kind == OF_GROUP else (fact.field,)
    for field in fields:
        yield (
            fact.community,
            fact.on.year * 100 + fact.on.month,
            fact.on,
            fact.kind,
            field,
            fact.standard,
            fact.part,
            fact.whole,
            fact.person,
            fact.household,
            fact.record.hex if fact.record else None,
        )


def schema() -> "pa.Schema":
    """The table's columns in Arrow's types."""
    import pyarrow as pa

    return pa.schema([(name, getattr(pa, arrow)()) for name, arrow, _sql in COLUMNS])


def batches(facts: Iterable[Fact], size: int = BATCH) -> Iterator["pa.RecordBatch"]:
    """The facts as Arrow batches of about `size` rows."""
    columns = schema()
    rows: list[tuple[Any, ...]] = []
    for fact in facts:
        rows += rows_of(fact)
        if len(rows) >= size:
            yield _batch(rows, columns)
            rows = []
    if rows:
        yield _batch(rows, columns)


def _batch(rows: list[tuple[Any, ...]], schema: "pa.Schema") -> "pa.RecordBatch":
    import pyarrow as pa

    columns = zip(*rows, strict=True)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
