"""Values of a whole country from up to a hundred million facts: time, memory, and what the bare
engine takes to scan and group the very same files."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bench.measure import is_quick, say, tell_result

SIZES = (1_000_000, 10_000_000, 100_000_000)
COMMUNITIES = 117_000
A_FILE = 1_000
"""Communities a file: as if a district's instance kept them."""
MEMORY = "3GB"
YEAR = 2026
STEPS = ("month", "year", "people")
ROUNDS = 3
SEVERAL_UP_TO = 10_000_000
"""Above this, one round."""

KINDS = (
    # kind, share of the facts in thousandths, and whether it tells of persons
    ("matters.raised", 150, False), ("matters.answered", 140, False),
    ("matters.answer_days", 130, False), ("matters.reopened", 120, False),
    ("matters.rated", 60, False), ("matters.benefit", 200, True),
    ("matters.overdue", 20, False), ("people.residents", 10, False),
    ("places.households", 10, False), ("assemblies.took_part", 100, True),
    ("certificates.benefit", 60, True),
)  # fmt: skip


def main() -> None:
    """Measures each size in processes of their own, and tells the parent."""
    folder = Path(os.environ.get("LINLI_BENCH_FACTS") or os.environ["LINLI_DATA"])
    result: dict[str, Any] = {"server": "DuckDB alone", "durable": "no database is asked"}
    result |= {"communities": COMMUNITIES, "memory": MEMORY, "sizes": {}}
    for size in SIZES[:2] if is_quick() else SIZES:
        data = folder / f"facts-{size}"
        told: dict[str, Any] = {"generated": _have_facts(data, size)}
        files = list(data.glob("facts/month=*/*.parquet"))
        told |= {"files": len(files), "bytes": sum(path.stat().st_size for path in files)}
        say(f"{size:,} facts in {told['files']:,} files, {told['generated']:.0f} s")
        told["rounds"] = ROUNDS if size <= SEVERAL_UP_TO else 1
        for step in STEPS:
            found: dict[str, list[dict[str, Any]]] = {"bare": [], "ours": []}
            for _round in range(told["rounds"]):
                # In turn, so that what else the machine does weighs on both.
                for who in found:
                    found[who].append(_apart(f"{step}-{who}", data, size))
                    say(f"{step} {who}: {found[who][-1]}")
            told |= {f"{step}-{who}": _middle(rounds) for who, rounds in found.items()}
        if size == SIZES[0]:
            told["evaluate-ours"] = _apart("evaluate-ours", data, size)
            say(f"evaluate: {told['evaluate-ours']}")
        result["sizes"][str(size)] = told
        shutil.rmtree(data)
    tell_result(result)


def _have_facts(data: Path, size: int) -> float:
    """Writes the facts, unless a run before this one did; the seconds that took."""
    note = data / "written.json"
    if not note.exists():
        seconds = _apart("generate", data, size)["seconds"]
        note.write_text(json.dumps(seconds), encoding="utf-8")
    return float(json.loads(note.read_text(encoding="utf-8")))


