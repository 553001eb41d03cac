"""Running the expressions on a backend, and holding what they counted of one community."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linli.evaluation.engine import expressions, finishing
from linli.evaluation.engine.cells import Calendar, Ground, Measure, draw_cells, ground_of
from linli.evaluation.engine.evidence import evidence
from linli.evaluation.engine.table import DDL, TABLE
from linli.evaluation.periods import Period

if TYPE_CHECKING:
    import pyarrow as pa

    from linli.evaluation.definitions import Indicator

MEMORY = "512MB"
"""What the engine may take; beyond that it uses its own temporary file."""

Row = dict[str, Any]
Cell = tuple[str, str]
"""A measure's name and a period's key."""

Run = Callable[[Any], "pa.Table"]
"""Runs an expression and gives its rows."""

WAYS: Sequence[tuple[frozenset[str], Callable[[Ground, Sequence[Measure], Calendar], Any]]] = (
    (frozenset({"count", "sum", "ratio_of_sums"}), expressions.totals),
    (frozenset({"distinct"}), expressions.distincts),
    (frozenset({"distinct_within"}), expressions.distincts_within),
    (frozenset({"share_at_least"}), expressions.regulars),
    (frozenset({"kinds_each"}), expressions.varieties),
    (frozenset({"kinds_present"}), expressions.presences),
)
"""Which expression counts which measures over all months of a period."""


@dataclass(frozen=True)
class Counts:
    """All that was counted of one community. A cell that is not there had no row."""

    cells: Mapping[Cell, finishing.Count] = field(default_factory=dict)
    first_month: Mapping[str, int] = field(default_factory=dict)
    evidence: Sequence[Row] = ()


def count_all(
    backend: Any,
    measures: Sequence[Measure],
    periods: Sequence[Period],
    *,
    until: date,
    rows: Sequence["Indicator"] = (),
    kinds_of: Sequence[tuple[str, str]] = (),
    evidence_months: Mapping[str, Sequence[int]] | None = None,
) -> Counts:
    """Runs every expression that has something to count on an Ibis backend with the fact table of
    one community.

    `until`: the last day read, on which the stocks of periods still running are taken. `rows`: the
    indicators, for those that compare groups of residents.
    """
    facts = backend.table(TABLE)
    ground = ground_of(facts, measures, draw_cells(facts))
    present = until.year * 100 + until.month
    calendar = {
        period.key: [month for month in period.months() if month <= present] for period in periods
    }
    calendar = {key: months for key, months in calendar.items() if months}
    cells: dict[Cell, finishing.Count] = {}
    for table in count_each_way(backend.to_pyarrow, ground, measures, calendar, rows):
        for row in table.to_pylist():
            cell = row["measure"], row["period"]
            cells[cell] = row["n"], row["numerator"], row["denominator"]
    begun = backend.to_pyarrow(expressions.beginnings(ground)).to_pylist()
    return Counts(
        cells=cells,
        first_month={row["kind"]: row["first"] for row in begun},
        evidence=_gather(backend, facts, kinds_of, evidence_months or {}),
    )


def count_each_way(
    run: Run,
    ground: Ground,
    measures: Sequence[Measure],
    calendar: Calendar,
    rows: Sequence["Indicator"],
) -> Iterator["pa.Table"]:
    """What every way of counting found, in the one shape, way by way."""
    ends = {key: [max(months)] for key, months in calendar.items()}

    def asked(ways: Iterable[str]) -> list[Measure]:
        return [measure for measure in measures if measure.by in ways]

    for ways, expression in WAYS:
        if wanted := asked(ways):
            yield run(expression(ground, wanted, calendar))
    if wanted := asked({"last"}):
        yield run(expressions.standing(ground, wanted, ends))
    if wanted := asked({"median"}):
        yield finishing.medians(run(expressions.histograms(ground, wanted, calendar)))
    if wanted := asked({"parity"}):
        yield _parities(run, ground, measures, calendar, rows)


def _parities(
    run: Run,
    ground: Ground,
    measures: Sequence[Measure],
    calendar: Calendar,
    rows: Sequence["Indicator"],
) -> "pa.Table":
    ends = {key: [max(months)] for key, months in calendar.items()}
    wanted = [measure for measure in measures if measure.by == "parity"]
    names = {f"{measure.name}/against" for measure in wanted}
    against = [measure for measure in measures if measure.name in names]
    stood = run(expressions.standing(ground, against, ends)).to_pylist() if against else []
    populations = {
        (row["community"], row["measure"].removesuffix("/against"), row["period"]): row["numerator"]
        for row in stood
    }
    return finishing.parities(
        {row.key: row for row in rows},
        run(expressions.reached(ground, wanted, calendar)).to_pylist(),
        run(expressions.group_sizes(ground, ends)).to_pylist(),
        populations,
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


def _gather(
    backend: Any,
    facts: Any,
    kinds_of: Sequence[tuple[str, str]],
    months: Mapping[str, Sequence[int]],
) -> list[Row]:
    if not months:
        return []
    by_kind, together = (
        backend.to_pyarrow(each).to_pylist() for each in evidence(facts, kinds_of, months)
    )
    return [*by_kind, *({**row, "kind": ""} for row in together)]
