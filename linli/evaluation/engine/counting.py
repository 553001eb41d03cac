"""Running the expressions on a backend, and holding what they counted."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linli.evaluation.engine import expressions
from linli.evaluation.engine.expressions import Measure
from linli.evaluation.engine.table import DDL, TABLE
from linli.evaluation.periods import Period

if TYPE_CHECKING:
    import pyarrow as pa

MEMORY = "512MB"
"""What the engine may take; beyond that it uses its own temporary file."""

Row = dict[str, Any]
Cell = tuple[str, str]
"""A measure's name and a period's key."""


@dataclass(frozen=True)
class Counts:
    """All that was counted. A cell that is not there had no row."""

    totals: Mapping[Cell, Row] = field(default_factory=dict)
    distincts: Mapping[Cell, Row] = field(default_factory=dict)
    regulars: Mapping[Cell, Row] = field(default_factory=dict)
    histograms: Mapping[Cell, Mapping[int, int]] = field(default_factory=dict)
    standing: Mapping[Cell, Row] = field(default_factory=dict)
    first_month: Mapping[str, int] = field(default_factory=dict)
    evidence: Sequence[Row] = ()


def count_all(
    backend: Any,
    measures: Sequence[Measure],
    periods: Sequence[Period],
    *,
    until: date,
    kinds_of: Sequence[tuple[str, str]] = (),
    evidence_months: Mapping[str, Sequence[int]] | None = None,
) -> Counts:
    """Runs every expression that has something to count on an Ibis backend with the fact table.

    `until`: the last day read, on which the stocks of periods still running are taken.
    """
    facts = backend.table(TABLE)
    present = until.year * 100 + until.month
    calendar = {period.key: list(period.months()) for period in periods}
    ends = {
        key: [max(month for month in months if month <= present)]
        for key, months in calendar.items()
    }

    def run(expression: Any) -> list[Row]:
        rows: list[Row] = backend.to_pyarrow(expression).to_pylist()
        return rows

    def ask(ways: set[str], expression: Any, months: Any) -> list[Row]:
        asked = [measure for measure in measures if measure.by in ways]
        return run(expression(facts, asked, months)) if asked else []

    histograms: dict[Cell, dict[int, int]] = {}
    for row in ask({"median"}, expressions.histograms, calendar):
        cell = histograms.setdefault((row["measure"], row["period"]), {})
        cell[row["part"]] = row["n"]
    return Counts(
        totals=_by_cell(ask({"count", "sum", "ratio_of_sums"}, expressions.totals, calendar)),
        distincts=_by_cell(ask({"distinct"}, expressions.distincts, calendar)),
        regulars=_by_cell(ask({"share_at_least"}, expressions.regulars, calendar)),
        histograms=histograms,
        standing=_by_cell(ask({"last"}, expressions.standing, ends)),
        first_month={row["kind"]: row["first"] for row in run(expressions.beginnings(facts))},
        evidence=_gather(facts, run, kinds_of, evidence_months or {}),
    )


@contextmanager
def fact_table(batches: Iterable["pa.RecordBatch"]) -> Iterator[Any]:
    """A DuckDB that holds the facts, in a temporary file of its own that is gone afterwards.

    It never opens the instance's database: facts come through Django, as Arrow.
    """
    import ibis
    import pyarrow as pa

    with tempfile.TemporaryDirectory(prefix="linli-facts-") as folder:
        backend = ibis.duckdb.connect(
            Path(folder) / "facts.duckdb", memory_limit=MEMORY, threads=2, temp_directory=folder
        )
        try:
            backend.con.execute(DDL)
            for batch in batches:
                backend.con.register("batch", pa.Table.from_batches([batch]))
                backend.con.execute(f"INSERT INTO {TABLE} SELECT * FROM batch")  # noqa: S608
                backend.con.unregister("batch")
            yield backend
        finally:
            backend.disconnect()


def _by_cell(rows: Iterable[Row]) -> dict[Cell, Row]:
    return {(row["measure"], row["period"]): row for row in rows}


def _gather(
    facts: Any,
    run: Any,
    kinds_of: Sequence[tuple[str, str]],
    months: Mapping[str, Sequence[int]],
) -> list[Row]:
    if not months:
        return []
    by_kind, together = expressions.evidence(facts, kinds_of, months)
    return [*run(by_kind), *({**row, "kind": ""} for row in run(together))]
