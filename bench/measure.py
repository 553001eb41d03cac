"""Taking times: medians with their spread, and what machine they were taken on."""

import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Sample:
    """What repeated runs of one thing gave, in the unit of the values.

    `spread` is half the distance between the quartiles in percent of the median: what two equal
    things may differ by on this machine without meaning anything.
    """

    median: float
    low: float
    high: float
    spread: float
    runs: int


def sample_of(values: Sequence[float]) -> Sample:
    """The sample of at least one value."""
    middle = statistics.median(values)
    if len(values) > 2:
        first, _second, third = statistics.quantiles(values, n=4, method="inclusive")
    else:
        first, third = min(values), max(values)
    spread = 50 * (third - first) / middle if middle else 0.0
    return Sample(middle, min(values), max(values), spread, len(values))


def time_runs(work: Callable[[], Any], runs: int, *, warm: int = 2) -> Sample:
    """Seconds of each of `runs` calls, after `warm` calls that do not count."""
    for _number in range(warm):
        work()
    taken = []
    for _number in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return sample_of(taken)


def percentile(values: Sequence[float], share: float) -> float:
    """The value under which `share` (0 to 1) of all lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure_processor() -> Sample:
    """Seconds of one fixed piece of Python, again and again: how unsteady the processor is."""

    def work() -> int:
        total = 0
        for number in range(400_000):
            total = (total * 31 + number) % 1_000_003
        return total

    return time_runs(work, 15)


def measure_disk(folder: Path, runs: int = 60) -> Sample:
    """Seconds of writing one page of 4 KiB durably, where the databases lie."""
    page = os.urandom(4096)
    sync = getattr(os, "fdatasync", os.fsync)
    with tempfile.TemporaryFile(dir=folder) as file:

        def work() -> None:
            file.write(page)
            file.flush()
            sync(file.fileno())

        return time_runs(work, runs)


def describe_machine(folder: Path) -> dict[str, Any]:
    """What the figures were taken on."""
    return {
        "processor": f"{os.cpu_count()} × {_processor()}",
        "memory": f"{_memory():.0f} GiB",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": platform.python_version(),
        "django": version("django"),
        "sqlite": _sqlite(),
        "load": os.getloadavg(),
        "noise": asdict(measure_processor()),
        "disk": asdict(measure_disk(folder)),
    }


def tell_result(result: dict[str, Any]) -> None:
    """Hands what a child process measured to the one that started it."""
    Path(os.environ["LINLI_BENCH_RESULT"]).write_text(json.dumps(result), encoding="utf-8")


def say(words: str) -> None:
    """Where the run has got to, on stderr."""
    print(f"[{time.strftime('%H:%M:%S')}] {words}", file=sys.stderr, flush=True)


def is_quick() -> bool:
    """Whether the short form was asked for (`LINLI_BENCH_QUICK=1`): smaller sizes, same paths."""
    return os.environ.get("LINLI_BENCH_QUICK", "") not in ("", "0")


def _sqlite() -> str:
    if sys.platform == "linux":
        import pysqlite3 as sqlite
    else:
        import sqlite3 as sqlite
    return str(sqlite.sqlite_version)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory() -> float:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    except (ValueError, OSError):
        return float("nan")
