"""What was measured, as `docs/benchmarks/NAME.md`."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.about import ABOUT, TITLES
from bench.activities_report import activities_lines
from bench.eligibility_report import eligibility_lines
from bench.ledger_report import ledger_lines
from bench.opinion_report import opinion_lines
from bench.rollup_report import rollup_lines
from bench.shares_report import shares_lines

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
        "count": _count, "roster": _roster, "forms": _forms, "duplicates": _duplicates,
        "questions": _questions,
        "calendar": _calendar,
        "archive": _archive, "eligibility": eligibility_lines, "rollup": rollup_lines,
        "ledger": ledger_lines,
        "shares": shares_lines, "opinion": opinion_lines, "activities": activities_lines,
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


def _calendar(found: dict[str, Any], prefix: str) -> list[str]:
    sizes = list(found["sizes"])
    least, most = (found["sizes"][size]["pages"] for size in (sizes[0], sizes[-1]))
    ratios = {page: _ratio(most[page]["time"], least[page]["time"]) for page in most}
    rows = []
    for page, ratio in ratios.items():
        told = [found["sizes"][size]["pages"][page] for size in sizes]
        rows.append([
            page, *(_ms(each["time"]) for each in told),
            " / ".join(str(each["queries"]) for each in told),
            " / ".join(f"{each['bytes']:,}" for each in told), f"{ratio:.2f}",
        ])  # fmt: skip
    head = ["Page", *(f"{int(size):,}" for size in sizes), "Queries", "Bytes", "Ratio"]
    return [
        f"{found['rows']:,} of the measured account's kind in the table, as many again beside.",
        "",
        *_table(head, rows),
        "",
        *(f"{prefix}-{page} ratio: {ratio:.2f}  " for page, ratio in ratios.items()),
        "",
    ]


def _archive(found: dict[str, Any], prefix: str) -> list[str]:
    sizes = list(found["sizes"])
    least = found["sizes"][sizes[0]]["pages"]
    rows, ratios = [], []
    for page, first in least.items():
        told = [found["sizes"][size]["pages"][page] for size in sizes]
        ratio = f"{_ratio(told[-1]['time'], first['time']):.2f}"
        rows.append([
            page, *(_ms(each["time"]) for each in told),
            " / ".join(str(each["queries"]) for each in told),
            " / ".join(f"{each['bytes']:,}" for each in told), ratio,
        ])  # fmt: skip
        ratios.append(f"{prefix}-{page} ratio: {ratio}  ")
    head = ["Page", *(f"{int(size):,}" for size in sizes), "Queries", "Bytes", "Ratio"]
    return [*_table(head, rows), "", *ratios, ""]


def _duplicates(found: dict[str, Any], prefix: str) -> list[str]:
    def rates(told: dict[str, Any]) -> list[str]:
        return [f"{told['told']:,}", f"{told['precision']:.3f}", f"{told['recall']:.3f}",
                f"{told['f1']:.3f}"]  # fmt: skip

    bands = {"sure": "very likely", "likely": "and likely", "perhaps": "and possible"}
    rows = [[f"ours, {bands[name]}", *rates(told)] for name, told in found["bands"].items()]
    fuzzy = found["fuzzy"]
    rows.append([f"fuzzy, from {fuzzy['threshold']} on", *rates(fuzzy)])
    kinds = [
        [kind.replace("_", " "), f"{hit} of {planted}"]
        for kind, (hit, planted) in found["kinds"].items()
    ]
    return [
        (
            f"{found['people']:,} people with {found['planted']} planted in each of"
            f" {found['registers']} registers."
        ),
        "",
        *_table(["", "Pairs told", "Precision", "Recall", "F1"], rows),
        "",
        *_table(["Planted", "Found"], kinds),
        "",
        (
            f"Ours took {found['seconds']['median']:.1f} s a register"
            f" ({found['seconds']['low']:.1f}–{found['seconds']['high']:.1f}),"
            f" fuzzy matching of all with all {found['fuzzy_seconds']:.1f} s."
        ),
        "",
        f"{prefix}-f1 ratio: {found['bands']['perhaps']['f1'] / max(fuzzy['f1'], 0.001):.2f}",
        "",
    ]


def _questions(found: dict[str, Any], prefix: str) -> list[str]:
    least, most = found["sizes"].values()
    rows, ratios = [], []
    for page, first in least.items():
        last = most[page]
        ratio = _ratio(last["time"], first["time"])
        queries = " / ".join(str(each["queries"]) for each in (first, last))
        rows.append([page, _ms(first["time"]), _ms(last["time"]), queries, f"{ratio:.2f}"])
        ratios.append(f"{prefix} {page} ratio: {ratio:.2f}  ")
    heads = [f"{int(size):,}" for size in found["sizes"]]
    return [*_table(["Page", *heads, "Queries", "Ratio"], rows), "", *ratios, ""]


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


def _roster(found: dict[str, Any], prefix: str) -> list[str]:
    rows = [
        [name, _rate(found[name]), f"{_ratio(found[name], found['openpyxl']):.3f}"]
        for name in ("look", "whole", "again", "openpyxl")
    ]
    told = found["faults"]
    return [
        (
            f"{found['rows']:,} rows, from the file to the last commit:"
            f" {_seconds(found['seconds'])} s."
        ),
        "",
        *_table(["", "Rows a second", "Divided by openpyxl alone"], rows),
        "",
        (
            f"Of {told['planted']} faults of {told['kinds']} kinds planted among {told['people']:,}"
            f" people in {told['sheets']} sheets {told['found']} were found, with {told['false']}"
            " false alarms."
        ),
        "",
        f"{prefix} ratio: {_ratio(found['whole'], found['openpyxl']):.3f}  ",
        f"{prefix}-look ratio: {_ratio(found['look'], found['openpyxl']):.3f}",
        "",
    ]


def _forms(found: dict[str, Any], _prefix: str) -> list[str]:
    lines = []
    for name, title in (("templates", "The ten public templates"), ("own", "Ten of our own")):
        told = found[name]
        if told is None:
            lines += [f"{title}: not run, they are not on this machine.", ""]
            continue
        share = 100 * told["right"] / told["headings"]
        lines += [
            (
                f"{title}: {told['forms']} forms, {told['headings']} headings, {told['right']}"
                f" right ({share:.1f} %), {told['wrong']} taken for a fact they are not;"
                f" {_ms(told['seconds'])} ms a form to read and propose."
            ),
            "",
        ]
    told = found["strangers"]
    lines += [
        (
            f"Ten by somebody who did not write the mapper: {told['headings']} headings,"
            f" {told['right']} right, {told['wrong']} taken for a fact they are not. Before"
            " anything was learnt from them: 122 right, none wrong."
        ),
        "",
    ]
    told = found["strangers_again"]
    lines += [
        (
            f"Ten harder ones by another: {told['headings']} headings, {told['right']} right,"
            f" {told['wrong']} taken for a fact they are not. Before anything was learnt from"
            " them: 77 right, none wrong."
        ),
        "",
    ]
    rows = [
        [f"{int(count):,} rows", *(_ms(told[name]) for name in ("ours", "openpyxl")),
         f"{_ratio(told['ours'], told['openpyxl']):.2f}"]
        for count, told in found["filled"].items()
    ]  # fmt: skip
    lines += _table(["Filled", "Ours, ms", "openpyxl, ms", "Ratio"], rows)
    most = list(found["filled"].values())[-1]
    return [*lines, "", f"forms ratio: {_ratio(most['ours'], most['openpyxl']):.2f}", ""]


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
