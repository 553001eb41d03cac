"""The page of the benchmark `rollup`: times and memory, ours beside the bare engine."""

import itertools
from typing import Any

STEPS = {
    "month": "cells of one month",
    "year": "cells of the year's months",
    "people": "different persons by community and kind",
}


def rollup_lines(found: dict[str, Any], _prefix: str) -> list[str]:
    """A table for each step, then growth, memory and the ratio of the largest size."""
    sizes = found["sizes"]
    largest = max(sizes, key=int)
    lines = [
        (
            f"{found['communities']:,} communities in five levels; {found['memory']} for the"
            " engine, which goes to disk beyond it. The ratio at the end is of all three steps and"
            " from the start of each process on; start: libraries loaded, a first question asked."
        ),
        "",
    ]
    head = ["Facts", "Step", "Ours s", "of it start", "Bare s", "of it start", "Ours ÷ bare",
            "without start", "Ours GB", "Bare GB", "Rows"]  # fmt: skip
    rows = []
    for size, told in sizes.items():
        for step, title in STEPS.items():
            ours, bare = told[f"{step}-ours"], told[f"{step}-bare"]
            rows.append([
                f"{int(size):,}", title, f"{ours['seconds']:.1f}", f"{ours['start']:.1f}",
                f"{bare['seconds']:.1f}", f"{bare['start']:.1f}",
                f"{ours['seconds'] / bare['seconds']:.2f}", f"{_work(ours) / _work(bare):.2f}",
                _gb(ours), _gb(bare), f"{ours['rows']:,}",
            ])  # fmt: skip
        if whole := told.get("evaluate-ours"):
            rows.append([
                f"{int(size):,}", "`linli evaluate`: all values of all levels",
                f"{whole['seconds']:.1f}", f"{whole['start']:.1f}", "–", "–", "–", "–",
                _gb(whole), "–", f"{whole['rows']:,}",
            ])  # fmt: skip
    lines += [f"| {' | '.join(head)} |", "| ---: | --- |" + " ---: |" * 9]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    lines += [""]
    lines += [
        f"{int(size):,} facts: {told['files']:,} files, {told['bytes'] / 1e9:.2f} GB, written in"
        f" {told['generated']:.0f} s; each step {told['rounds']} time(s), the median.  "
        for size, told in sizes.items()
    ]
    most = max(told[f"{step}-ours"]["peak"] for told in sizes.values()
               for step in (*STEPS, "evaluate") if f"{step}-ours" in told)  # fmt: skip
    ordered = sorted(sizes, key=int)
    growth = [
        f"{_all(sizes[more], 'ours') / _all(sizes[less], 'ours'):.1f}"
        for less, more in itertools.pairwise(ordered)
    ]
    lines += [
        "",
        f"Ten times the facts take {', then '.join(growth)} times as long.",
        "",
        f"roll-up ratio: {_all(sizes[largest], 'ours') / _all(sizes[largest], 'bare'):.2f}  ",
        f"roll-up ratio without the process's start: {_apart_from_start(sizes[largest]):.2f}  ",
        f"roll-up memory: {most / 1e9:.1f} GB",
        "",
    ]
    return lines


def _all(told: dict[str, Any], who: str) -> float:
    """The steps that both take, together, from the start of each process on."""
    return float(sum(told[f"{step}-{who}"]["seconds"] for step in STEPS))


def _apart_from_start(told: dict[str, Any]) -> float:
    ours, bare = (sum(_work(told[f"{step}-{who}"]) for step in STEPS) for who in ("ours", "bare"))
    return ours / bare


def _work(step: dict[str, Any]) -> float:
    """Seconds without those of the start, which are the same for any number of facts."""
    return float(step["seconds"] - step["start"])


def _gb(told: dict[str, Any]) -> str:
    return f"{told['peak'] / 1e9:.1f}"
