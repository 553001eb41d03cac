"""A hundred thousand votes on statements as a map, beside scikit-learn doing the same steps."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from math import comb
from pathlib import Path
from typing import Any

from bench.measure import is_quick, sample_of, say, tell_result

VOTES, STATEMENTS, CAMPS, RUNS = 100_000, 80, 4, 15
SKLEARN = "scikit-learn==1.7.2"


def main() -> None:
    """Measures and tells the parent."""
    import numpy as np

    from linli.governance.deliberation.rules.opinion.reckoning import as_table
    from linli.governance.deliberation.rules.opinion.votes import sheets

    wanted = 10_000 if is_quick() else VOTES
    cast = _cast(wanted, random.Random(20261128))
    given = sheets(range(STATEMENTS), cast)
    table, _voters = as_table(given)
    folder = Path(os.environ["LINLI_DATA"])
    np.save(folder / "votes.npy", table)
    result: dict[str, Any] = {"server": "Python alone", "durable": "no database is asked"}
    result |= {"votes": given.votes, "people": len(table), "statements": STATEMENTS}
    with _sklearn(folder) as other:
        result |= {"sklearn": SKLEARN} | _measure(other, cast, table, folder)
    tell_result(result)


def _cast(votes: int, chance: random.Random) -> list[tuple[int, int, int]]:
    """(voter, statement, value): each camp leans its own way on each statement, more or less."""
    lean = [[chance.uniform(-1, 1) for _each in range(STATEMENTS)] for _camp in range(CAMPS)]
    cast: list[tuple[int, int, int]] = []
    voter = 0
    while len(cast) < votes:
        own = lean[chance.choices(range(CAMPS), [4, 3, 2, 1])[0]]
        share = chance.uniform(0.1, 0.9)
        for statement in range(STATEMENTS):
            if chance.random() < share:
                drawn = own[statement] + chance.gauss(0, 0.6)
                cast.append((voter, statement, 1 if drawn > 0.2 else -1 if drawn < -0.2 else 0))
        voter += 1
    return cast[:votes]


class _sklearn:
    """scikit-learn in an environment of its own, made for this run and gone with it."""

    def __init__(self, folder: Path) -> None:
        self.home, self.file = folder / "sklearn", folder / "votes.npy"

    def __enter__(self) -> "_sklearn":
        say(f"an environment with {SKLEARN}")
        subprocess.run([sys.executable, "-m", "venv", str(self.home)], check=True)
        python = self.home / "bin" / "python"
        install = [str(python), "-m", "pip", "install", "--quiet", SKLEARN]
        subprocess.run(install, check=True, stdout=sys.stderr)
        script = Path(__file__).with_name("opinion_sklearn.py")
        self.process = subprocess.Popen(
            [str(python), "-P", str(script), str(self.file)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._read()
        return self

    def __exit__(self, *_why: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def ask(self, starts: str = "own") -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{starts}\n")
        self.process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("scikit-learn ended before its end")
        told: dict[str, Any] = json.loads(line)
        return told


def _measure(other: _sklearn, cast: list[Any], table: Any, folder: Path) -> dict[str, Any]:
    from linli.governance.deliberation.rules.opinion.clusters import find_groups
    from linli.governance.deliberation.rules.opinion.plane import counted_in, lay_out
    from linli.governance.deliberation.rules.opinion.reckoning import reckon
    from linli.governance.deliberation.rules.opinion.votes import sheets

    names = ("plane", "groups", "both", "their_plane", "their_groups", "their_both", "whole")
    taken: dict[str, list[float]] = {name: [] for name in names}
    runs = 3 if is_quick() else RUNS
    for run in range(runs + 2):
        began = time.perf_counter()
        plane = lay_out(table)
        points = plane.points[counted_in(table)]
        between = time.perf_counter()
        labels, _clear = find_groups(points)
        ended = time.perf_counter()
        theirs = other.ask()
        begun = time.perf_counter()
        reckon(sheets(range(STATEMENTS), cast))
        whole = time.perf_counter() - begun
        if run < 2:
            continue
        spent = theirs["taken"]
        after = spent["knots"] + spent["groups"]
        ours = (between - began, ended - between, ended - began)
        row = (*ours, spent["plane"], after, spent["plane"] + after, whole)
        for name, seconds in zip(names, row, strict=True):
            taken[name].append(seconds)
    say(f"{runs} runs")
    same = other.ask(str(_starts(points, folder)))
    return {
        **{name: asdict(sample_of(each)) for name, each in taken.items()},
        "sorted": len(points),
        "groups_found": int(labels.max()) + 1,
        "their_groups_found": len(set(theirs["labels"])),
        "apart": _apart(plane.axes, theirs["axes"]),
        "alike": _alike(labels.tolist(), theirs["labels"]),
        "alike_from_ours": _alike(labels.tolist(), same["labels"]),
    }


def _starts(points: Any, folder: Path) -> Path:
    """Where ours begins, as numbers of the points."""
    import numpy as np

    from linli.governance.deliberation.rules.opinion import clusters

    ones = np.ones(len(points))
    first = clusters.farthest_first(points, ones, clusters.KNOTS)
    knot_of = clusters.gather(points, ones, points[first])
    sizes = np.bincount(knot_of).astype(float)
    knots = np.stack([np.bincount(knot_of, weights=points[:, axis]) / sizes for axis in (0, 1)], 1)
    path = folder / "starts.npz"
    more: dict[str, Any] = {
        str(number): clusters.farthest_first(knots, sizes, number)
        for number in range(2, clusters.MOST_GROUPS + 1)
    }
    np.savez(path, knots=first, **more)
    return path


def _apart(ours: Any, theirs: Any) -> float:
    """The largest difference of a loading, whichever way an axis points."""
    import numpy as np

    worst = 0.0
    for one, two in zip(ours, np.array(theirs), strict=True):
        worst = max(worst, float(min(np.abs(one - two).max(), np.abs(one + two).max())))
    return worst


def _alike(one: Sequence[int], two: Sequence[int]) -> float:
    """The adjusted Rand index of two partitions (Hubert and Arabie 1985): 1 is the same."""

    def pairs(labels: Sequence[Any]) -> int:
        return sum(comb(labels.count(each), 2) for each in set(labels))

    both, all_pairs = pairs(list(zip(one, two, strict=True))), comb(len(one), 2)
    expected = pairs(one) * pairs(two) / all_pairs
    most = (pairs(one) + pairs(two)) / 2
    return (both - expected) / (most - expected) if most != expected else 1.0


if __name__ == "__main__":
    main()
