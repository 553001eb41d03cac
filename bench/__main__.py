"""script/bench NAME …: measures on both databases and writes docs/benchmarks/NAME.md.

NAME is one of those below, or all. LINLI_BENCH_QUICK=1: smaller sizes and fewer rounds.
Nothing of an instance on this machine is touched: each run makes databases of its own.
"""

import argparse
import os
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.instances import DATABASES, measure_on
from bench.measure import describe_machine, is_quick, say
from bench.report import Results, write_report

NAMES = (
    "pages",
    "imports",
    "intake",
    "ballots",
    "count",
    "roster",
    "forms",
    "duplicates",
    "questions",
    "calendar",
    "archive",
    "eligibility",
    "rollup",
    "ledger",
    "shares",
    "opinion",
    "activities",
)
# pretix is asked on SQLite only: one side of it is enough to stand beside.
ON_ONE_DATABASE = {"activities"}
ASKS_NO_DATABASE = {"count", "forms", "eligibility", "rollup", "shares", "opinion"}


def main() -> int:
    """Runs the benchmarks named, one after another; 1 where one could not be measured to its
    end. What the other database gave is written all the same."""
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("names", nargs="+", choices=(*NAMES, "all"), metavar="NAME")
    asked = parser.parse_args().names
    failed = False
    for name in NAMES if "all" in asked else dict.fromkeys(asked):
        with tempfile.TemporaryDirectory(prefix="linli-bench-") as folder:
            machine = describe_machine(Path(folder))
        results: Results = {}
        for database in DATABASES[:1] if name in ASKS_NO_DATABASE | ON_ONE_DATABASE else DATABASES:
            say(f"{name} on {database}")
            try:
                results[database] = measure_on(database, name)
            except subprocess.CalledProcessError:
                results[database], failed = {"failed": True}, True
        machine |= {"load_after": os.getloadavg(), "cores": os.cpu_count() or 1}
        path = write_report(name, results, machine, datetime.now(tz=UTC).date(), quick=is_quick())
        print(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
