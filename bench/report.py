"""What was measured, as `docs/benchmarks/NAME.md`."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "benchmarks"
Results = dict[str, dict[str, Any] | None]
BUSY = (
    "**The machine was busy with other work while this ran**: times are too long and spread"
    " widely; the ratios, taken in turn, suffer less."
)
LISTED = ("queue", "queue-overdue", "queue-all", "public-list", "matter", "follow", "six-standards")


def write_report(
    name: str, results: Results, machine: dict[str, Any], on: date, *, quick: bool
) -> Path:
    """Writes the page of one benchmark and says where it is."""
    write: dict[str, Callable[[dict[str, Any], str], list[str]]] = {
        "pages": _pages, "imports": _imports, "intake": _intake, "ballots": _ballots,
        "count": _count,
    }  # fmt: skip
    lines = [
        f"# {TITLES[name]}",
        "",
        *_preface(name, machine, on, quick=quick),
        "",
        ABOUT[name],
        "",
    ]
    for database, found in results.items():
        lines += [f"## {database}", ""]
        if found is None:
            lines += ["Not run: its server programs are not on this machine.", ""]
            continue
        if "failed" in found:
            lines += ["Not measured: it ended before its end; the run's own output says why.", ""]
            continue
        lines += [f"{found['server']} ({found['durable']}).", ""]
        lines += write[name](found, f"{name}-{database.lower()}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.md"
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    return path


TITLES = {
    "pages": "Pages with very many matters",
    "imports": "Tables taken in",
    "intake": "Matters accepted a second",
    "ballots": "Ballots cast on screens",
    "count": "A million ballots counted",
}
ABOUT = {
    "pages": (
        "Three communities of one database, with so many matters each over five years; one in a"
        " hundred was never finished. Each page is fetched through Django's test client with"
        " production settings, the communities in turn, so that what else the machine does weighs"
        " on all alike. `ratio`: the time with the most matters divided by that with the fewest."
        " A page that is not full yet with the fewest draws less there: the bytes show it.\n\n"
        "Times in milliseconds: median (lowest–highest), ± half the distance of the quartiles."
    ),
    "imports": (
        "The commands `linli matters import` and `linli places import` in one process, from the"
        " file to the last commit, into an empty instance. Beside them the rows they wrote, put in"
        " again by the database's driver alone in one transaction (`executemany` on SQLite, `COPY`"
        " on PostgreSQL): *bare* into a table with nothing but its key, *indexed* into one with"
        " the indexes and checks of ours. Ours reads and judges every cell first, writes a step"
        " for each matter (a version for each place) beside its row, and commits a thousand at a"
        " time.\n\nRows a second: median (lowest–highest), ± half the distance of the quartiles."
        " `ratio`: ours divided by bare."
    ),
    "intake": (
        "Eight clients at once (two processes of four threads) send matters as fast as they are"
        " answered; each answer is given after the commit. *Form*: the second page of the portal's"
        " form over HTTP to the server that `linli serve` starts, on the same processors as the"
        " clients. *Act*: `raise_matter` itself, without a server. *Bare*: one equally wide row in"
        " a transaction of its own, by the driver alone, by the same eight clients (*one client*:"
        " by one). Rounds are taken in turn. A matter is eight rows in one transaction: the"
        " matter, its step, two clocks, what was said, the book of acts, the notice to the worker,"
        " and the key that lets the form count once. Everything accepted was found in the database"
        " afterwards.\n\nMatters a second: median (lowest–highest), ± half the distance of the"
        " quartiles. `ratio`: ours divided by the bare inserts of eight clients."
    ),
    "ballots": (
        "Sixteen voters at once (four processes of four threads) cast a paper each, again and"
        " again, every one for another line of the roll. *Act*: `cast` itself; the mark on the"
        " roll, the paper in the box, the book of acts and the key of the form are four rows in"
        " one transaction. *Bare*: one row as a paper's in a transaction of its own, by the driver"
        " alone, by the same voters. Rounds are taken in turn. Then the same roll votes once more"
        " over HTTP, while the server that `linli serve` starts is killed (kill -9, with all its"
        " workers) and started again; each voter sends the same form until it is answered. After"
        " both: every ballot that was acknowledged was in the box exactly once, and every one"
        " there had exactly one mark; otherwise there would be no figures here.\n\nBallots a"
        " second: median (lowest–highest), ± half the distance of the quartiles. `ratio`: the act"
        " divided by the bare inserts."
    ),
    "count": (
        "The command `linli elections count` in one process, from the file to the outcome with its"
        " findings, checked against the votes that were written into the file; it asks the database"
        " nothing. Beside it, in turn, the same file read alone by Python: *lines*, each line as"
        " text and nothing done with it; *cells*, each line cut into cells by the standard"
        " library's `csv`. *Numbered*: a serial number before the marks makes every line"
        " different.\n\nSeconds: median (lowest–highest), ± half the distance of the quartiles."
        " `ratio`: our time divided by that of reading the lines alone."
    ),
}


def _preface(name: str, machine: dict[str, Any], on: date, *, quick: bool) -> list[str]:
    noise, disk = machine["noise"], machine["disk"]
    before, after = machine["load"][0], machine["load_after"][0]
    short = "LINLI_BENCH_QUICK=1 " if quick else ""
    lines = [
        f"`{short}script/bench {name}`, {on.isoformat()}.",
        "",
        f"- Machine: {machine['processor']}, {machine['memory']}, {machine['system']}",
        f"- Python {machine['python']}, Django {machine['django']}",
        f"- Processor noise: one fixed piece of Python took {_ms(noise)} ms",
        f"- Disk: 4 KiB written durably in {_ms(disk)} ms",
        f"- Load: {before:.1f} before, {after:.1f} afterwards, on {machine['cores']} processors",
    ]
    if before > machine["cores"] / 2:
        lines += ["", ("**The machine was busy with other work while this ran**: times are too long"
                  " and spread widely; the ratios, taken in turn, suffer less.")]  # fmt: skip
    if quick:
        lines += ["", "**Short form**: smaller sizes and fewer rounds."]
    return lines


def _pages(found: dict[str, Any], prefix: str) -> list[str]:
    sizes = list(found["sizes"])
    least, most = sizes[0], sizes[-1]
    lines = [
        f"With {int(size):,} matters: {told['open']:,} open, {told['published']:,} ever public;"
        f" the year's figures reckoned from {told['facts']:,} facts in {told['reckoned']:.1f} s."
        for size, told in found["sizes"].items()
    ]
    heads = [f"{int(size):,}" for size in sizes]
    lines = [f"{line}  " for line in lines] + [""]
    rows = []
    for page, first in found["sizes"][least]["pages"].items():
        told = [found["sizes"][size]["pages"][page] for size in sizes]
        rows.append([
            page, _ms(found["alone"]["pages"][page]["time"]), *(_ms(each["time"]) for each in told),
            " / ".join(str(each["queries"]) for each in told),
            " / ".join(f"{each['bytes']:,}" for each in told),
            f"{_ratio(told[-1]['time'], first['time']):.2f}",
        ])  # fmt: skip
    head = ["Page", f"{heads[0]} alone", *heads, "Queries", "Bytes", "Ratio"]
    lines += _table(head, [row for row in rows if row[0] in LISTED])
    lines += [
        "",
        "Further pages:",
        "",
        *_table(head, [row for row in rows if row[0] not in LISTED]),
    ]
    lines += [""]
    pages = found["sizes"][most]["pages"]
    lines += [
        f"{prefix}-{page} ratio: "
        f"{_ratio(told['time'], found['sizes'][least]['pages'][page]['time']):.2f}  "
        for page, told in pages.items()
    ]
    return [*lines, ""]


def _imports(found: dict[str, Any], prefix: str) -> list[str]:
    lines = []
    for what, title in (("matters", "Matters"), ("divisions", "Divisions of four provinces")):
        told = found[what]
        if told is None:
            lines += [f"{title}: not run, the tables are not on this machine.", ""]
            continue
        rows = [
            [kind, _rate(told[key]), f"{_ratio(told['ours'], told[key]):.3f}"]
            for kind, key in (("ours", "ours"), ("bare", "bare"), ("indexed", "indexed"))
        ]
        lines += [f"{title}, {told['rows']:,} rows:", ""]
        lines += _table(["", "Rows a second", "Ours divided by it"], rows)
        if "again" in told:
            lines += ["", (f"The same table a second time (all rows the same): {told['again']:,.0f}"
                      " rows a second.")]  # fmt: skip
        lines += ["", f"{prefix}-{what} ratio: {_ratio(told['ours'], told['bare']):.3f}  "]
        lines += [f"{prefix}-{what}-indexed ratio: {_ratio(told['ours'], told['indexed']):.3f}", ""]
    return lines


def _intake(found: dict[str, Any], prefix: str) -> list[str]:
    kinds = (
        ("form", "http"), ("form, worker running", "http_and_worker"), ("act", "act"),
        ("bare", "bare"), ("bare, one client", "bare_alone"),
    )  # fmt: skip
    rows = [
        [
            title,
            _rate(told["rate"]),
            *(f"{1000 * told[name]:.1f}" for name in ("p50", "p99", "longest")),
            f"{told['accepted']:,}",
            str(told["troubles"]),
        ]
        for title, told in ((title, found[key]) for title, key in kinds)
    ]  # fmt: skip
    head = ["", "A second", "p50 ms", "p99 ms", "longest ms", "accepted", "refused"]
    bare = found["bare"]["rate"]
    alone = _ratio(found["http"]["rate"], found["bare_alone"]["rate"])
    return [
        *_table(head, rows),
        "",
        f"{prefix} ratio: {_ratio(found['http']['rate'], bare):.3f}  ",
        f"{prefix}-with-worker ratio: {_ratio(found['http_and_worker']['rate'], bare):.3f}  ",
        f"{prefix}-act ratio: {_ratio(found['act']['rate'], bare):.3f}  ",
        f"{prefix}-one-bare-client ratio: {alone:.3f}",
        "",
    ]


def _ballots(found: dict[str, Any], prefix: str) -> list[str]:
    rows = [
        [
            name,
            _rate(found[name]["rate"]),
            *(f"{1000 * found[name][each]:.1f}" for each in ("p50", "p99", "longest")),
        ]
        for name in ("act", "bare")
    ]
    kept = (
        f"{found['kept']:,} cast by the act, none lost, none doubled. {found['kept_killed']:,} cast"
        f" over HTTP while the server was killed {found['killed']} times"
        f" ({found['killed_rate']:.0f} a second, its restarts included), none lost, none doubled."
    )
    return [
        *_table(["", "A second", "p50 ms", "p99 ms", "longest ms"], rows),
        "",
        kept,
        "",
        f"{prefix} ratio: {_ratio(found['act']['rate'], found['bare']['rate']):.3f}",
        "",
    ]


def _count(found: dict[str, Any], _prefix: str) -> list[str]:
    lines = [
        f"{found['ballots']:,} ballots, {found['candidates']} candidates, {found['seats']} seats.",
        "",
    ]
    files = found["files"]
    rows = [
        [
            f"{kind}, {told['bytes'] / 2**20:.0f} MiB",
            *(_seconds(told[name]) for name in ("ours", "lines", "cells")),
            *(f"{_ratio(told['ours'], told[name]):.2f}" for name in ("lines", "cells")),
        ]
        for kind, told in files.items()
    ]
    head = ["", "Ours", "Lines alone", "Cells alone", "Ours ÷ lines", "Ours ÷ cells"]
    marks, numbered = files["marks"], files["numbered"]
    return [
        *lines,
        *_table(head, rows),
        "",
        f"count ratio: {_ratio(marks['ours'], marks['lines']):.2f}  ",
        f"count-numbered ratio: {_ratio(numbered['ours'], numbered['lines']):.2f}",
        "",
    ]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    ruled = ["---", *("---:" for _column in head[1:])]
    return [f"| {' | '.join(row)} |" for row in (head, ruled, *rows)]


def _ms(sample: dict[str, Any]) -> str:
    median, low, high = (1000 * sample[name] for name in ("median", "low", "high"))
    digits = 1 if median < 100 else 0
    return f"{median:.{digits}f} ({low:.{digits}f}–{high:.{digits}f}) ±{sample['spread']:.0f} %"


def _seconds(sample: dict[str, Any]) -> str:
    median, low, high = (sample[name] for name in ("median", "low", "high"))
    return f"{median:.2f} ({low:.2f}–{high:.2f}) ±{sample['spread']:.0f} %"


def _rate(sample: dict[str, Any]) -> str:
    median, low, high = (sample[name] for name in ("median", "low", "high"))
    return f"{median:,.0f} ({low:,.0f}–{high:,.0f}) ±{sample['spread']:.0f} %"


def _ratio(ours: dict[str, Any], reference: dict[str, Any]) -> float:
    return float(ours["median"] / reference["median"]) if reference["median"] else 0.0
