"""Reading a blank form: what kind of file, where the lists, cards and lines around them are."""

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from linli.lib.tables.blanks.cards import find_places, label_of
from linli.lib.tables.blanks.form import (
    Around,
    Blank,
    BlankCard,
    BlankColumn,
    BlankTable,
    Habit,
    Verdict,
)
from linli.lib.tables.blanks.grid import MOST_COLUMNS, Area, Grid
from linli.lib.tables.blanks.habits import habit_of
from linli.lib.tables.blanks.lists import Listing, find_lists, is_numbered
from linli.lib.tables.blanks.matching import Vocabulary, is_required
from linli.lib.tables.blanks.opened import Opened, open_form
from linli.lib.tables.blanks.surroundings import asked_in, what_of
from linli.lib.tables.fields import Field
from linli.lib.tables.headings import normal_heading
from linli.lib.tables.problems import Problem, Unreadable, cell_reference, column_letters

_MANY_FILLED = 1


def read_blank(
    content: bytes,
    filename: str,
    *,
    fields: Sequence[Field],
    without_ground: Collection[str] = (),
) -> Blank:
    """The form in a file. Never raises for what a file may hold: see `Blank.problems`.

    `without_ground` names those of the `fields` that are known for what they are and are never
    filled in; a column that asks for one has the verdict `no_ground`.
    """
    try:
        form = open_form(content)
        for grid in form.grids:
            _check_width(grid)
    except Unreadable as unreadable:
        return Blank(filename, problems=(unreadable.problem,))
    vocabulary = Vocabulary(fields)
    tables: list[BlankTable] = []
    cards: list[BlankCard] = []
    around: list[Around] = []
    for grid in form.grids:
        lists = find_lists(grid, vocabulary)
        for listing in lists:
            number = len(tables) + 1
            tables.append(_table(number, grid, listing, vocabulary, without_ground))
        places = find_places(grid, lists, vocabulary) if grid.boxed or not lists else []
        asked = list(_around(grid, lists))
        outside = {(each.row - 1, each.index) for each in asked if each.beside}
        cards += [
            _card(grid, place, vocabulary, without_ground)
            for place in places
            if (place.row, place.column) not in outside
        ]
        around += asked
    around += _around_paragraphs(form)
    cards = _cards_of_a_form(cards)
    problems = _problems(form, tables)
    if not tables and not cards:
        problems = (Problem("no_form"), *problems)
    blank = Blank(
        filename,
        form.kind,
        problems,
        tuple(tables),
        tuple(cards),
        tuple(around),
        title=form.title,
        hidden=tuple(form.hidden),
    )
    return replace(blank, signature=_signature(blank))


def _check_width(grid: Grid) -> None:
    if grid.columns > MOST_COLUMNS:
        row, column = next(
            at for at, cell in grid.cells.items() if cell.text and at[1] >= MOST_COLUMNS
        )
        raise Unreadable("too_wide", cell=cell_reference(row + 1, column), most=MOST_COLUMNS)


def _propose(
    heading: str, vocabulary: Vocabulary, without_ground: Collection[str]
) -> dict[str, Any]:
    found = vocabulary.candidates(heading)
    proposed: dict[str, Any] = {"required": is_required(heading)}
    if found:
        name, sure = found[0]
        verdict: Verdict = "no_ground" if name in without_ground else "known"
        proposed |= {"field": name, "confidence": sure, "verdict": verdict}
    return proposed


def _table(
    number: int,
    grid: Grid,
    listing: Listing,
    vocabulary: Vocabulary,
    without_ground: Collection[str],
) -> BlankTable:
    columns: list[BlankColumn] = []
    for leaf in listing.leaves:
        letters = column_letters(leaf.left)
        below = [grid.cell(row, leaf.left) for row in range(listing.bottom + 1, listing.end)]
        numbered = is_numbered(leaf)
        habit: Habit = habit_of(leaf.heading, below)
        proposed = {} if numbered else _propose(leaf.heading, vocabulary, without_ground)
        columns.append(
            BlankColumn(
                f"T{number}.{letters}",
                leaf.left,
                leaf.right,
                letters,
                leaf.heading,
                formula=any(cell.formula for cell in below),
                numbered=numbered,
                habit=habit,
                **proposed,
            )
        )
    return BlankTable(
        number,
        grid.number,
        grid.name,
        tuple(range(listing.top + 1, listing.bottom + 2)),
        tuple(columns),
        listing.body + 1,
        listing.drawn,
        listing.filled,
        listing.below,
    )


