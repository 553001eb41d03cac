"""The page of the benchmark `ledger`: each question with ever more lines."""

from typing import Any


def ledger_lines(found: dict[str, Any], prefix: str) -> list[str]:
    """A table of the questions, what filling and checking took, and the ratios."""
    sizes = sorted(found["sizes"], key=int)
    head = ["Question", *(f"{int(size):,} lines" for size in sizes), "Ratio"]
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    ratios = []
    for what in found["sizes"][sizes[0]]:
        told = [found["sizes"][size][what] for size in sizes]
        ratio = told[-1]["median"] / told[0]["median"]
        cells = [_ms(each) for each in told]
        lines.append(f"| {' | '.join([what, *cells, f'{ratio:.2f}'])} |")
        ratios.append(f"{prefix} {what} ratio: {ratio:.2f}  ")
    filled = ", ".join(f"{found['filling'][size]:,.0f}" for size in sizes)
    checked = ", ".join(f"{found['check'][size]:.1f}" for size in sizes)
    return [
        *lines,
        "",
        f"Written at {filled} lines a second; held against all lines in {checked} s, nothing off.",
        "",
        *ratios,
        "",
    ]


def _ms(told: dict[str, Any]) -> str:
    low, high = 1000 * told["low"], 1000 * told["high"]
    return f"{1000 * told['median']:.2f} ({low:.2f}–{high:.2f}) ±{told['spread']:.0f} %"
