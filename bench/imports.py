"""Tables taken in: matters, and the divisions of four provinces, beside the bare database."""

import contextlib
import csv
import io
import json
import os
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.instances import durable_settings, look_through, open_instance, server_version
from bench.measure import is_quick, sample_of, say, tell_result

ROWS = 100_000
RUNS = 3


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    result: dict[str, Any] = {"server": server_version(), "durable": durable_settings()}
    result["divisions"] = _divisions()
    result["matters"] = _matters(2_000 if is_quick() else ROWS)
    tell_result(result)


def _divisions() -> dict[str, Any] | None:
    """None where the tables are not on this machine."""
    files = sorted(_data().joinpath("divisions").glob("divisions_*.csv*"))
    if not files:
        return None
    seconds, rows = [], 0
    for _number in range(RUNS):
        _empty()
        began = time.perf_counter()
        told = [_call("places", "import", str(file)) for file in files]
        seconds.append(time.perf_counter() - began)
        rows = sum(each["new"] for each in told)
        say(f"divisions: {rows} rows in {seconds[-1]:.1f} s")
    return {"files": len(files), **_compare("places_place", rows, seconds)}


def _matters(rows: int) -> dict[str, Any]:
    from django.utils import timezone

    from bench.filling import rows_of_table
    from linli.web.demo.cast import gather

    now = timezone.now()
    table = Path(os.environ["LINLI_DATA"]) / "matters.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows_of_table(rows, now))
    seconds, code = [], ""
    for _number in range(RUNS):
        _empty()
        code = gather(now).community.code
        look_through()
        began = time.perf_counter()
        told = _call("matters", "import", str(table), "--community", code)
        seconds.append(time.perf_counter() - began)
        if told["new"] != rows:
            raise SystemExit(f"only {told['new']} of {rows} rows were taken in: {told}")
        say(f"matters: {rows} rows in {seconds[-1]:.1f} s")
    look_through()
    began = time.perf_counter()
    told = _call("matters", "import", str(table), "--community", code)
    again = rows / (time.perf_counter() - began)
    if told["same"] != rows:
        raise SystemExit(f"the second time only {told['same']} of {rows} rows were the same")
    size = table.stat().st_size
    return {"again": again, "file": size, **_compare("matters_matter", rows, seconds)}


def _compare(table: str, rows: int, seconds: list[float]) -> dict[str, Any]:
    """Ours beside the same rows by the driver: into a table with its key only, and into one with
    the indexes and checks of ours. Rows a second."""
    from bench import bare

    found: dict[str, Any] = {"rows": rows, "ours": _rates(rows, seconds)}
    written = bare.read_rows(table, rows)
    for name, whole in (("bare", False), ("indexed", True)):
        taken = []
        for _number in range(RUNS):
            bare.make_table("bench_rows", table, whole=whole)
            taken.append(bare.insert_bulk("bench_rows", written))
        found[name] = _rates(rows, taken)
        say(f"{table} {name}: {found[name]['median']:.0f} rows/s")
    bare.drop_table("bench_rows")
    return found


def _rates(rows: int, seconds: list[float]) -> dict[str, Any]:
    return asdict(sample_of([rows / each for each in seconds]))


def _call(*words: str) -> dict[str, Any]:
    """The very command an operator types, in this process."""
    from linli.web.command import build, console

    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = console.run(build(), [*words, "--json"])
    if code != console.DONE:
        raise SystemExit(f"linli {' '.join(words)}: {said.getvalue()[-500:]}")
    found: dict[str, Any] = json.loads(said.getvalue())
    return found


def _empty() -> None:
    """Leaves the tables and takes every row."""
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)


def _data() -> Path:
    from django.conf import settings

    given = os.environ.get("LINLI_TEST_DATA")
    return Path(given) if given else Path(settings.BASE_DIR).parent / "shared" / "data"


if __name__ == "__main__":
    main()
