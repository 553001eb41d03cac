"""Which column of a table of ballots is which: candidates, numbers, notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from linli.lib.tables import Problem
from linli.lib.tables.delimited import Record
from linli.lib.tables.headings import normal_heading
from linli.lib.tables.problems import column_letters
from linli.lib.tables.values import as_written
from linli.lib.tables.workbook import has_content

_NUMBERS = {
    "票数",
    "张数",
    "数量",
    "份数",
    "选票数",
    "count",
    "number",
    "papers",
    "votes",
    "ballots",
    "times",
    "multiplicity",
    "quantity",
    "n",
}
_PATTERNS = {
    "所选",
    "所选人",
    "选了",
    "图样",
    "样式",
    "选票内容",
    "pattern",
    "chosen",
    "marked",
    "names",
}
_WRITE_INS = {"另选他人", "另选", "另选人", "writein", "writeins"}
_NOTES = {
    "序号", "编号", "票号", "选票号", "选票编号", "流水号", "行号", "投票站", "站点", "票箱", "备注",
    "no", "id", "ballot", "ballotid", "ballotno", "serial", "row", "station", "box", "precinct",
    "note", "notes", "remarks", "castvoterecord", "ballotstyle",
}  # fmt: skip
_VOTERS = {
    "姓名", "选民", "选民姓名", "投票人", "投票人姓名", "户主", "身份证", "身份证号", "身份证号码", "证件号码",
    "电话", "手机", "手机号", "联系电话", "住址", "地址", "门牌号", "房号", "voter", "votername", "name",
    "voterid", "phone", "idnumber", "address",
}  # fmt: skip
_RANK = re.compile(
    r"(?:choice|rank|preference)\s*0*(\d+)|第\s*0*(\d+)\s*(?:选择|志愿|名|位)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns by what they hold, each by its place from 0; `candidates` with their names."""

    row: int
    width: int
    candidates: tuple[tuple[int, str], ...]
    number: int | None = None
    pattern: int | None = None
    write_in: int | None = None
    choices: tuple[int, ...] = ()
    """Columns of a ranking, the first place first."""
    unread: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_layout(head: Sequence[Record]) -> Layout | None:
    """The layout by the first row that can be a heading: one with several cells, or the first row
    of a table of one column. None where nothing is written at all."""
    filled = [record for record in head if has_content(record.cells)]
    if not filled:
        return None
    widest = max(sum(bool(as_written(cell)) for cell in record.cells) for record in filled)
    for record in filled:
        if sum(bool(as_written(cell)) for cell in record.cells) >= min(2, widest):
            return _layout(record)
    return None


def _layout(record: Record) -> Layout:
    candidates: list[tuple[int, str]] = []
    places: dict[str, int] = {}
    unread: list[int] = []
    ranks: dict[int, int] = {}
    problems: list[Problem] = []
    for index, cell in enumerate(record.cells):
        heading = " ".join(as_written(cell).split())
        known = normal_heading(heading)
        if not heading:
            continue
        if rank := _RANK.search(heading):
            ranks[int(rank[1] or rank[2])] = index
        elif known in _VOTERS:
            at = f"{column_letters(index)}{record.number}"
            problems.append(Problem("names_voters", record.number, heading, at))
        elif known in _NOTES:
            unread.append(index)
        elif kind := _kind(known):
            places.setdefault(kind, index)
        else:
            candidates.append((index, heading))
    problems += _doubled(candidates, record.number)
    if not candidates and not ranks and "pattern" not in places:
        problems.append(Problem("no_candidates", record.number))
    width = 1 + max((i for i, cell in enumerate(record.cells) if as_written(cell)), default=-1)
    return Layout(
        record.number,
        width,
        tuple(candidates),
        number=places.get("number"),
        pattern=places.get("pattern"),
        write_in=places.get("write_in"),
        choices=tuple(ranks[rank] for rank in sorted(ranks)),
        unread=tuple(unread),
        problems=tuple(problems),
    )


def _kind(known: str) -> str | None:
    for kind, words in (("number", _NUMBERS), ("pattern", _PATTERNS), ("write_in", _WRITE_INS)):
        if known in words:
            return kind
    return None


def _doubled(candidates: Sequence[tuple[int, str]], row: int) -> list[Problem]:
    """Two columns of one name: two people, or one counted twice?"""
    by_name: dict[str, list[int]] = {}
    for index, name in candidates:
        by_name.setdefault(name, []).append(index)
    return [
        Problem(
            "candidate_twice",
            row,
            name,
            f"{column_letters(columns[-1])}{row}",
            {"value": name, "columns": "、".join(map(column_letters, columns))},
        )
        for name, columns in by_name.items()
        if len(columns) > 1
    ]
