"""The page of the benchmark `shares`: every vote with its times, and the ratio of the largest."""

from typing import Any


def shares_lines(found: dict[str, Any], _prefix: str) -> list[str]:
    """One table and the ratios."""
    if found["votes"] is None:
        return ["Not run: the votes (budget_votes/*.pb) are not on this machine.", ""]
    head = [
        "Vote", "Papers", "Different", "Projects", "Winners", "Steps", "Exact, s", "Searched, s",
        "pabutools, s", "Exact ÷ theirs", "Searched ÷ theirs",
    ]  # fmt: skip
    rows = []
    for name, told in found["votes"].items():
        exact, searched, theirs = told["exact"], told["searched"], told["theirs"]
        rows.append([
            f"**{name}**" if name == found["largest"] else name,
            f"{told['voters']:,}", f"{told['different']:,}", str(told["projects"]),
            str(told["winners"]), str(told["steps"]), _told(exact), _told(searched), _told(theirs),
            _ratio(exact, theirs), _ratio(searched, theirs),
        ])  # fmt: skip
    ruled = ["---", *("---:" for _column in head[1:])]
    largest = found["votes"][found["largest"]]
    return [
        f"Beside {found['pabutools']}, its ties decided by our rule.",
        "",
        *(f"| {' | '.join(row)} |" for row in (head, ruled, *rows)),
        "",
        (
            f"Winners: the same in all {len(found['votes'])} votes, each way of counting beside"
            " pabutools (asserted; the run ends where they differ)."
        ),
        "",
        f"shares exact ratio: {_ratio(largest['exact'], largest['theirs'])}  ",
        f"shares searched ratio: {_ratio(largest['searched'], largest['theirs'])}",
        "",
    ]


def _told(sample: dict[str, Any]) -> str:
    if sample["runs"] == 1:
        return f"{sample['median']:.2f}"
    median, low, high = (sample[name] for name in ("median", "low", "high"))
    return f"{median:.2f} ({low:.2f}–{high:.2f}) ±{sample['spread']:.0f} %"


def _ratio(ours: dict[str, Any], theirs: dict[str, Any]) -> str:
    return f"{ours['median'] / theirs['median']:.3f}" if theirs["median"] else "–"
