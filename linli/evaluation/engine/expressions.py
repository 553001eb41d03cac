"""The expressions, one for each way of counting; each counts all its indicators at once.

House rules, each for a backend that answered wrongly or not at all: nothing is divided (integers
divided after a join were truncated on PostgreSQL), truth is counted and never cast, no window
functions, and the fact table is indexed by kind where the backend has indexes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir


Calendar = Mapping[str, Sequence[int]]
"""The months (202611) of each period, by the period's key."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One count that is wanted: a numerator, or what it is measured against."""

    name: str
    by: str
    kinds: tuple[str, ...]
    field: str = ""
    of: str = "person"
    times: int = 0


def totals(facts: "ir.Table", measures: Sequence[Measure], calendar: Calendar) -> Any:
    """Rows, sum of parts, and parts and wholes of the rows that have a whole."""
    chosen = _choose(facts, measures, calendar)
    return chosen.group_by(["measure", "period"]).agg(
        n=chosen.count(),
        part=chosen.part.sum(),
        shares=chosen.count(where=chosen.whole.notnull()),
        share_part=chosen.part.sum(where=chosen.whole.notnull()),
        whole=chosen.whole.sum(),
    )


def distincts(facts: "ir.Table", measures: Sequence[Measure], calendar: Calendar) -> Any:
    """How many different persons and households; each once, however often."""
    chosen = _choose(facts, measures, calendar)
    return chosen.group_by(["measure", "period"]).agg(
        n=chosen.count(),
        persons=chosen.person.nunique(),
        households=chosen.household.nunique(),
    )


def regulars(facts: "ir.Table", measures: Sequence[Measure], calendar: Calendar) -> Any:
    """Of the different persons, how many in `times` or more different months."""
    chosen = _choose(facts, measures, calendar)
    told_apart = chosen.filter(chosen.person.notnull())
    each = told_apart.group_by(["measure", "period", "times", "person"]).agg(
        months=told_apart.month.nunique()
    )
    return each.group_by(["measure", "period"]).agg(
        persons=each.count(), regular=each.count(where=each.months >= each.times)
    )


def histograms(facts: "ir.Table", measures: Sequence[Measure], calendar: Calendar) -> Any:
    """How often each part occurs: what an exact median is taken of."""
    chosen = _choose(facts, measures, calendar)
    return chosen.group_by(["measure", "period", "part"]).agg(n=chosen.count())


def standing(facts: "ir.Table", measures: Sequence[Measure], calendar: Calendar) -> Any:
    """A stock as it was last told: the calendar names the last month of each period only."""
    chosen = _choose(facts, measures, calendar)
    latest = chosen.group_by(["measure", "period", "kind"]).agg(latest=chosen["on"].max())
    keys = ["measure", "period", "kind"]
    told = chosen.join(latest, keys)
    told = told.filter(told["on"] == told.latest)
    return told.group_by(["measure", "period"]).agg(n=told.count(), part=told.part.sum())


def beginnings(facts: "ir.Table") -> Any:
    """The first month in which each kind of fact had a row."""
    return facts.group_by("kind").agg(first=facts.month.min())


def evidence(
    facts: "ir.Table", kinds_of: Sequence[tuple[str, str]], calendar: Calendar
) -> tuple[Any, Any]:
    """What stands behind each criterion: by kind of fact, and each record once over all kinds.

    `kinds_of`: kind and criterion, where every fact of the kind is evidence for it; besides, a
    fact may name its criterion itself.
    """
    import ibis

    wide = facts.select("month", "on", "kind", "record", criterion=facts.standard)
    told = wide.filter(wide.criterion != "")
    if kinds_of:
        of_kind = ibis.memtable(_columns(kinds_of, ("kind", "criterion")))
        by_kind = facts.join(of_kind, "kind")
        told = told.union(
            by_kind.select("month", "on", "kind", "record", "criterion"), distinct=False
        )
    told = told.join(_months(calendar), "month")
    counted = {
        "records": told.record.nunique() + told.count(where=told.record.isnull()),
        "latest": told["on"].max(),
    }
    return (
        told.group_by(["criterion", "period", "kind"]).agg(**counted),
        told.group_by(["criterion", "period"]).agg(**counted),
    )


def _choose(facts: "ir.Table", measures: Sequence[Measure], calendar: Calendar) -> Any:
    """The facts each measure reads, once for each period they lie in."""
    import ibis

    rows = [
        (measure.name, kind, measure.field, measure.times)
        for measure in measures
        for kind in measure.kinds
    ]
    wanted = ibis.memtable(_columns(rows, ("measure", "kind", "wanted_field", "times")))
    chosen = facts.join(wanted, "kind")
    chosen = chosen.filter((chosen.wanted_field == "") | (chosen.wanted_field == chosen.field))
    return chosen.join(_months(calendar), "month")


def _months(calendar: Calendar) -> Any:
    import ibis

    rows = [(month, period) for period, months in calendar.items() for month in months]
    return ibis.memtable(_columns(rows, ("month", "period")))


def _columns(rows: Sequence[tuple[Any, ...]], names: Sequence[str]) -> Any:
    import pyarrow as pa

    arrays = []
    for column in zip(*rows, strict=True):
        kind = pa.int32() if isinstance(column[0], int) else pa.string()
        arrays.append(pa.array(column, kind))
    return pa.table(dict(zip(names, arrays, strict=True)))
