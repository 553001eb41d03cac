"""PrefLib's files: a heading of `# NAME: value`, then `number: marks` line by line.

Categorical data (.cat) say which names were put into which category: those are marks. Orders
(.soc, .soi, .toc, .toi) say who was put before whom: those are marks only where each paper has
two places at most and all names, the marked ones and the rest, or where the reader says that the
first place is the mark.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from linli.governance.elections.ballots.found import LISTED, Ballots, Pattern
from linli.governance.elections.ballots.lines import open_content
from linli.governance.elections.ballots.marks import FOR, read_mark
from linli.lib.tables import Problem

_HEADING = re.compile(r"#\s*([A-Z][A-Z ]*?)(?:\s+(\d+))?\s*:\s*(.*)")
_LINE = re.compile(r"\s*(-?\d+)\s*:\s*(.*?)\s*")
_PLACE = re.compile(r"\{([\d\s,]*)\}|(\d+)")
_PLACES = re.compile(r"(?:\{[\d\s,]*\}|\d+)(?:\s*,\s*(?:\{[\d\s,]*\}|\d+))*|")
_ORDERS = {"soc", "soi", "toc", "toi"}
_APPROVING = {"approve", "approved", "approval", "support", "in favour", "in favor"}

Places = tuple[tuple[int, ...], ...]


def is_preflib(start: bytes) -> bool:
    """Whether a file begins as PrefLib's do."""
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"#") and (b"# DATA TYPE:" in start or b"# FILE NAME:" in start)


@dataclass(frozen=True, slots=True)
class _Heading:
    kind: str
    names: dict[int, str]
    categories: dict[int, str]
    voters: int | None


def read_preflib(
    content: Path | bytes, filename: str, *, seats: int, first: bool, advance: Callable[[int], None]
) -> Ballots:
    """The ballots of a PrefLib file; `first`: the first place of an order is the mark."""
    told: list[tuple[str, int | None, str]] = []
    found: list[tuple[int, int, Places]] = []
    problems: list[Problem] = []
    with TextIOWrapper(open_content(content), encoding="utf-8-sig", errors="replace") as lines:
        for row, line in enumerate(lines, 1):
            advance(len(line))
            if heading := _HEADING.fullmatch(line.strip()):
                place = int(heading[2]) if heading[2] else None
                told.append((heading[1], place, heading[3].strip()))
            elif line.strip() and not line.startswith("#"):
                _read_line(line, row, found, problems)
    heading_ = _heading(told, filename)
    problems += _unknown(found, heading_)
    if heading_.kind not in _ORDERS | {"cat"}:
        problems = [Problem("preflib_unknown", numbers={"value": heading_.kind[:20]})]
    elif heading_.kind != "cat" and not first and not _two_places(found, heading_):
        problems = [Problem("rankings_are_no_marks")]
    cast = sum(number for _row, number, _places in found)
    if not problems and heading_.voters is not None and cast != heading_.voters:
        numbers = {"expected": heading_.voters, "found": cast}
        problems = [Problem("preflib_short", numbers=numbers)]
    if problems:
        return Ballots(problems=tuple(problems[:LISTED]), faults=len(problems))
    return _as_ballots(found, heading_, seats, first=first)


def _heading(told: Sequence[tuple[str, int | None, str]], filename: str) -> _Heading:
    plain = {name: value for name, place, value in told if place is None}
    kind = plain.get("DATA TYPE", "") or Path(filename).suffix.removeprefix(".")
    voters = plain.get("NUMBER VOTERS", "")
    return _Heading(
        kind.lower(),
        {place: value for name, place, value in told if name == "ALTERNATIVE NAME" and place},
        {place: value for name, place, value in told if name == "CATEGORY NAME" and place},
        int(voters) if voters.isdigit() else None,
    )


def _read_line(
    line: str, row: int, found: list[tuple[int, int, Places]], problems: list[Problem]
) -> None:
    matched = _LINE.fullmatch(line)
    if matched is None or not _PLACES.fullmatch(matched[2]):
        problems.append(Problem("preflib_broken", row, numbers={"line": row}))
    elif int(matched[1]) < 0:
        problems.append(Problem("number_negative", row, numbers={"value": matched[1]}))
    else:
        places = tuple(
            tuple(map(int, re.findall(r"\d+", place[1] or place[2] or "")))
            for place in _PLACE.finditer(matched[2])
        )
        found.append((row, int(matched[1]), places))


def _unknown(found: Sequence[tuple[int, int, Places]], heading: _Heading) -> list[Problem]:
    return [
        Problem("alternative_unknown", row, numbers={"line": row, "value": number})
        for row, _times, places in found
        for place in places
        for number in place
        if number not in heading.names
    ]


def _two_places(found: Sequence[tuple[int, int, Places]], heading: _Heading) -> bool:
    """Whether every paper only tells the marked ones from the rest, and names everybody."""
    everybody = len(heading.names)
    return heading.kind == "toc" and all(
        len(places) <= 2 and sum(map(len, places)) == everybody for _row, _n, places in found
    )


def _as_ballots(
    found: Sequence[tuple[int, int, Places]], heading: _Heading, seats: int, *, first: bool
) -> Ballots:
    patterns: Counter[Pattern] = Counter()
    over: list[int] = []
    blank = False
    wanted = _approving(heading) if heading.kind == "cat" else 0
    for row, times, places in found:
        marked = places[wanted] if len(places) > wanted else ()
        if heading.kind != "cat" and len(marked) == len(heading.names) > 1:
            marked, blank = (), True
        pattern = tuple(heading.names[number] for number in sorted(marked))
        patterns[pattern] += times
        if len(pattern) > seats:
            over.append(row)
    remarks: tuple[str, ...] = ()
    if heading.kind != "cat":
        two = _two_places(found, heading)
        remarks = ("two_places_are_marks",) if two else ("first_place_is_the_mark",)
    if blank:
        remarks = (*remarks, "all_alike_is_blank")
    names = tuple(heading.names[place] for place in sorted(heading.names))
    return Ballots(names, patterns, overmarked_rows=tuple(over[:LISTED]), remarks=remarks)


def _approving(heading: _Heading) -> int:
    """The place of the category that means approval; the first where none says so."""
    for place, name in sorted(heading.categories.items()):
        if name.casefold() in _APPROVING or read_mark(name) == FOR:
            return place - 1
    return 0
