"""Ballots in a table: a row for each paper with a mark for each candidate, or for each pattern."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from linli.governance.elections.ballots.columns import Layout, find_layout
from linli.governance.elections.ballots.found import LISTED, Ballots, Pattern
from linli.governance.elections.ballots.lines import (
    AlikeLines,
    Cells,
    NotByLines,
    records_below,
)
from linli.governance.elections.ballots.marks import (
    FOR,
    NOT_FOR,
    UNCLEAR,
    UNKNOWN,
    VOID,
    plain,
    read_mark,
)
from linli.lib.tables import Problem
from linli.lib.tables.heading_rows import LOOKED_AT
from linli.lib.tables.problems import cell_reference
from linli.lib.tables.sheet import Source
from linli.lib.tables.values import as_written, read_integer
from linli.lib.tables.workbook import has_content

_BETWEEN = re.compile(r"[、，,;；|/＋+\n]+")
_SHOWN = 40


@dataclass
class _Reading:
    """What rows have given so far."""

    seats: int
    patterns: Counter[Pattern] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    overmarked: list[int] = field(default_factory=list)
    faults: int = 0

    def note(self, problems: Sequence[Problem], times: int = 1) -> None:
        self.faults += times
        self.problems += problems[: max(LISTED - len(self.problems), 0)]


def read_table_of_ballots(
    content: Path | bytes,
    source: Source,
    *,
    seats: int,
    first: bool,
    marks: Collection[str],
    advance: Callable[[int], None],
) -> Ballots:
    """The ballots of one sheet. Nothing is guessed: what cannot be read is a problem."""
    layout = find_layout(list(islice(source.records(), LOOKED_AT)))
    if layout is None:
        return _failed(Problem("no_ballots"))
    if layout.problems:
        return _failed(*layout.problems)
    ranked = bool(layout.choices)
    if ranked and not first:
        return _failed(Problem("rankings_are_no_marks", layout.row))
    cells_of = _Cells(layout, frozenset(plain(mark) for mark in marks))
    reading = _Reading(seats)
    try:
        _read_lines(_lines_of(content, source, layout), cells_of, reading, advance)
    except NotByLines:
        _read_records(source, layout, cells_of, reading)
    remarks = ("first_place_is_the_mark",) if ranked else ()
    if layout.unread:
        remarks = (*remarks, "notes_not_read")
    if not reading.patterns and not reading.problems:
        return _failed(Problem("no_ballots", layout.row))
    return Ballots(
        _names(layout, reading.patterns),
        reading.patterns,
        tuple(reading.problems),
        reading.faults,
        tuple(reading.overmarked),
        remarks,
    )


def _failed(*problems: Problem) -> Ballots:
    return Ballots(problems=problems, faults=len(problems))


def _names(layout: Layout, patterns: Iterable[Pattern]) -> tuple[str, ...]:
    """The candidates: the headings, or everybody named where no heading names anybody."""
    if layout.candidates:
        return tuple(name for _index, name in layout.candidates)
    return tuple(dict.fromkeys(name for names in patterns for name in names or ()))


def _lines_of(content: Path | bytes, source: Source, layout: Layout) -> AlikeLines:
    """The lines, without the notes they begin with."""
    leading = next((i for i in range(layout.width) if i not in layout.unread), 0)
    return AlikeLines(content, source, layout.row, layout.width, leading)


def _read_lines(
    lines: AlikeLines, cells_of: "_Cells", reading: _Reading, advance: Callable[[int], None]
) -> None:
    """Alike lines are read once; the rows of faulty ones are looked for afterwards."""
    found = lines.count(advance)
    wrong: dict[bytes, Sequence[Problem]] = {}
    over: set[bytes] = set()
    for line, times in found.items():
        cells = lines.cells(line)
        if cells is None:
            wrong[line] = [Problem("row_cut_off")]
        elif cells:
            pattern, number, problems = cells_of.read(cells, 0)
            if problems:
                wrong[line] = problems
                continue
            reading.patterns[pattern] += number * times
            if pattern is not None and len(pattern) > reading.seats and number:
                over.add(line)
    reading.faults += sum(found[line] * len(problems) for line, problems in wrong.items())
    for row, line in lines.rows_of(set(wrong), LISTED) if wrong else ():
        reading.problems += [_at(problem, row) for problem in wrong[line]]
    if over:
        reading.overmarked += [row for row, _line in lines.rows_of(over, LISTED)]


def _at(problem: Problem, row: int) -> Problem:
    """The problem of alike lines, in the row where one of them stands."""
    cell = f"{problem.cell.rstrip('0123456789')}{row}" if problem.cell else None
    numbers = {**problem.numbers, "line": row}
    return Problem(problem.code, row, problem.column, cell, numbers)


def _read_records(source: Source, layout: Layout, cells_of: "_Cells", reading: _Reading) -> None:
    """Row by row: workbooks, and text with quotes or damage in it. Alike rows are read once."""
    read: dict[Cells, tuple[Pattern, int, Sequence[Problem]]] = {}
    for record in records_below(source, layout.row):
        if not has_content(record.cells) and (source.kind != "csv" or len(record.cells) < 2):
            continue
        flaw = record.flaw
        if flaw == "unfinished":
            flaw = "row_cut_off" if len(record.cells) < layout.width else None
        if flaw is not None:
            reading.note([Problem(flaw, record.number, numbers={"line": record.line})])
            continue
        cells = tuple(map(as_written, record.cells))
        key = tuple("" if i in layout.unread else cell for i, cell in enumerate(cells))
        if key not in read:
            read[key] = cells_of.read(key, record.number)
        pattern, number, problems = read[key]
        if problems:
            reading.note([_at(problem, record.number) for problem in problems], len(problems))
            continue
        reading.patterns[pattern] += number
        if pattern is not None and len(pattern) > reading.seats and number:
            reading.overmarked += [record.number] * (len(reading.overmarked) < LISTED)


class _Cells:
    """Reads one row's cells as a pattern and the number of papers it stands for."""

    def __init__(self, layout: Layout, marks: frozenset[str]) -> None:
        self._layout = layout
        self._marks = marks
        self._known = {name for _index, name in layout.candidates}

    def read(self, cells: Cells, row: int) -> tuple[Pattern, int, Sequence[Problem]]:
        """The pattern, its number, and all that is wrong with the row."""
        layout = self._layout
        problems: list[Problem] = []
        beyond = cells[layout.width :]
        if any(cell.strip() for cell in beyond):
            numbers = {"found": len(cells), "expected": layout.width}
            at = cell_reference(row, layout.width)
            problems.append(Problem("more_cells_than_headings", row, None, at, numbers))
        number = self._number(cells, row, problems)
        names: list[str] = []
        void = False
        for index in layout.choices:
            chosen = " ".join(_cell(cells, index).split())
            meaning = read_mark(chosen)
            if meaning != NOT_FOR:
                # The first place that is not left empty; with two names in it, it is none.
                return None if meaning == VOID else (chosen,), number, problems
        for index, name in layout.candidates:
            written = _cell(cells, index)
            meaning = read_mark(written, self._marks)
            if meaning in (UNKNOWN, UNCLEAR):
                problems.append(
                    Problem(
                        f"mark_{meaning}",
                        row,
                        name,
                        cell_reference(row, index),
                        {"value": written[:_SHOWN]},
                    )
                )
            void |= meaning == VOID
            names += [name] if meaning == FOR else []
        for place in (layout.pattern, layout.write_in):
            if place is not None:
                void |= self._named(_cell(cells, place), place, row, names, problems)
        return None if void else tuple(dict.fromkeys(names)), number, problems

    def _number(self, cells: Cells, row: int, problems: list[Problem]) -> int:
        place = self._layout.number
        if place is None:
            return 1
        written = _cell(cells, place)
        value, code, _numbers = read_integer(written) if written else (None, "empty", None)
        if code is None and isinstance(value, int) and value >= 0:
            return value
        wrong = "number_negative" if isinstance(value, int) else "number_unreadable"
        at = cell_reference(row, place)
        problems.append(Problem(wrong, row, None, at, {"value": written[:_SHOWN]}))
        return 0

    def _named(
        self, written: str, place: int, row: int, names: list[str], problems: list[Problem]
    ) -> bool:
        """Names written out in one cell; True where it says that the paper is void."""
        if read_mark(written) == VOID:
            return True
        given = [" ".join(part.split()) for part in _BETWEEN.split(written)]
        for name in filter(None, given):
            if self._known and place == self._layout.pattern and name not in self._known:
                at = cell_reference(row, place)
                problems.append(Problem("name_unknown", row, None, at, {"value": name[:_SHOWN]}))
            names.append(name)
        return False


def _cell(cells: Cells, index: int) -> str:
    return cells[index] if index < len(cells) else ""
