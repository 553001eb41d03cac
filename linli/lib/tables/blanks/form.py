"""What a blank form is: its lists, its cards, the lines around them; and what is put in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from linli.lib.tables.blanks.sentences import FATAL
from linli.lib.tables.problems import Problem

Value = str | int | Decimal | date | None
"""What a place can be filled with. Text stays text however many digits it has; None leaves the
place as it is."""

Verdict = Literal["known", "no_ground", "unknown"]
BelowKind = Literal["total", "note", "signature", "text"]
Habit = Literal["", "dots", "dashes", "slashes", "words", "compact", "month"]
"""How the form writes dates: 1953.07.08, 1953-07-08, 1953/7/8, 1953年7月8日, 19530708, 1953.07;
empty: it does not show."""


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column of a list. `heading` is theirs, upper parts first, "联系方式|电话"; `index` is the
    first of the sheet's columns it stands over (from 0), `last` the last where it is merged.

    `field`, `confidence` and `verdict` are the proposal by words alone. `formula`: the form
    computes it itself, nothing is ever written there. `numbered`: 序号, which we count.
    """

    key: str
    index: int
    last: int
    letters: str
    heading: str
    required: bool = False
    field: str | None = None
    confidence: float = 0.0
    verdict: Verdict = "unknown"
    formula: bool = False
    numbered: bool = False
    habit: Habit = ""


@dataclass(frozen=True, slots=True)
class Below:
    """A row under the rows to fill that is not ours: a total, a note, a line for signatures."""

    row: int
    kind: BelowKind
    text: str


@dataclass(frozen=True, slots=True)
class BlankTable:
    """A list to fill, one row for each person, household, building, …

    `number` counts the lists of the file from 1; `grid` counts the worksheets or Word tables
    from 1 and `name` is the worksheet's. Rows count from 1 as a spreadsheet program shows them.
    `drawn`: empty rows that are there already; more are added after the last of them, and what
    stands `below` moves down. `filled`: how many of them hold something (a form of last month,
    sent again); that is taken out before ours goes in.
    """

    number: int
    grid: int
    name: str
    heading_rows: tuple[int, ...]
    columns: tuple[BlankColumn, ...]
    first_row: int
    drawn: int
    filled: int = 0
    below: tuple[Below, ...] = ()

    @property
    def numbered(self) -> BlankColumn | None:
        return next((column for column in self.columns if column.numbered), None)

    def column(self, index: int) -> BlankColumn | None:
        return next((column for column in self.columns if column.index == index), None)


@dataclass(frozen=True, slots=True)
class BlankCard:
    """One place of a form about one person or household: a label and the cell for its value.

    `heading` has the group's name first where there is one ("监护人|姓名"); `row` (from 1) and
    `index` (from 0) are those of the value's cell.
    """

    key: str
    grid: int
    row: int
    index: int
    letters: str
    heading: str
    required: bool = False
    field: str | None = None
    confidence: float = 0.0
    verdict: Verdict = "unknown"
    habit: Habit = ""


@dataclass(frozen=True, slots=True)
class Around:
    """A place outside the lists that asks about the filling itself.

    `what`: `unit` who reports, `date`, `month` the period, `filler`, `phone` of the filler;
    `approver` is where a person signs by hand, and is never filled. `grid` 0: a paragraph of a
    Word file. `beside`: the value has a cell of its own; otherwise it goes behind the label.
    """

    key: str
    grid: int
    row: int
    index: int
    what: Literal["unit", "date", "month", "filler", "phone", "approver"]
    label: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A form as it was read. `kind` is told by the content, empty if it is none we can fill.

    `signature` is the same for the same form with another month in its title. `hidden` names
    worksheets that the other office hid; they are left alone.
    """

    filename: str
    kind: Literal["", "xlsx", "xls", "docx"] = ""
    problems: tuple[Problem, ...] = ()
    tables: tuple[BlankTable, ...] = ()
    cards: tuple[BlankCard, ...] = ()
    around: tuple[Around, ...] = ()
    signature: str = ""
    title: str = ""
    hidden: tuple[str, ...] = ()

    @property
    def readable(self) -> bool:
        return bool(self.kind) and not any(problem.code in FATAL for problem in self.problems)

    @property
    def written_as(self) -> str:
        """The ending of the filled file: an .xls comes back as .xlsx (decision 0018)."""
        return "xlsx" if self.kind == "xls" else self.kind

    def table(self, number: int) -> BlankTable | None:
        return next((table for table in self.tables if table.number == number), None)

    @property
    def places(self) -> tuple["BlankCard | Around", ...]:
        """Every place outside the lists."""
        return (*self.cards, *self.around)

    @property
    def headings(self) -> tuple[str, ...]:
        """Everything the form asks for, in its order."""
        listed = [column.heading for table in self.tables for column in table.columns]
        return (*listed, *(card.heading for card in self.cards))


@dataclass(frozen=True, slots=True)
class Fill:
    """What goes into a form: `rows` of the list with this number (0: none), each a value by the
    column's `index`; `cells` by the key of a card's place or of one `around`."""

    table: int = 0
    rows: Sequence[Mapping[int, Value]] = ()
    cells: Mapping[str, Value] = field(default_factory=dict)