def _card(
    grid: Grid, place: Any, vocabulary: Vocabulary, without_ground: Collection[str]
) -> BlankCard:
    letters = column_letters(place.column)
    return BlankCard(
        f"{grid.number}.{letters}{place.row + 1}",
        grid.number,
        place.row + 1,
        place.column,
        letters,
        place.heading,
        habit=habit_of(place.heading, [grid.cell(place.row, place.column)]),
        **_propose(place.heading, vocabulary, without_ground),
    )


def _cards_of_a_form(cards: list[BlankCard]) -> list[BlankCard]:
    """Labels of which we know none are no card, but some table of another kind."""
    return cards if any(card.field for card in cards) else []


def _around(grid: Grid, lists: Sequence[Listing]) -> Iterator[Around]:
    """The labels outside the lists that ask about the filling, in the cell or with one beside."""
    inside = {
        row for listing in lists for row in range(listing.top, max(listing.end, listing.bottom + 1))
    }
    for row in range(min(grid.rows, 300)):
        if row in inside:
            continue
        for area, text in grid.written_in(row):
            if area.top != row:
                continue
            yield from _asked_beside_or_in(grid, area, text, listed=bool(lists))


def _asked_beside_or_in(grid: Grid, area: Area, text: str, *, listed: bool) -> Iterator[Around]:
    """What a label outside the lists asks: a cell of its own beside it is for the value where
    one is drawn; otherwise it goes behind the colon. Labels of cards are told as cards."""
    asked = list(asked_in(text))
    row, beside = area.top, grid.area(area.top, area.right + 1)
    free = beside.top == row and not grid.text(beside.top, beside.left)
    what = what_of(label_of(text))
    has_room = free and listed and not grid.boxed
    if what and has_room and (not asked or grid.drawn(beside.top, beside.left)):
        at = cell_reference(row + 1, beside.left)
        label = label_of(text)
        key = f"{grid.number}.{at}"
        yield Around(key, grid.number, row + 1, beside.left, what, label, beside=True)
        return
    at = cell_reference(row + 1, area.left)
    for each in asked:
        key = f"{grid.number}.{at}:{each.what}"
        yield Around(key, grid.number, row + 1, area.left, each.what, each.label)


def _around_paragraphs(form: Opened) -> Iterator[Around]:
    for number, text in form.paragraphs:
        for each in asked_in(text):
            yield Around(f"P{number}:{each.what}", 0, number, 0, each.what, each.label)


def _problems(form: Opened, tables: Sequence[BlankTable]) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if form.kind == "xls":
        found.append(Problem("becomes_xlsx"))
    if form.lost_formulas:
        found.append(Problem("formulas_lost", numbers={"cell": form.lost_formulas}))
    if form.hidden:
        found.append(Problem("hidden_sheets", numbers={"sheets": "、".join(form.hidden)}))
    found += [Problem("protected_sheet", numbers={"sheet": name}) for name in form.protected]
    found += [
        Problem(
            "has_rows", table.first_row, numbers={"row": table.first_row, "filled": table.filled}
        )
        for table in tables
        if table.filled >= _MANY_FILLED
    ]
    return tuple(found)


_PERIOD = re.compile(r"\d+|[一二三四]季度|[上下]半年|[一二三四五六七八九十]+月")


def _signature(blank: Blank) -> str:
    """A digest of what is asked and where; titles, periods and numbers in headings do not count."""
    if not blank.tables and not blank.cards:
        return ""
    pieces = [blank.written_as]
    for table in blank.tables:
        pieces.append(f"list {table.grid} {len(table.heading_rows)}")
        pieces += [f"{each.letters} {_plain(each.heading)}" for each in table.columns]
    pieces += [f"card {each.key} {_plain(each.heading)}" for each in blank.cards]
    return hashlib.sha256("\n".join(pieces).encode()).hexdigest()[:32]


def _plain(heading: str) -> str:
    return _PERIOD.sub("", normal_heading(heading))
