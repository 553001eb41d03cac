"""A million ballots counted by the command, beside reading the same file alone."""

import contextlib
import io
import json
import os
import random
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.instances import durable_settings, open_instance, server_version
from bench.measure import Sample, is_quick, sample_of, say, tell_result

BALLOTS = 1_000_000
SEATS = 7
NAMES = "赵一 钱二 孙三 李四 周五 吴六 郑七 王八月 冯九 陈十".split()
RUNS = 5


def main() -> None:
    """Measures and tells the parent."""
    open_instance()
    ballots = 50_000 if is_quick() else BALLOTS
    result: dict[str, Any] = {"server": server_version(), "durable": durable_settings()}
    result |= {"ballots": ballots, "candidates": len(NAMES), "seats": SEATS, "files": {}}
    folder = Path(os.environ["LINLI_DATA"])
    for kind, numbered in (("marks", False), ("numbered", True)):
        file = folder / f"{kind}.csv"
        expected = _write(file, ballots, numbered=numbered)
        result["files"][kind] = _measure(file, ballots, expected)
        file.unlink()
    tell_result(result)


def _write(file: Path, ballots: int, *, numbered: bool) -> dict[str, int]:
    """A table of ballots as a clerk's program would save it, and the votes it holds: most papers
    choose up to the seats, one in fifty too many."""
    chance = random.Random(20260101)
    votes = dict.fromkeys(NAMES, 0)
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join([*(["票号"] if numbered else []), *NAMES]) + "\r\n")
        for number in range(1, ballots + 1):
            marks = SEATS + 1 if number % 50 == 0 else chance.randint(0, SEATS)
            chosen = set(chance.sample(NAMES, marks))
            if marks <= SEATS:
                for name in chosen:
                    votes[name] += 1
            cells = ["√" if name in chosen else "" for name in NAMES]
            out.write(",".join([*([str(number)] if numbered else []), *cells]) + "\r\n")
    return votes


def _measure(file: Path, ballots: int, expected: dict[str, int]) -> dict[str, Any]:
    """Ours and the two ways of reading alone, in turn, so that the machine weighs on all alike."""
    works: dict[str, Callable[[], None]] = {
        "ours": lambda: _count(file, ballots, expected),
        "lines": lambda: _read_lines(file),
        "cells": lambda: _read_cells(file),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _run in range(RUNS + 1):
        for name, work in works.items():
            began = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - began)
    samples: dict[str, Sample] = {name: sample_of(each[1:]) for name, each in taken.items()}
    for name, sample in samples.items():
        say(f"{file.stem} {name}: {sample.median:.2f} s")
    return {
        "bytes": file.stat().st_size,
        **{name: asdict(sample) for name, sample in samples.items()},
    }


def _count(file: Path, ballots: int, expected: dict[str, int]) -> None:
    """The very command an operator types, in this process, and that it counted rightly."""
    from linli.web.command import build, console

    said = io.StringIO()
    words = ["elections", "count", str(file), "--seats", str(SEATS)]
    words += ["--electors", str(ballots + 1), "--mode", "electors", "--json"]
    with contextlib.redirect_stdout(said):
        code = console.run(build(), words)
    told = json.loads(said.getvalue())
    if code != console.DONE or told["cast"] != ballots or told["tally"] != expected:
        raise SystemExit("the ballots were not counted rightly")


def _read_lines(file: Path) -> None:
    """Every line of the file as text, and nothing done with it."""
    with file.open(encoding="utf-8") as lines:
        for _line in lines:
            pass


def _read_cells(file: Path) -> None:
    """Every line cut into its cells by the standard library, and nothing done with them."""
    import csv

    with file.open(encoding="utf-8", newline="") as lines:
        for _row in csv.reader(lines):
            pass


if __name__ == "__main__":
    main()
