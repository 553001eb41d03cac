"""Runs the parts of the tests, two at a time, and says of each: passed, failed or NOT RUN.

    python -m tests.verify [--fast] [PART …]        (script/test, script/check)

What a part prints is kept in build/verify/PART.log and shown when it fails. A part whose program
is missing, or that finds no tests, is NOT RUN: never passed. Exit code 0 only if every part
passed; LINLI_ALLOW_MISSING=1 forgives what was not run.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from linli.web.command.programs import find_chromium, find_postgres

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "build" / "verify"
TIME_LIMIT = 1800.0
PASSED, FAILED, NOT_RUN = "passed", "failed", "NOT RUN"
_NO_TESTS = 5  # pytest's exit code
_COUNTS = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed|deselected|warnings?)")
_CLOSING = re.compile(r"^=+ .*\bin [\d.]+s.* =+$")


@dataclass(frozen=True)
class Part:
    """One thing the tests look at: the command, and what it cannot do without."""

    name: str
    words: Sequence[str]
    fast: bool = True
    undisturbed: bool = False
    needs: Callable[[], str | None] = lambda: None

    @property
    def is_pytest(self) -> bool:
        return "pytest" in self.words


@dataclass
class Result:
    """What became of a part."""

    part: Part
    state: str
    seconds: float = 0.0
    note: str = ""
    closing: str = ""
    counts: Counter[str] = field(default_factory=Counter)


def _tool(name: str, *words: str) -> list[str]:
    return [str(Path(sys.executable).parent / name), *words]


def _pytest(*words: str) -> list[str]:
    return [sys.executable, "-m", "pytest", *words]


def _postgres() -> str | None:
    return None if find_postgres("initdb") else "PostgreSQL is not installed"


def _chromium() -> str | None:
    if not find_chromium():
        return "Chromium is not installed"
    return None if (ROOT / "tests" / "stories").is_dir() else "there are no stories yet"


def _xgettext() -> str | None:
    from shutil import which

    return None if which("xgettext") else "gettext (xgettext) is not installed"


CATALOGUE = "tests/house/test_locale.py"
# Two at a time, each with a database, a folder, a server and a browser of its own; a story at a
# time is handed out, so that neither has the long ones at the end.
_TWO_BROWSERS = ("-n", "2", "--maxschedchunk", "1")
# Of two that run beside each other neither should wait long for the other: what takes seconds is
# told first, then the suites, and the rest fills in beside the longer one. The second suite begins
# when the types are looked through, so that it finds compiled what the first has compiled.
PARTS = (
    Part("lint", _tool("ruff", "check", "--quiet", ".")),
    Part("format", _tool("ruff", "format", "--check", ".")),
    Part("templates", _tool("djlint", "--lint", "--quiet", "linli")),
    Part("contracts", _tool("lint-imports")),
    # Elsewhere tables are made from the models, which takes seconds; these two make them by the
    # migrations, one on each database, and so prove these.
    Part(
        "postgres",
        [
            sys.executable,
            "-m",
            "tests.cluster",
            # What asks no database is told beside SQLite; the closing line counts it here as
            # deselected. `linli evaluate` reads files.
            *_pytest(
                "linli",
                "tests/requirements",
                "--only-databases",
                "--deselect=linli/web/command/tests/test_evaluate_command.py",
                "--migrations",
                "--durations=10",
            ),
        ],
        fast=False,
        needs=_postgres,
    ),
    Part("types", _tool("mypy")),
    Part("sqlite", _pytest("linli", "tests/requirements", "--migrations", "--durations=10")),
    Part("house", _pytest("tests/house", f"--ignore={CATALOGUE}")),
    Part("migrations", [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"]),
    Part("catalogue", _pytest(CATALOGUE), needs=_xgettext),
    # A browser beside two busy suites would be judged by the machine's patience. Beside each other
    # these two are well: a story waits for its page and its page for the house, so two leave the
    # machine idle now and then, which the third browser takes up.
    Part(
        "stories",
        _pytest("tests/stories", "-m", "not accessibility", *_TWO_BROWSERS),
        fast=False,
        undisturbed=True,
        needs=_chromium,
    ),
    Part(
        "accessibility",
        _pytest("tests/stories", "-m", "accessibility"),
        fast=False,
        undisturbed=True,
        needs=_chromium,
    ),
)


class Run:
    """One run of some parts; `stop` ends what is under way."""

    def __init__(self, data: Path) -> None:
        self._running: set[subprocess.Popen[bytes]] = set()
        self._guard = threading.Lock()
        self._stopped = False
        self._environment = os.environ | {
            "LINLI_ENV": "test",
            "LINLI_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": "linli.web.settings",
            "COLUMNS": "100",
        }
        # The suite chooses its database itself; never the one of whoever starts it.
        self._environment.pop("DATABASE_URL", None)
        # Some twenty processes import the whole house. Where the environment forbids Python to
        # keep what it compiled, each would compile it anew; it is kept for this run, aside.
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._environment["PYTHONPYCACHEPREFIX"] = str(data / "compiled")

    def one(self, part: Part) -> Result:
        """Runs `part` and says what became of it."""
        reason = part.needs()
        if reason:
            return Result(part, NOT_RUN, note=reason)
        started = time.monotonic()
        log = LOGS / f"{part.name}.log"
        with log.open("wb") as output:
            with self._guard:
                if self._stopped:
                    return Result(part, NOT_RUN, note="interrupted")
                process = subprocess.Popen(
                    part.words,
                    cwd=ROOT,
                    env=self._environment,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
                self._running.add(process)
            note = ""
            try:
                code = process.wait(TIME_LIMIT)
            except subprocess.TimeoutExpired:
                note = f"took longer than {TIME_LIMIT:.0f} s"
                _end(process)
                code = process.wait()
            with self._guard:
                self._running.discard(process)
        return _judge(part, code, time.monotonic() - started, log, note)

    def stop(self) -> None:
        """Ends everything that runs; parts not yet begun do not begin."""
        with self._guard:
            self._stopped = True
            for process in self._running:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGTERM)
    except ProcessLookupError:
        return


def _judge(part: Part, code: int, seconds: float, log: Path, note: str) -> Result:
    result = Result(part, PASSED if code == 0 else FAILED, seconds, note)
    if part.is_pytest:
        lines = log.read_text(errors="replace").splitlines()
        result.closing = next((line for line in reversed(lines) if _CLOSING.match(line)), "")
        for number, word in _COUNTS.findall(result.closing):
            result.counts[word.removesuffix("s") if word.startswith("warn") else word] += int(
                number
            )
        if code == _NO_TESTS:
            result.state, result.note = NOT_RUN, "there are no such tests yet"
    return result


def tell(result: Result) -> None:
    """Says at once what became of a part, with all it printed if it failed."""
    note = f"  ({result.note})" if result.note else ""
    print(f"{result.state:8} {result.part.name:14} {result.seconds:7.1f} s{note}", flush=True)
    if result.state == FAILED:
        print((LOGS / f"{result.part.name}.log").read_text(errors="replace"), flush=True)
    elif result.closing:
        print(result.closing, flush=True)


def summarise(results: Sequence[Result], seconds: float) -> None:
    """The table of all parts, then the counts of all suites in the words of pytest."""
    print(f"\n{'part':14} {'result':8} {'seconds':>8}")
    for result in results:
        note = f"  {result.note}" if result.note else ""
        print(f"{result.part.name:14} {result.state:8} {result.seconds:8.1f}{note}")
    total: Counter[str] = sum((result.counts for result in results), Counter())
    words = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "error", "errors")
    counts = ", ".join(f"{total[word]} {word}" for word in words if total[word])
    print(f"\n{counts or 'no tests ran'} in {seconds:.2f}s")


def verify(parts: Sequence[Part]) -> list[Result]:
    """Runs the parts, two beside each other; after them those that no suite may disturb."""
    LOGS.mkdir(parents=True, exist_ok=True)
    beside = min(2, os.cpu_count() or 1)
    results: dict[str, Result] = {}
    with tempfile.TemporaryDirectory(prefix="linli-verify-") as data:
        run = Run(Path(data))
        # Set for both: a shell in the background starts its children deaf to SIGINT.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler)
        pool = ThreadPoolExecutor(beside)
        try:
            for undisturbed in (False, True):
                waiting = [
                    pool.submit(run.one, part) for part in parts if part.undisturbed == undisturbed
                ]
                for future in as_completed(waiting):
                    results[future.result().part.name] = future.result()
                    tell(future.result())
        finally:
            run.stop()
            pool.shutdown()
    return [results[part.name] for part in parts]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fast", action="store_true", help="only the fast half (script/check)")
    parser.add_argument("part", nargs="*", help=", ".join(part.name for part in PARTS))
    arguments = parser.parse_args()
    unknown = set(arguments.part) - {part.name for part in PARTS}
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    parts = [
        part
        for part in PARTS
        if (part.name in arguments.part if arguments.part else part.fast or not arguments.fast)
    ]
    started = time.monotonic()
    try:
        results = verify(parts)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    summarise(results, time.monotonic() - started)
    states = {result.state for result in results}
    forgiven = {PASSED, NOT_RUN} if os.environ.get("LINLI_ALLOW_MISSING") == "1" else {PASSED}
    return 0 if states <= forgiven else 1


if __name__ == "__main__":
    sys.exit(main())
