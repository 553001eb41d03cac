"""One community's facts of one month: written whole, or left as they are; taken away again."""

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from linli.evaluation.engine.table import COLUMNS, batches, schema
from linli.evaluation.store.estimates import drop_estimates_before
from linli.evaluation.store.folders import Store, held, put_whole
from linli.evaluation.store.tokens import drop_keys_before, key_of, under_key
from linli.lib.facts import Fact

if TYPE_CHECKING:
    import pyarrow as pa

YEARS_KEPT = 2
"""How many whole years before the present one stay in the store."""

_DIGEST, _READ_AT = b"linli.digest", b"linli.read_at"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a partition: `new`, `replaced`, `same`, `mended` (it was torn), `emptied`
    (there is nothing any more), `nothing`, or `newer` (it was read later than this)."""

    state: str
    rows: int = 0

    @property
    def changed(self) -> bool:
        """Whether the store is another than before."""
        return self.state in ("new", "replaced", "mended", "emptied")


def keep_month(
    store: Store, code: str, month: int, facts: Iterable[Fact], *, read_at: datetime
) -> Kept:
    """Puts a community's facts of a month in the place of what stood there.

    Equal facts in another order are the same, and the file is not touched. `read_at`: when they
    began to be read; what was read later is never replaced by what was read earlier.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    moment = read_at.astimezone(UTC).isoformat().encode()
    told = under_key(facts, key_of(store, month // 100))
    table = pa.Table.from_batches(list(batches(told)), schema=schema())
    table = table.sort_by([(name, "ascending") for name, _arrow, _sql in COLUMNS])
    digest, path = _digest(table), store.partition(code, month)
    with held(store, code):
        former = _read_note(path)
        if former is not None and former.get(_READ_AT, b"") > moment:
            return Kept("newer", table.num_rows)
        if not table.num_rows:
            existed = path.exists()
            path.unlink(missing_ok=True)
            return Kept("emptied" if existed else "nothing")
        if former is not None and former.get(_DIGEST) == digest:
            return Kept("same", table.num_rows)
        was_there = path.exists()
        noted = table.replace_schema_metadata({_DIGEST: digest, _READ_AT: moment})
        put_whole(path, lambda fresh: pq.write_table(noted, fresh, compression="zstd"))
    if not was_there:
        return Kept("new", table.num_rows)
    return Kept("mended" if former is None else "replaced", table.num_rows)


def drop_community(store: Store, code: str) -> int:
    """Takes away everything of a community; returns how many partitions there were."""
    gone = 0
    with held(store, code):
        for month in store.months():
            path = store.partition(code, month)
            gone += path.exists()
            path.unlink(missing_ok=True)
        store.estimates(code).unlink(missing_ok=True)
        # Made from them, and made again when they are asked for.
        for name in ("cells", "values", "work"):
            shutil.rmtree(store.root / name, ignore_errors=True)
        store.drop_spill()
    return gone


def communities_kept(store: Store) -> set[str]:
    """The codes that have a file in the store."""
    facts = {path.stem for month in store.months() for path in store.files(month)}
    return facts | {path.stem for path in store.root.glob("estimates/*.parquet")}


def drop_years_before(store: Store, present_year: int) -> int:
    """Takes away the months of years no longer kept, what was made of them, and the keys of their
    tokens; returns how many months."""
    first = present_year - YEARS_KEPT
    old = [month for month in store.months() if month // 100 < first]
    for month in old:
        shutil.rmtree(store.month(month), ignore_errors=True)
        shutil.rmtree(store.cells(month), ignore_errors=True)
        store.cells_note(month).unlink(missing_ok=True)
    for folder in store.root.glob("values/[0-9][0-9][0-9][0-9]*"):
        if int(folder.name[:4]) < first:
            shutil.rmtree(folder, ignore_errors=True)
    if old:
        shutil.rmtree(store.root / "work", ignore_errors=True)
        store.drop_spill()
        drop_estimates_before(store, first)
    drop_keys_before(store, first)
    return len(old)


def torn_files(files: Iterable[Path]) -> list[Path]:
    """Those that cannot be read to their end: cut off, or of no use."""
    return [path for path in files if _read_note(path) is None]


def _read_note(path: Path) -> dict[bytes, bytes] | None:
    """What was noted when the file was written; nothing where there is no whole file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        found = pq.read_schema(path)
    except (OSError, pa.ArrowInvalid):
        return None
    return found.metadata or {}


def _digest(table: "pa.Table") -> bytes:
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table.combine_chunks())
    return hashlib.sha256(sink.getvalue()).hexdigest().encode()