def _middle(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """The round of median time; the most memory of all."""
    ordered = sorted(rounds, key=lambda each: float(each["seconds"]))
    peak = max(each["peak"] for each in rounds)
    return ordered[len(ordered) // 2] | {"peak": peak}


def _apart(what: str, data: Path, size: int) -> dict[str, Any]:
    """One step in a process of its own, with the seconds it took and the most memory it held."""
    words = [sys.executable, "-m", "bench.rollup", what, str(data), str(size)]
    told = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout
    found: dict[str, Any] = json.loads(told.splitlines()[-1])
    return found


def step(what: str, data: Path, size: int) -> dict[str, Any]:
    """In the process of its own."""
    peak = _Peak()
    work: Any = {
        "generate": _generate, "month-bare": _month_bare, "month-ours": _month_ours,
        "year-bare": _year_bare, "year-ours": _year_ours, "people-bare": _people_bare,
        "people-ours": _people_ours, "evaluate-ours": _evaluate,
    }[what]  # fmt: skip
    out = data / "out"
    out.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    _start(data, with_ibis=what.endswith("-ours"))
    started = time.perf_counter()
    rows = work(data, out, size)
    ended = time.perf_counter()
    return {"seconds": ended - began, "start": started - began, "peak": peak.stop(), "rows": rows}


def _start(data: Path, *, with_ibis: bool) -> None:
    """What a process has to do once, however much there is to count: load the libraries and ask
    each a first question."""
    _duckdb(data).execute("SELECT 1").fetchall()
    if not with_ibis:
        return
    import ibis

    from linli.evaluation.engine.cells import months_table
    from linli.evaluation.rollup import engines, running  # noqa: F401

    ibis.duckdb.connect().to_pyarrow(months_table({"2026": [202601]}))


class _Peak:
    """The most memory this process held (without the pages of files it had mapped or cached)."""

    def __init__(self) -> None:
        self._most, self._done = 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        page = os.sysconf("SC_PAGE_SIZE")
        while not self._done.wait(0.05):
            fields = Path("/proc/self/statm").read_text(encoding="utf-8").split()
            self._most = max(self._most, (int(fields[1]) - int(fields[2])) * page)

    def stop(self) -> int:
        self._done.set()
        self._thread.join()
        return self._most


def _generate(data: Path, _out: Path, size: int) -> int:
    """Month partitions as the store has them, sorted within a file: a community's number of facts
    is skewed, so are the kinds; a token is 32 letters."""
    from linli.evaluation.store import Store
    from linli.evaluation.store.places import Division, keep_places

    store = Store.of(data)
    keep_places(store, (Division(*row) for row in _tree()))
    con = _duckdb(data)
    for month in range(1, 13):
        store.month(YEAR * 100 + month).mkdir(parents=True, exist_ok=True)

    def write(block: int) -> None:
        con.cursor().execute(_block_query(store.root, block, size * A_FILE // COMMUNITIES))

    # A small block keeps one core busy.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        list(pool.map(write, range(COMMUNITIES // A_FILE)))
    # The engine names the folders 202611, the store 2026-11; and adds a number to the files.
    for folder in store.root.glob(f"month={YEAR}[01][0-9]"):
        for path in folder.iterdir():
            name = path.name.rpartition("-")[0]
            path.rename(store.month(int(folder.name.removeprefix("month="))) / f"{name}.parquet")
        folder.rmdir()
    return size


def _block_query(root: Path, block: int, rows: int) -> str:
    edges, passed = [], 0
    for kind, share, _persons in KINDS:
        passed += share
        edges.append(f"WHEN k < {passed} THEN '{kind}'")
    of_persons = ", ".join(f"'{kind}'" for kind, _share, persons in KINDS if persons)
    first = block * A_FILE
    return f"""COPY (
        SELECT community, {YEAR}00 + m AS month, make_date({YEAR}, m, d) AS "on", kind,
            CASE WHEN persons THEN CASE WHEN r % 3 = 0 THEN 'basic' ELSE 'development' END
            END AS field, 'S2.2' AS standard,
            CAST(CASE kind WHEN 'matters.answer_days' THEN r % 40
                WHEN 'people.residents' THEN 3000 WHEN 'places.households' THEN 1200
                WHEN 'matters.overdue' THEN 1 ELSE (r % 10 > 0)::INT END AS BIGINT) AS part,
            CAST(CASE WHEN kind IN ('matters.answered', 'matters.reopened',
                'matters.rated') THEN 1 END AS BIGINT) AS whole,
            CASE WHEN persons THEN md5(community || (s % 4000)) END AS person,
            CASE WHEN persons THEN md5(community || 'h' || (s % 1600)) END AS household,
            NULL::VARCHAR AS record
        FROM (SELECT *, kind IN ({of_persons}) AS persons FROM (
            SELECT lpad(CAST({first} + CAST(floor({A_FILE} * pow(u, 1.5)) AS INT)
                AS VARCHAR), 12, '0') AS community,
                1 + r % 12 AS m, 1 + (r // 12) % 28 AS d, r, s, CASE {" ".join(edges)} END AS kind
            FROM (SELECT random() AS u, CAST(random() * 1000000 AS INT) AS r,
                CAST(random() * random() * 4000 AS INT) AS s,
                CAST(floor(random() * 1000) AS INT) AS k
                FROM range({rows}))
        ))
        ORDER BY m, community, kind
    ) TO '{root}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (month),
        WRITE_PARTITION_COLUMNS true, OVERWRITE_OR_IGNORE true,
        FILENAME_PATTERN 'district-{block:03}-')"""  # a folder of this run alone


def _tree() -> list[tuple[str, str, str, str]]:
    """Ten provinces, a hundred cities, a thousand districts, 11,700 streets, and communities."""
    rows = [(f"P{one}", "", "province", f"P{one}") for one in range(10)]
    rows += [(f"C{one}", f"P{one // 10}", "city", f"C{one}") for one in range(100)]
    rows += [(f"D{one}", f"C{one // 10}", "county", f"D{one}") for one in range(1000)]
    rows += [(f"S{one}", f"D{one * 1000 // 11700}", "town", f"S{one}") for one in range(11700)]
    rows += [
        (f"{one:012}", f"S{one // 10}", "community", f"{one:012}") for one in range(COMMUNITIES)
    ]
    country = [("CN", "", "country", "CN")]
    return [*country, *((code, up or "CN", kind, name) for code, up, kind, name in rows)]


def _duckdb(data: Path) -> Any:
    import duckdb

    scratch = data / "scratch"
    scratch.mkdir(parents=True, exist_ok=True)
    config = {"memory_limit": MEMORY, "threads": str(os.cpu_count() or 1),
              "temp_directory": str(scratch), "preserve_insertion_order": "false"}  # fmt: skip
    return duckdb.connect(config=config)


def _facts(data: Path, months: str = "*") -> str:
    return f"read_parquet('{data}/facts/month={months}/*.parquet', hive_partitioning = false)"


GROUPED = (
    "count(*) AS n, sum(part) AS part, count(whole) AS shares,"
    " sum(part) FILTER (whole IS NOT NULL) AS share_part, sum(whole) AS whole"
)


def _bare(data: Path, out: Path, name: str, query: str) -> int:
    con = _duckdb(data)
    con.execute(f"COPY ({query}) TO '{out}/{name}.parquet' (FORMAT parquet, COMPRESSION zstd)")
    found = con.execute(f"SELECT count(*) FROM '{out}/{name}.parquet'").fetchone()
    return int(found[0])


def _month_bare(data: Path, out: Path, _size: int) -> int:
    query = f"SELECT community, month, kind, field, {GROUPED} FROM {_facts(data, f'{YEAR}-06')}"
    return _bare(data, out, "month", f"{query} GROUP BY ALL")


def _year_bare(data: Path, out: Path, _size: int) -> int:
    query = f"SELECT community, month, kind, field, {GROUPED} FROM {_facts(data)}"
    return _bare(data, out, "year", f"{query} GROUP BY ALL")


def _people_bare(data: Path, out: Path, _size: int) -> int:
    query = (
        f"SELECT community, kind, count(*) AS n, count(DISTINCT person) AS persons"
        f" FROM {_facts(data)} WHERE person IS NOT NULL GROUP BY ALL"
    )
    return _bare(data, out, "people", query)


def _month_ours(data: Path, _out: Path, _size: int) -> int:
    return _cells(data, [YEAR * 100 + 6])


def _year_ours(data: Path, _out: Path, _size: int) -> int:
    return _cells(data, [YEAR * 100 + month for month in range(1, 13)])


def _cells(data: Path, months: list[int]) -> int:
    """Each month's cells, as a roll-up keeps them."""
    import pyarrow.parquet as pq

    from linli.evaluation.rollup.engines import open_engine
    from linli.evaluation.rollup.running import keep_cells
    from linli.evaluation.store import Store

    store = Store.of(data)
    shutil.rmtree(store.root / "cells", ignore_errors=True)
    with _scratch(data) as scratch, open_engine("duckdb", scratch, MEMORY) as engine:
        for month in months:
            keep_cells(store, month, engine)
    found = (pq.read_metadata(path) for path in store.root.glob("cells/*/*.parquet"))
    return sum(each.num_rows for each in found)


def _people_ours(data: Path, out: Path, _size: int) -> int:
    """Different persons by community and kind, block by block, by the roll-up's own expression."""
    from linli.evaluation.engine.cells import Measure, ground_of
    from linli.evaluation.engine.expressions import distincts
    from linli.evaluation.rollup.engines import open_engine
    from linli.evaluation.rollup.running import blocks_of
    from linli.evaluation.store import Store

    store = Store.of(data)
    measures = [Measure(kind, "distinct", (kind,)) for kind, _share, persons in KINDS if persons]
    calendar = {str(YEAR): store.months()}
    rows = 0
    with _scratch(data) as scratch, open_engine("duckdb", scratch, MEMORY) as engine:
        for number, files in enumerate(blocks_of(store, store.months(), set())):
            ground = ground_of(engine.read(files), measures)
            folder = out / f"people-{number}"
            engine.keep(distincts(ground, measures, calendar), folder)
            rows += int(engine.run(engine.read([folder]).count()).as_py())
    return rows


def _evaluate(data: Path, out: Path, _size: int) -> int:
    """The whole command, with the indicators the house ships: every community and five levels."""
    from click.testing import CliRunner

    from linli.web.command import evaluate

    shutil.rmtree(data / "facts" / "cells", ignore_errors=True)
    os.environ["LINLI_DATA"] = str(data)
    words = ["--period", str(YEAR), "--place", "CN", "--memory", MEMORY, "--output",
             str(out / "values"), "--progress", "--json"]  # fmt: skip
    found = CliRunner().invoke(evaluate.command, words, catch_exceptions=False)
    if found.exit_code:
        raise SystemExit(found.output)
    print(found.stderr, file=sys.stderr)
    return int(json.loads(found.stdout)["values"])


def _scratch(data: Path) -> Any:
    import tempfile

    return _PathOf(tempfile.TemporaryDirectory(dir=data))


class _PathOf:
    """A folder that is gone afterwards, as a path."""

    def __init__(self, folder: Any) -> None:
        self._folder = folder

    def __enter__(self) -> Path:
        return Path(self._folder.__enter__())

    def __exit__(self, *why: object) -> None:
        self._folder.__exit__(*why)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(step(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        main()
