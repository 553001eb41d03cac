"""What of a roll-up is told: small counts are not, nor a sum from which one could be had back.

The rules are those of the pages an office sees. A community's value is hidden where it is small,
where the year would give a hidden month back (`along`), where it lies close within a wider count,
or close to the value of record that stands beside it. Its neighbours stay, since their own pages
tell them anyway; it is the sum above that is left out, by `levels/sheltering`, which also says why.
So a place is hidden for what lies in it and for nothing else, and a run for it alone shows what a
run for the whole city shows of it.

The engine adds up; only what is hidden, and the sums above it, are looked at one by one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linli.evaluation.definitions import Indicator
from linli.evaluation.engine import rollup
from linli.evaluation.engine.cells import whole_number
from linli.evaluation.levels.sheltering import Counts, add_up
from linli.evaluation.levels.within_year import NESTED
from linli.evaluation.rollup.along import hidden_along
from linli.evaluation.rollup.engines import Engine
from linli.evaluation.rollup.running import Asked
from linli.evaluation.rules import differs_by_few, raise_floor
from linli.evaluation.store.places import Tree
from linli.lib.numbers import FLOOR

if TYPE_CHECKING:
    import pyarrow as pa

MEASURES = ("part", "whole", "rest", "between")
THOUSANDTHS = 1000
"""An estimate's counts are thousandths of residents."""

Spot = tuple[str, str]
"""A place and a measure."""


def hide(engine: Engine, values: Any, asked: Asked, *, record: Path | None = None) -> Path:
    """The values with `hidden`, in a folder of the run's own; the engine is DuckDB. `record`: where
    they were reckoned by other definitions, the values of record as they are told."""
    import ibis

    work, places = asked.work, places_table(asked.tree)
    definitions = ibis.memtable(rollup.definitions_table(asked.rows))
    about = ibis.memtable(places)
    floors = about.select("place", local=about.floor)
    marked = rollup.small(engine.read(values), definitions, floors)
    engine.keep(marked.join(about.select("place", "parent", "depth", "name"), "place"),
                work / "marked")  # fmt: skip
    marked = engine.read([work / "marked"])
    close = _close_to_record(engine, marked, record, asked.rows) if record else set()
    away = hidden_along(asked, engine, definitions, floors) | close
    engine.keep(_of_communities(marked, away, asked.rows), work / "counts")
    counts = engine.read([work / "counts"])
    gone = _hide_sums(engine, counts, asked, places, close)
    found = counts.select("place", "measure", away="hidden")
    above = ibis.memtable(_spots(gone)).mutate(over=ibis.literal(1))
    row = marked.left_join(found, ["place", "measure"])
    row = row.select(*(marked[name] for name in marked.columns), row.away)
    row = row.left_join(above, ["place", "measure"]).select(
        *(row[name] for name in row.columns), above.over
    )
    is_hidden = (row.hidden == 1) | (row.away.fill_null(0) == 1) | (row.over.fill_null(0) == 1)
    hidden = ibis.cases((row.numerator.isnull(), 0), (is_hidden, 1), else_=0)
    engine.keep(row.mutate(hidden=hidden).drop("away", "over"), work / "told")
    return work / "told"


