"""What is drawn from the facts before anything is asked of them: cells, and what cells cannot tell.

A cell is all rows of one kind and field in one community and month. Whatever adds up is added up
from cells; different people, stocks and medians need their rows, and only of the kinds that some
measure asks such a thing of.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir

Calendar = Mapping[str, Sequence[int]]
"""The months (202611) of each period, by the period's key."""

OF_GROUP, IN_GROUP = "people.of_group", "people.in_group"
"""Which groups a resident belongs to, one row a group; and how many people a group has."""

CELL = ("community", "month", "kind", "field")
PEOPLE_WAYS = frozenset({"distinct", "distinct_within", "share_at_least", "kinds_each", "parity"})
EXACT = "decimal(38,0)"


@dataclass(frozen=True, slots=True)
class Measure:
    """One count that is wanted: a numerator, or what it is measured against."""

    name: str
    by: str
    kinds: tuple[str, ...]
    field: str = ""
    of: str = "person"
    times: int = 0
    within: str = ""


@dataclass(frozen=True)
class Ground:
    """The tables the expressions read, of one community or of many."""

    cells: Any
    people: Any
    belonging: Any
    stocks: Any
    parts: Any


def ground_of(facts: "ir.Table", measures: Collection[Measure], cells: Any = None) -> Ground:
    """All of it, drawn from the facts; `cells` where others are wanted than those of the kinds
    that are measured."""
    measured = {kind for measure in measures for kind in measure.kinds}
    named = any(measure.within or measure.by == "parity" for measure in measures)
    stocks = {*_kinds(measures, {"last"}), *((IN_GROUP,) if named else ())}
    return Ground(
        cells=draw_cells(_of_kinds(facts, measured)) if cells is None else cells,
        people=draw_people(facts, _kinds(measures, PEOPLE_WAYS)),
        belonging=draw_belonging(facts),
        stocks=draw_stocks(facts, stocks),
        parts=draw_parts(facts, _kinds(measures, {"median"})),
    )


def draw_cells(facts: "ir.Table") -> Any:
    """Rows, sum of parts, and parts and wholes of the rows that have a whole."""
    told = facts.mutate(field=facts.field.fill_null(""))
    has_whole = told.whole.notnull()
    cells = told.group_by(CELL).agg(
        n=told.count(),
        part=told.part.sum(),
        shares=told.count(where=has_whole),
        share_part=told.part.sum(where=has_whole),
        whole=told.whole.sum(),
    )
    return cells.select(
        *CELL,
        "n",
        part=whole_number(cells.part),
        shares=cells.shares,
        share_part=whole_number(cells.share_part),
        whole=whole_number(cells.whole),
    )


def draw_people(facts: "ir.Table", kinds: Collection[str]) -> Any:
    """Which persons and households there were behind each row, if any were known."""
    told = _of_kinds(facts, kinds)
    return told.select(
        "community", "month", "kind", "person", "household", field=told.field.fill_null("")
    )


def draw_belonging(facts: "ir.Table") -> Any:
    """Which group each resident was told to belong to, and on which day."""
    told = _of_kinds(facts, {OF_GROUP})
    told = told.filter(told.person.notnull())
    return told.select("community", "month", "on", "person", code=told.field)


def draw_stocks(facts: "ir.Table", kinds: Collection[str]) -> Any:
    """How stocks stood on each day they were told."""
    told = _of_kinds(facts, kinds)
    told = told.mutate(field=told.field.fill_null(""))
    days = told.group_by([*CELL, "on"]).agg(n=told.count(), part=told.part.sum())
    return days.select(*CELL, "on", "n", part=whole_number(days.part))


def draw_parts(facts: "ir.Table", kinds: Collection[str]) -> Any:
    """How often each part occurs."""
    told = _of_kinds(facts, kinds)
    told = told.mutate(field=told.field.fill_null(""))
    return told.group_by([*CELL, "part"]).agg(n=told.count())


def whole_number(total: Any) -> Any:
    """A sum as a whole number of 64 bits. By way of a decimal, since a sum of whole numbers has
    by name the type it is cast to, and the cast would be left out; two backends sum into wider
    ones, and one of these is written to Parquet as a float."""
    return total.cast(EXACT).cast("int64")


def months_table(calendar: Calendar) -> Any:
    """Every month of every period."""
    import ibis

    rows = [(month, period) for period, months in calendar.items() for month in months]
    return ibis.memtable(columns(rows, ("month", "period")))


def columns(rows: Sequence[tuple[Any, ...]], names: Sequence[str]) -> Any:
    """Rows as an Arrow table."""
    import pyarrow as pa

    arrays = []
    for column in zip(*rows, strict=True) if rows else [("",)] * len(names):
        kind = pa.int32() if isinstance(column[0], int) else pa.string()
        arrays.append(pa.array(column, kind))
    return pa.table(dict(zip(names, arrays, strict=True))).slice(0, len(rows))


def _of_kinds(facts: "ir.Table", kinds: Collection[str]) -> Any:
    return facts.filter(facts.kind.isin(sorted(kinds) or [""]))


def _kinds(measures: Collection[Measure], ways: Collection[str]) -> set[str]:
    return {kind for measure in measures if measure.by in ways for kind in measure.kinds}
