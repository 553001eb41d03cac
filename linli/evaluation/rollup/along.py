"""A month or quarter beside its year: where a hidden one could be had back from the others."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.evaluation.engine import expressions, rollup
from linli.evaluation.engine.cells import Ground
from linli.evaluation.engine.values import measures_of
from linli.evaluation.levels.within_year import hidden_of
from linli.evaluation.periods import Period, period_of, read_period
from linli.evaluation.rollup.engines import Engine
from linli.evaluation.rollup.running import Asked


@dataclass(frozen=True, slots=True)
class Part:
    """A community's value of one period of the year."""

    pk: str
    period_kind: str
    starts: date
    n: int
    numerator: int | None
    denominator: int | None
    suppressed: bool = False


def hidden_along(
    asked: Asked, engine: Engine, definitions: Any, floors: Any
) -> set[tuple[str, str]]:
    """The communities and measures whose value of the period is hidden beside the year and its
    other months: as at the desk, from all periods of the year that the store knows of. Of a year
    there are none, since its months give way to it."""
    rows = {row.key: row for row in asked.rows if row.is_counted and row.adds_up and row.floor}
    if asked.period.kind == "year" or not rows:
        return set()
    folder = asked.work / "year"
    engine.keep(_whole_year(asked, engine, tuple(rows.values()), definitions, floors), folder)
    told = engine.read([folder])
    away = set()
    for key, row in rows.items():
        own = told.filter(told.measure == key)
        small = own.filter(own.hidden == 1).select("place").distinct()
        groups: dict[tuple[str, int], list[Part]] = defaultdict(list)
        for each in engine.run(own.join(small, "place")).to_pylist():
            period = read_period(each["period"])
            assert period is not None
            groups[each["place"], each["local"]].append(
                Part(period.key, period.kind, period.starts, each["n"], each["numerator"],
                     each["denominator"])
            )  # fmt: skip
        for (place, floor), parts in groups.items():
            if hidden_of(row, parts, floor=floor).get(asked.period.key):
                away.add((place, key))
    return away


def _whole_year(asked: Asked, engine: Engine, rows: Any, definitions: Any, floors: Any) -> Any:
    """Every community's values of all the periods of the year, with what is small."""
    import ibis

    calendar = {period.key: list(period.months()) for period in _periods(asked.period)}
    inside = {month for months in calendar.values() for month in months}
    here = ibis.memtable(asked.tree.closure).select("community").distinct()
    cells = engine.read([asked.store.cells(month) for month in asked.read])
    ground = Ground(cells.filter(cells.month.isin(sorted(inside))), None, None, None, None)
    counts = expressions.totals(ground, measures_of(rows), calendar)
    begun = expressions.beginnings(Ground(cells, None, None, None, None)).join(here, "community")
    by = ibis.memtable(rollup.known_by_table(rows))
    parts = []
    for key, months in calendar.items():
        known = rollup.known(begun, by, max(months))
        values = rollup.values(known, counts.filter(counts.period == key), definitions)
        marked = rollup.small(values, definitions, floors).mutate(period=ibis.literal(key))
        local = marked.left_join(floors, "place").select(
            *(marked[name] for name in marked.columns), floors.local
        )
        parts.append(local)
    return ibis.union(*parts, distinct=False)


def _periods(period: Period) -> list[Period]:
    year = period_of("year", period.starts)
    parts = {period_of(period.kind, date(month // 100, month % 100, 1)) for month in year.months()}
    return [*sorted(parts), year]
