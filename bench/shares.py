"""Ten real participatory budgets counted by equal shares, beside pabutools on the same papers."""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.measure import is_quick, sample_of, say, tell_result

PABUTOOLS = "pabutools==1.2.3"
RUNS, THEIR_RUNS = 5, 3
LOT, STEP = "2026-11-28", 100
FOLDER = "budget_votes"


def main() -> None:
    """Measures and tells the parent."""
    votes = _votes()
    result: dict[str, Any] = {"server": "Python alone", "durable": "no database is asked"}
    result |= {"pabutools": PABUTOOLS, "votes": None}
    if votes:
        folder = Path(os.environ["LINLI_DATA"])
        file = folder / "votes.json"
        file.write_text(json.dumps({name: _tell(vote) for name, vote in votes.items()}), "utf-8")
        result |= _measure(folder, file, votes)
    tell_result(result)


def _votes() -> dict[str, Any]:
    """The votes that lie beside the project, where they do; in the short form the small ones."""
    from linli.governance.budgeting.pabulib import read_pb

    given = os.environ.get("LINLI_TEST_DATA")
    here = Path(__file__).resolve().parent.parent
    folders = [Path(given)] if given else [up / "shared" / "data" for up in here.parents[:2]]
    found = {}
    for folder in folders:
        for file in sorted((folder / FOLDER).glob("*.pb")):
            if is_quick() and file.stat().st_size > 30_000:
                continue
            election = read_pb(file)
            if election.profile is None:
                raise SystemExit(f"{file.name} cannot be read: {election.problems}")
            found.setdefault(file.stem, election.profile)
    return found


def _tell(profile: Any) -> dict[str, Any]:
    from linli.governance.budgeting.rules.count import lot_order

    return {
        "budget": profile.budget,
        "costs": dict(profile.costs),
        "points": profile.points,
        "papers": [(dict(pattern.given), pattern.number) for pattern in profile.patterns],
        "votes": dict(profile.votes),
        "lot": lot_order(LOT, list(profile.costs)),
        "step": STEP,
    }


class _pabutools:
    """pabutools in an environment of its own, made for this run and gone with it."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.folder, self.file = folder / "pabutools", file

    def __enter__(self) -> "_pabutools":
        say(f"an environment with {PABUTOOLS}")
        subprocess.run([sys.executable, "-m", "venv", str(self.folder)], check=True)
        python = self.folder / "bin" / "python"
        install = [str(python), "-m", "pip", "install", "--quiet", PABUTOOLS]
        subprocess.run(install, check=True, stdout=sys.stderr)
        script = Path(__file__).with_name("shares_pabutools.py")
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

    def count(self, name: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{name}\n")
        self.process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("pabutools ended before its end")
        told: dict[str, Any] = json.loads(line)
        return told


def _measure(folder: Path, file: Path, votes: dict[str, Any]) -> dict[str, Any]:
    sizes = {
        name: sum(len(pattern.given) * pattern.number for pattern in profile.patterns)
        for name, profile in votes.items()
    }
    largest = max(sizes, key=lambda name: (sizes[name], name))
    told: dict[str, Any] = {}
    with _pabutools(folder, file) as other:
        for name, profile in votes.items():
            say(name)
            theirs = [other.count(name)]
            runs = 1 if is_quick() or name != largest else THEIR_RUNS
            ours: dict[str, list[float]] = {"exact": [], "searched": []}
            outcome = None
            for run in range(RUNS):
                for how, up_to in (("exact", 10**9), ("searched", 0)):
                    began = time.perf_counter()
                    outcome = _count(profile, up_to)
                    ours[how].append(time.perf_counter() - began)
                    same = sorted(outcome.won) == theirs[0]["winners"]
                    assert same, f"{name}: other winners than pabutools"
                if 0 < run < runs:
                    theirs.append(other.count(name))
            assert outcome is not None
            told[name] = {
                "voters": profile.voters,
                "different": len(profile.patterns),
                "projects": len(profile.costs),
                "named": sizes[name],
                "points": profile.points,
                "winners": len(outcome.won),
                "steps": outcome.steps,
                "left": outcome.left / outcome.budget,
                "exact": asdict(sample_of(ours["exact"])),
                "searched": asdict(sample_of(ours["searched"])),
                "theirs": asdict(sample_of([each["seconds"] for each in theirs])),
            }
    return {"votes": told, "largest": largest}


def _count(profile: Any, exact_up_to: int) -> Any:
    from linli.governance.budgeting.rules.count import CountRules, count

    return count(profile, CountRules(step=STEP, lot=LOT), exact_up_to=exact_up_to)


if __name__ == "__main__":
    main()
