"""One roll-up from the facts to the values, in steps that can be taken up again.

Cells are made month by month and stay in the store until the month's facts change. What has been
counted since lies in a folder of its own until the values are written; a run that was stopped goes
on from there.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from linli.evaluation.definitions import Indicator
from linli.evaluation.engine import expressions, finishing, rollup
from linli.evaluation.engine.cells import Ground, Measure, draw_cells, ground_of
from linli.evaluation.engine.counting import WAYS, count_each_way
from linli.evaluation.engine.values import measures_of
from linli.evaluation.periods import Period
from linli.evaluation.rollup.engines import Engine
from linli.evaluation.store import Store, torn_files
from linli.evaluation.store.estimates import read_estimates
from linli.evaluation.store.places import Tree

BLOCK = 8_000_000
"""About so many rows are looked at together where persons are told apart."""

FROM_CELLS = frozenset({"count", "sum", "ratio_of_sums", "kinds_present"})
"""Ways of counting that need nothing but cells, and so all communities at once."""

FORMAT = "2"
"""Changes when what the kept steps hold changes."""

Say = Callable[[str, int, int], None]
"""Told of each step: its name, how many are done, how many there are."""


class NoFacts(LookupError):
    """The store has no facts of the period."""


class TornFiles(OSError):
    """Files that were not written to their end, outside the store's own doing."""

    def __init__(self, files: Sequence[Path]) -> None:
        super().__init__(", ".join(path.name for path in files))
        self.files = tuple(files)


