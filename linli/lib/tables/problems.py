"""What is wrong with a table, as a stable code with numbers; sentences are made elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Numbers = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person has to put right in their file.

    `code` is a key of `linli.lib.tables.sentences.SENTENCES`; `row` is the row number as a
    spreadsheet program shows it, 0 for the file as a whole; `column` is the heading in the
    user's own words; `cell` its A1 reference; `numbers` fill the placeholders of the sentence;
    `sheet` names the worksheet of a workbook, empty for CSV and for the file as a whole.
    Content of a cell is repeated in `numbers` only where it says nothing about a person
    (a date, an amount, a choice), so that a problem may be logged.
    """

    code: str
    row: int = 0
    column: str | None = None
    cell: str | None = None
    numbers: Numbers = field(default_factory=dict)
    sheet: str = ""


class Unreadable(Exception):
    """The file cannot be read at all; carries the problem that says why."""

    def __init__(self, code: str, **numbers: object) -> None:
        super().__init__(code)
        self.problem = Problem(code, numbers=numbers)


def column_letters(index: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The inverse of `column_letters`."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def cell_reference(row: int, index: int) -> str:
    """A1 reference of the cell in `row` (from 1) and column `index` (from 0)."""
    return f"{column_letters(index)}{row}"