def _of_communities(marked: Any, away: Iterable[Spot], rows: Iterable[Indicator]) -> Any:
    """The communities' counts as sums are made of them, with what is hidden in each for whatever
    reason."""
    import ibis

    by_id = {row.id: row for row in rows}
    pairs = [(row.key, by_id[NESTED[row.id]].key) for row in rows if NESTED.get(row.id) in by_id]
    own = marked.filter((marked.level == "community") & marked.numerator.notnull())
    kinds = ibis.memtable(_kinds(rows))
    row = own.join(kinds, "measure").select(*(own[name] for name in own.columns), kinds.per)
    nested = ibis.memtable(_table(pairs, ("measure", "outer")))
    row = row.left_join(nested, "measure").select(
        *(row[name] for name in row.columns), nested.outer
    )
    wider = own.select(at="place", wide="measure", more="numerator")
    row = row.left_join(wider, [row.place == wider.at, row.outer == wider.wide]).select(
        *(row[name] for name in row.columns), wider.more
    )
    more = (row.more - row.numerator).fill_null(0)
    row = row.mutate(between=ibis.cases((more > 0, more), else_=0))
    other = ibis.memtable(_spots(away)).mutate(also=ibis.literal(1))
    row = row.left_join(other, ["place", "measure"]).select(
        *(row[name] for name in row.columns), other.also
    )
    close = (row.between > 0) & (row.between < row["least"])
    hidden = (row.hidden == 1) | close | (row.also.fill_null(0) == 1)

    def counted(count: Any) -> Any:
        people = ((count + (row.per - 1)).cast("int64") // row.per.cast("int64")).cast("int64")
        return whole_number(ibis.cases((count > 0, people), else_=0))

    return row.select(
        "place",
        "parent",
        "measure",
        part=counted(row.numerator),
        whole=counted(row.denominator),
        rest=counted(row.denominator - row.numerator),
        between=whole_number(row.between),
        hidden=ibis.cases((hidden, 1), else_=0),
    )


@dataclass
class Level:
    """One indicator's sums at every place above, and what of it is hidden below."""

    row: Indicator
    sums: dict[str, dict[str, int]]
    below: dict[str, list[Counts]] = field(default_factory=lambda: defaultdict(list))


def _hide_sums(
    engine: Engine, counts: Any, asked: Asked, places: "pa.Table", close: set[Spot]
) -> set[Spot]:
    """The places above a community, and the measures, whose sum is not told."""
    import ibis

    closure = ibis.memtable(asked.tree.closure).rename(top="place")
    closure = closure.filter(closure.level != "community")
    inside = counts.join(closure, counts.place == closure.community)
    sums = inside.group_by(["top", "measure"]).agg(
        **{name: whole_number(inside[name].sum()) for name in MEASURES}
    )
    touched = counts.filter(counts.hidden == 1).select("measure").distinct()
    sums = engine.run(sums.join(touched, "measure") if not close else sums)
    hidden = engine.run(counts.filter(counts.hidden == 1))
    sums_of = dict(_by_measure(sums))
    hidden_of = dict(_by_measure(hidden))
    near = defaultdict(set)
    for place, measure in close:
        near[measure].add(place)
    about = {row["place"]: row for row in places.to_pylist()}
    gone = set()
    for row in asked.rows:
        if rollup.is_rolled_up(row) and (row.key in hidden_of or row.key in near):
            told = {each["top"]: each for each in sums_of.get(row.key, ())}
            level = Level(row, told)
            for each in hidden_of.get(row.key, ()):
                level.below[each["parent"]].append(_counts(row, each, hidden=True))
            gone |= set(_look_up(level, about, near[row.key], asked))
    return gone


def _look_up(
    level: Level, about: dict[str, dict[str, Any]], near: set[str], asked: Asked
) -> Iterator[Spot]:
    """From the lowest up: each place's sum is laid against what is hidden in it. All that is told
    in it goes in as one."""
    row = level.row
    in_year = asked.period.kind != "year" and row.adds_up
    for place in sorted(level.sums, key=lambda each: -about[each]["depth"]):
        parts = level.below.pop(place, [])
        if not parts and place not in near:
            continue
        whole = _counts(row, level.sums[place], hidden=False)
        rest = {
            name: count - sum((part.counts or {})[name] for part in parts)
            for name, count in (whole.counts or {}).items()
        }
        others = Counts(rest, False, {}, 1, 1)
        floor = raise_floor(row.floor, about[place]["floor"])
        found = add_up([*parts, others], floor, within_year=in_year)
        if place in near and not found.hidden:
            # Beside the sum of record it would tell of a few: hidden, it is a cell like another.
            open_ = {name: (count,) for name, count in (found.counts or {}).items()}
            found = Counts(found.counts, True, open_, found.told, found.asked)
        if found.hidden:
            yield place, row.key
            level.below[about[place]["parent"]].append(found)


def _counts(row: Indicator, told: dict[str, Any], *, hidden: bool) -> Counts:
    """What of a row are counts: the same as on an office's page."""
    names = ["part"]
    constant = row.against is not None and row.against.by == "constant"
    if row.is_quotient and not constant:
        names += ["whole", "rest"] if row.people else ["whole"]
    if row.id in NESTED:
        names.append("between")
    counts = {name: told[name] for name in names}
    open_ = {name: (count,) for name, count in counts.items()} if hidden else {}
    return Counts(counts, hidden, open_, 1, 1)


def _close_to_record(
    engine: Engine, marked: Any, record: Path, rows: Iterable[Indicator]
) -> set[Spot]:
    """Where a value lies so close to the one of record that the two would tell of a few, or that
    one is hidden itself."""
    import ibis

    now = ibis.memtable(_table([(row.key, row.id) for row in rows], ("measure", "called")))
    told = marked.filter(marked.numerator.notnull()).join(now, "measure")
    former = engine.read([record])
    ids = former.measure.split("@")[0]
    former = former.filter(former.numerator.notnull()).select(
        at="place", called=ids, top="numerator", base="denominator", kept="hidden"
    )
    both = told.join(former, [told.place == former.at, told.called == former.called])
    found = engine.run(
        both.select(told.place, told.measure, told.numerator, told.denominator, told["least"],
                    former.top, former.base, former.kept)
    )  # fmt: skip
    return {
        (each["place"], each["measure"])
        for batch in found.to_batches()
        for each in batch.to_pylist()
        if each["kept"]
        or differs_by_few(
            (each["numerator"], each["denominator"]), (each["top"], each["base"]), each["least"]
        )
    }


def _by_measure(table: "pa.Table") -> Iterator[tuple[str, list[dict[str, Any]]]]:
    import pyarrow.compute as pc

    for name in pc.unique(table["measure"]).to_pylist():
        yield name, table.filter(pc.equal(table["measure"], name)).to_pylist()


def _kinds(rows: Iterable[Indicator]) -> "pa.Table":
    told = [(row.key, THOUSANDTHS if row.aggregator == "survey" else 1) for row in rows]
    return _table(told, ("measure", "per"))


def _spots(spots: Iterable[Spot]) -> "pa.Table":
    return _table(sorted(spots), ("place", "measure"))


def _table(rows: list[Any], names: tuple[str, ...]) -> "pa.Table":
    from linli.evaluation.engine.cells import columns

    return columns(rows, names)


def places_table(tree: Tree) -> "pa.Table":
    """Every place of the tree with what lies above it, how deep it lies, and its floor: of a wider
    place the highest of those below it."""
    import pyarrow as pa

    depths = _depths(tree)
    floors = dict.fromkeys(depths, FLOOR)
    by_code = {each.code: each for each in tree.divisions}
    for each in tree.divisions:
        code = each.code
        while each.floor and code in floors:
            floors[code] = max(floors[code], each.floor)
            code = by_code[code].parent
    return pa.table(
        {
            "place": pa.array(list(depths), pa.string()),
            "parent": pa.array([by_code[code].parent for code in depths], pa.string()),
            "name": pa.array([by_code[code].name for code in depths], pa.string()),
            "depth": pa.array(list(depths.values()), pa.int32()),
            "floor": pa.array([floors[code] for code in depths], pa.int32()),
        }
    )


def _depths(tree: Tree) -> dict[str, int]:
    by_code = {each.code: each for each in tree.divisions}
    depths = {tree.top.code: 0}
    for start in by_code:
        passed, code = [], start
        while code not in depths:
            passed.append(code)
            code = by_code[code].parent
        for each in reversed(passed):
            depths[each] = depths[by_code[each].parent] + 1
    return depths
