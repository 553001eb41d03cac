"""What samples answered, as it was estimated for all residents: kept beside the facts."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from linli.evaluation.store.folders import Store, held, put_whole

if TYPE_CHECKING:
    import pyarrow as pa


def columns() -> "pa.Schema":
    """One estimate a row: the share as numerator over denominator, both times the population;
    `n` answers; the standard error of the share; `hidden` is 1 where the community does not tell
    it, and `gap` why it is no figure."""
    import pyarrow as pa

    return pa.schema(
        [
            ("community", pa.string()),
            ("measure", pa.string()),
            ("period", pa.string()),
            ("n", pa.int64()),
            ("numerator", pa.int64()),
            ("denominator", pa.int64()),
            ("se", pa.float64()),
            ("hidden", pa.int64()),
            ("gap", pa.string()),
        ]
    )


def keep_estimates(store: Store, code: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Puts a community's estimates in the place of the former ones; returns how many. Equal ones
    are left, and the file is not touched."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist([dict(row) for row in rows], schema=columns())
    path = store.estimates(code)
    table = table.sort_by([("measure", "ascending"), ("period", "ascending")])
    with held(store, code):
        if table.num_rows and path.exists() and pq.read_table(path).equals(table):
            return table.num_rows
        if table.num_rows:
            put_whole(path, lambda fresh: pq.write_table(table, fresh, compression="zstd"))
        else:
            path.unlink(missing_ok=True)
    return table.num_rows


def read_estimates(store: Store, communities: Iterable[str], period: str) -> "pa.Table":
    """The estimates of a period in those communities. Files of before it was kept with them what
    the community hides are read as hidden whole."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    paths = [store.estimates(code) for code in communities]
    tables = [pq.read_table(path, schema=columns()) for path in paths if path.exists()]
    if not tables:
        return columns().empty_table()
    table = pa.concat_tables(tables)
    for name, instead in (("hidden", 1), ("gap", "")):
        place = table.schema.get_field_index(name)
        table = table.set_column(place, name, pc.fill_null(table[name], instead))
    return table.filter(pc.equal(table["period"], period))


def drop_estimates_before(store: Store, year: int) -> None:
    """Takes away the estimates of periods of earlier years."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    for path in sorted(store.root.glob("estimates/*.parquet")):
        table = pq.read_table(path, schema=columns())
        stays = table.filter(pc.greater_equal(table["period"], f"{year:04}"))
        if stays.num_rows < table.num_rows:
            keep_estimates(store, path.stem, stays.to_pylist())
