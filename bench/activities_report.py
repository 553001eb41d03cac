"""The lines of `docs/benchmarks/activities.md`."""

from typing import Any

ROWS = {
    "page": "the activity's page, a visitor",
    "sign_up": "signing up, from the page to the entry",
    "list": "the list of names at the desk, first page",
    "check_in": "everybody checked in",
}


def activities_lines(found: dict[str, Any], _name: str) -> list[str]:
    """A row each thing done; and the ratios."""
    ours, theirs = found["sides"]["ours"], found["sides"]["pretix"]
    table = [
        "| | ours | questions | pretix | questions | ratio |",
        "| --- | --- | ---: | --- | ---: | ---: |",
    ]
    for key, title in ROWS.items():
        one, other = ours[key], theirs[key]
        table.append(
            f"| {title} | {_told(one)} | {one['queries']:,} | {_told(other)} |"
            f" {other['queries']:,} | {one['median'] / other['median']:.2f} |"
        )
    size = (
        f"{found['size']:,} names on the list before; beside {found['pretix']}. Checked in:"
        f" {ours['checked_in']:,} and {theirs['checked_in']:,}."
    )
    return [size, "", *table, ""]


def _told(sample: dict[str, Any]) -> str:
    median, low, high = (sample[name] * 1e3 for name in ("median", "low", "high"))
    return f"{median:.0f} ({low:.0f}–{high:.0f}) ms ±{sample['spread']:.0f} %"
