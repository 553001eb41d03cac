"""Filling a spreadsheet: cells of one worksheet changed, rows put in, everything else untouched."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from linli.lib.tables.blanks.form import Around, Blank, BlankCard, BlankTable, Fill, Habit, Value
from linli.lib.tables.blanks.grid import Grid
from linli.lib.tables.blanks.habits import has_boxes, in_words, ticked
from linli.lib.tables.blanks.moving import RowsAdded
from linli.lib.tables.blanks.parts import drop_part, without, written
from linli.lib.tables.blanks.row_insertion import move_around, recompute_on_opening
from linli.lib.tables.blanks.surroundings import asked_in, with_value
from linli.lib.tables.blanks.text_styles import TextStyles
from linli.lib.tables.blanks.worksheet import Worksheet
from linli.lib.tables.blanks.xlsx import WORKBOOK, Spreadsheet, is_date_format

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (a day of the wall calendar)
_EXACT = 10**15
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONG_NUMBER = 11


def fill_xlsx(content: bytes, blank: Blank, fills: Sequence[Fill]) -> bytes:
    book = Spreadsheet(content)
    styles = TextStyles(book.package)
    dropped: set[str] = set()
    for grid in book.grids:
        lists = [
            (table, fill.rows)
            for fill in fills
            if fill.rows and (table := blank.table(fill.table)) and table.grid == grid.number
        ]
        places = [
            (place, value)
            for fill in fills
            for place in blank.places
            if place.grid == grid.number and (value := fill.cells.get(place.key)) is not None
        ]
        if not lists and not places:
            continue
        filling = _SheetFilling(book, grid, styles)
        for place, value in places:
            filling.put_place(place, value)
        # From below, so that the rows a list adds move none that is still to be filled.
        for table, rows in sorted(lists, key=lambda each: -each[0].first_row):
            filling.put_rows(table, rows)
        filling.write(dropped)
    styles.write()
    return without(book.package.written(), dropped)


class _SheetFilling:
    def __init__(self, book: Spreadsheet, grid: Grid, styles: TextStyles) -> None:
        self._book = book
        self._grid = grid
        self._styles = styles
        self._part = book.part(grid.number)
        self._sheet = Worksheet(book.package[self._part])
        self._has_formulas = any(cell.formula for cell in grid.cells.values())
        self._added: list[RowsAdded] = []

    def put_place(self, place: BlankCard | Around, value: Value) -> None:
        if isinstance(place, Around) and not place.beside:
            text = self._grid.text(place.row - 1, place.index)
            for asked in asked_in(text):
                if asked.what == place.what and asked.label == place.label:
                    # Of several in one cell the ones before may be filled already.
                    now = self._sheet.text(place.row, place.index, self._book)
                    again = next(
                        (each for each in asked_in(now) if each.label == place.label), None
                    )
                    if again:
                        written_now = with_value(now, again, in_words(value, ""))
                        self._sheet.put_text(place.row, place.index, written_now)
                    return
            return
        habit: Habit = place.habit if isinstance(place, BlankCard) else ""
        self._put(place.row, place.index, value, habit)

    def put_rows(self, table: BlankTable, rows: Sequence[Mapping[int, Value]]) -> None:
        first, drawn = table.first_row, table.drawn
        if table.filled:
            self._clear(table)
        missing = len(rows) - drawn
        if missing > 0:
            self._insert(RowsAdded(first + drawn - 1, missing, grows=drawn > 0))
        for number, row in enumerate(rows):
            for column in table.columns:
                if column.formula:
                    continue
                value = row.get(column.index)
                if value is None and column.numbered:
                    value = number + 1
                if value is not None:
                    self._put(first + number, column.index, value, column.habit)

    def _clear(self, table: BlankTable) -> None:
        """Takes out what an earlier filling left, so that no word of it stays beside another
        person's."""
        for row in range(table.first_row, table.first_row + table.drawn):
            for column in table.columns:
                if not column.formula:
                    self._sheet.empty(row, column.index)

    def _insert(self, added: RowsAdded) -> None:
        self._sheet.insert_rows(added, self._book.titles[self._grid.number - 1])
        self._added.append(added)

    def _put(self, row: int, column: int, value: Value, habit: Habit) -> None:
        number_format, style = self._sheet.format_and_style(row, column, self._book)
        standing = self._sheet.text(row, column, self._book)
        if has_boxes(standing):
            if marked := ticked(standing, in_words(value, "")):
                self._sheet.put_text(row, column, marked)
            return
        if isinstance(value, date) and not habit and is_date_format(number_format):
            days = (datetime(value.year, value.month, value.day) - _EPOCH).days  # noqa: DTZ001
            self._sheet.put_number(row, column, str(days))
        elif isinstance(value, int | Decimal) and -_EXACT < value < _EXACT:
            self._sheet.put_number(row, column, format(Decimal(value), "f"))
        else:
            text = in_words(value, habit)
            self._sheet.put_text(row, column, text)
            if text.startswith(_STARTS_FORMULA) or (text.isdigit() and len(text) >= _LONG_NUMBER):
                self._sheet.dress(row, column, self._styles.as_text(style))

    def write(self, dropped: set[str]) -> None:
        package = self._book.package
        if self._added:
            title = self._book.titles[self._grid.number - 1]
            for added in self._added:
                move_around(package, self._part, title, added)
            if self._has_formulas and (part := drop_part(package, WORKBOOK, "calcChain")):
                dropped.add(part)
        if self._has_formulas:
            self._sheet.forget_results()
            recompute_on_opening(package)
        package[self._part] = written(self._sheet.root)