@dataclass(frozen=True)
class Asked:
    """What is to be rolled up."""

    store: Store
    tree: Tree
    period: Period
    rows: tuple[Indicator, ...]

    @cached_property
    def work(self) -> Path:
        """Where this roll-up keeps its steps: named once, by what the store held then."""
        return self._folder()

    @property
    def is_stale(self) -> bool:
        """Whether the store holds other facts or estimates by now."""
        return self._folder() != self.work

    def _folder(self) -> Path:
        told = [FORMAT, self.period.key, *map(repr, self.tree.divisions), *map(repr, self.rows)]
        told += [f"{month} {signature(self.store, month)}" for month in self._read()]
        told += [_stands_for(self.store.estimates(code)) for code in self.tree.communities]
        return self.store.root / "work" / _hash(told)

    @cached_property
    def read(self) -> list[int]:
        """All months that are looked at: of a part of a year also those after it, since the year
        and its other parts stand beside it."""
        return self._read()

    def _read(self) -> list[int]:
        year = self.period.starts.year
        return [month for month in self.store.months() if year - 1 <= month // 100 <= year]

    @cached_property
    def months(self) -> list[int]:
        """The months that are read: from the year before, so that a nought can be told from
        nothing known."""
        return [month for month in self.read if month <= self.last]

    @property
    def last(self) -> int:
        """The last month of the period."""
        return max(self.period.months())

    @property
    def inside(self) -> list[int]:
        """The months of the period that have facts."""
        return [month for month in self.period.months() if month in set(self.months)]

    @property
    def calendar(self) -> dict[str, list[int]]:
        """The months of the period up to the last of which the store knows anything at all: on
        that one stocks are taken."""
        latest = max(self.store.months())
        return {self.period.key: [month for month in self.period.months() if month <= latest]}


def roll_up(asked: Asked, engine: Engine, say: Say = lambda step, done, of: None) -> list[Path]:
    """The folders that hold the values of all places. Raises NoFacts, TornFiles."""
    if not asked.inside:
        raise NoFacts(asked.period.key)
    _look_at_files(asked)
    for done, month in enumerate(asked.read):
        say("cells", done, len(asked.read))
        keep_cells(asked.store, month, engine)
    say("cells", len(asked.read), len(asked.read))
    counted = _count(asked, engine, say)
    return _values(asked, engine, counted, say)


def keep_cells(store: Store, month: int, engine: Engine) -> None:
    """Makes a month's cells where its facts are others than when they were made."""
    folder, note = store.cells(month), store.cells_note(month)
    told = f"{FORMAT} {signature(store, month)}"
    if folder.exists() and note.exists() and note.read_text() == told:
        return
    note.unlink(missing_ok=True)
    engine.keep(draw_cells(engine.read(store.files(month))), folder)
    note.write_text(told)


def signature(store: Store, month: int) -> str:
    """What stands for the content of a month's files: a file that is replaced is another."""
    return _hash(_stands_for(path) for path in store.files(month))


def _stands_for(path: Path) -> str:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return ""
    return f"{path.name} {stat.st_size} {stat.st_mtime_ns}"


def _look_at_files(asked: Asked) -> None:
    for month in asked.read:
        if torn := torn_files(asked.store.files(month)):
            raise TornFiles(torn)


def _count(asked: Asked, engine: Engine, say: Say) -> list[Path]:
    """Everything that is counted, in the one shape, in folders."""
    measures = measures_of(asked.rows)
    calendar = asked.calendar
    cells = engine.read([asked.store.cells(month) for month in asked.inside])
    ground = Ground(cells, None, None, None, None)
    found = []
    say("counts", 0, 1)
    for ways, expression in WAYS:
        wanted = [m for m in measures if m.by in ways & FROM_CELLS]
        if wanted:
            folder = asked.work / f"counts-{expression.__name__}"
            if not folder.exists():
                engine.keep(expression(ground, wanted, calendar), folder)
            found.append(folder)
    rest = [m for m in measures if m.by not in FROM_CELLS]
    blocks = list(_blocks(asked, rest, at_once=engine.at_once)) if rest else []
    for number, files in enumerate(blocks):
        say("people", number, len(blocks))
        folder = asked.work / f"people-{number}"
        if not folder.exists():
            _count_block(asked, engine, rest, files, folder)
        found.append(folder)
    say("people", len(blocks), len(blocks))
    return found


def _count_block(
    asked: Asked, engine: Engine, measures: Sequence[Measure], files: Sequence[Path], folder: Path
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    facts = engine.read(files)
    ground = ground_of(facts, measures)
    tables = count_each_way(engine.run, ground, measures, asked.calendar, asked.rows)
    shape = finishing.shape()
    whole = pa.concat_tables([shape.empty_table(), *(each.cast(shape) for each in tables)])
    fresh = folder.with_name(f".{folder.name}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    pq.write_table(whole, fresh / "rows.parquet", compression="zstd")
    fresh.replace(folder)


def _blocks(asked: Asked, measures: Sequence[Measure], *, at_once: bool) -> Iterator[list[Path]]:
    year = asked.period.starts.year * 100
    grouped = any(m.by in ("distinct_within", "parity") for m in measures)
    months = [m for m in asked.months if m > year] if grouped else asked.inside
    return blocks_of(asked.store, months, set(asked.tree.communities), at_once=at_once)


def blocks_of(
    store: Store, months: Sequence[int], wanted: set[str], *, at_once: bool = False
) -> Iterator[list[Path]]:
    """The files to be read together: all months of some communities. Of a community that lies
    elsewhere nothing is read."""
    import pyarrow.parquet as pq

    by_name: dict[str, list[Path]] = {}
    for month in months:
        for path in store.files(month):
            if len(path.stem) != 12 or not path.stem.isdigit() or path.stem in wanted:
                by_name.setdefault(path.stem, []).append(path)
    block: list[Path] = []
    rows = 0
    for name in sorted(by_name):
        block += by_name[name]
        rows += sum(pq.read_metadata(path).num_rows for path in by_name[name])
        if rows >= BLOCK and not at_once:
            yield block
            block, rows = [], 0
    if block:
        yield block


def _values(asked: Asked, engine: Engine, counted: Sequence[Path], say: Say) -> list[Path]:
    import ibis

    definitions = ibis.memtable(rollup.definitions_table(asked.rows))
    closure = ibis.memtable(asked.tree.closure)
    own, above = asked.work / "values", asked.work / "levels"
    say("values", 0, 2)
    if not own.exists():
        engine.keep(_own_values(asked, engine, counted, definitions, closure), own)
    say("values", 1, 2)
    if not above.exists():
        engine.keep(rollup.levels(engine.read([own]), closure, definitions), above)
    say("values", 2, 2)
    return [own, above]


def _own_values(
    asked: Asked, engine: Engine, counted: Sequence[Path], definitions: Any, closure: Any
) -> Any:
    """The communities' values, counted and estimated."""
    import ibis

    parts = []
    if counted:
        cells = engine.read([asked.store.cells(month) for month in asked.months])
        begun = expressions.beginnings(Ground(cells, None, None, None, None))
        known = rollup.known(begun, ibis.memtable(rollup.known_by_table(asked.rows)), asked.last)
        here = closure.select("community").distinct()
        known = known.join(here, "community")
        counts = engine.read(counted)
        parts.append(rollup.values(known, counts, definitions))
    estimates = read_estimates(asked.store, asked.tree.communities, asked.period.key)
    if estimates.num_rows or not parts:
        parts.append(rollup.estimated(ibis.memtable(estimates), definitions))
    return parts[0] if len(parts) == 1 else ibis.union(*parts, distinct=False)


def _hash(told: Any) -> str:
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:24]
