"""The page of the benchmark `opinion`: times of the same steps, and whether both find the same."""

from typing import Any


def opinion_lines(found: dict[str, Any], _prefix: str) -> list[str]:
    """The figures in words and one table."""
    rows = [
        ["plane", found["plane"], found["their_plane"]],
        ["groups", found["groups"], found["their_groups"]],
        ["both", found["both"], found["their_both"]],
    ]
    table = [
        "|  | Ours | scikit-learn | Ours ÷ scikit-learn |",
        "| --- | ---: | ---: | ---: |",
        *(
            f"| {what} | {_told(ours)} | {_told(theirs)} | {_ratio(ours, theirs)} |"
            for what, ours, theirs in rows
        ),
        f"| whole | {_told(found['whole'])} | – | – |",
    ]
    size = (
        f"{found['votes']:,} votes of {found['people']:,} people on {found['statements']}"
        f" statements, {found['sorted']:,} of them sorted into groups; beside {found['sklearn']}."
    )
    same = (
        f"Axes: no loading differs by more than {found['apart']:.0e}. Groups: ours"
        f" {found['groups_found']}, scikit-learn's {found['their_groups_found']}; adjusted Rand"
        f" index {found['alike']:.4f} with its own start, {found['alike_from_ours']:.4f} from ours"
        " (1 is the same partition)."
    )
    return [
        size,
        "",
        *table,
        "",
        same,
        "",
        f"opinion same steps ratio: {_ratio(found['both'], found['their_both'])}",
        "",
    ]


def _told(sample: dict[str, Any]) -> str:
    median, low, high = (sample[name] * 1e3 for name in ("median", "low", "high"))
    return f"{median:.1f} ({low:.1f}–{high:.1f}) ms ±{sample['spread']:.0f} %"


def _ratio(ours: dict[str, Any], theirs: dict[str, Any]) -> str:
    return f"{ours['median'] / theirs['median']:.2f}"
