"""Read a bank file: CSV in any encoding, .xlsx, .xls; with or without lines before its heading.

The house's own table reader cuts it into rows; here the parts of a row become a movement of money.
Nothing is guessed: what cannot be read is a problem with its row.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import cache

from linli.lib.tables import Column, Field, Problem, Row, Sheet, read_table
from linli.lib.tables.dates import read_datetime
from linli.lib.tables.problems import cell_reference
from linli.lib.tables.values import read_decimal, tidy
from linli.stewardship.funds.bank_files.formats import (
    Format,
    find_columns,
    formats,
    recognise,
)
from linli.stewardship.funds.bank_files.lines import LeftOut, Statement, StatementLine, numbered

FIELDS = (
    "moment", "time", "income", "expense", "amount", "direction", "balance", "other_name",
    "other_account", "words", "purpose", "reference",
)  # fmt: skip
"""The parts of a line a person may point at, where a file is of no known kind."""

MOST_ROWS = 20_000
_IN = frozenset({"贷", "贷方", "收入", "收", "来账", "存入", "转入", "c", "cr", "+"})
_OUT = frozenset({"借", "借方", "支出", "支", "往账", "支取", "转出", "d", "dr", "-"})
_WRAPPING = "`\t ='\""  # services put ` or a tab about cells, so that no digit is lost
_NOTHING = frozenset({"", "-", "--", "—", "/", "无"})
_FEN = 100


class _Unread(Exception):
    """A part of a row that cannot be read: which, and the problem's code."""

    def __init__(self, part: str, code: str, value: str) -> None:
        super().__init__(code)
        self.part, self.code, self.value = part, code, value


def read_statement(
    content: bytes, filename: str, *, mapping: Mapping[str, int] | None = None
) -> Statement:
    """The file as lines. `mapping` (part → column from 0): what a person pointed at, for a file of
    no known kind. Never raises for what a file may hold."""
    sheet = read_table(content, filename, fields=_fields(), limit_rows=MOST_ROWS)
    if not sheet.columns:
        # No heading that we know: the first row is offered as one, for a person to point at.
        sheet = read_table(content, filename, fields=_fields(), limit_rows=MOST_ROWS, mapping={})
    if not sheet.columns:
        return Statement(filename, "", problems=sheet.problems)
    headings = [_unwrapped(column.heading) for column in sheet.columns]
    kind = recognise(headings)
    if kind.private:
        return Statement(filename, kind.key, private=True, columns=sheet.columns)
    taken = dict(mapping) if mapping else find_columns(kind, headings)
    told = Statement(
        filename, kind.key, columns=sheet.columns, mapping=taken, unsure=_unsure(taken)
    )
    if told.unsure:
        return told
    read = read_table(content, filename, fields=_fields(), limit_rows=MOST_ROWS, mapping=taken)
    return _filled(told, read, kind) if read.readable else replace(told, problems=read.problems)


def columns_of(statement: Statement) -> list[tuple[int, str]]:
    """The columns to choose from: number and heading, or its letters where it has none."""
    return [(each.index, _unwrapped(each.heading) or each.letters) for each in statement.columns]


@cache
def _fields() -> tuple[Field, ...]:
    """One field a part, under every heading any format has for it: by them the heading is found."""
    known: dict[str, dict[str, None]] = {}
    for each in formats():
        for part, names in each.columns.items():
            known.setdefault(part, {}).update(dict.fromkeys(names))
        known.setdefault("mark", {}).update(dict.fromkeys(each.marks))
    return tuple(Field(part, tuple(names)) for part, names in known.items())


def _unsure(taken: Mapping[str, int]) -> tuple[str, ...]:
    """The parts without which no row is a movement of money: a day, and an amount with its way."""
    lacking = [] if "moment" in taken else ["moment"]
    if not ({"income", "expense"} <= taken.keys() or "amount" in taken):
        lacking.append("amount")
    return tuple(lacking)


def _filled(told: Statement, sheet: Sheet, kind: Format) -> Statement:
    lines: list[StatementLine] = []
    left: list[LeftOut] = []
    problems: list[Problem] = []
    for row in sheet.rows():
        said = {part: _unwrapped(text) for part, text in row.raw.items()}
        if reason := _why_no_line(said, kind):
            left.append(LeftOut(row.number, reason))
            continue
        torn = [each for each in row.problems if each.code not in ("more_cells_than_headings",)]
        if torn:
            problems.extend(torn)
            continue
        try:
            read = _read_line(row.number, said, kind)
        except _Unread as unread:
            problems.append(_problem(unread, row, told))
            continue
        lines.extend(read)
        if not read:
            left.append(LeftOut(row.number, "nothing"))
    left += [LeftOut(each.number, each.reason) for each in sheet.skipped]
    return replace(
        told,
        lines=numbered(lines),
        left_out=tuple(sorted(left, key=lambda each: each.row)),
        problems=tuple(problems),
    )


def _why_no_line(said: Mapping[str, str], kind: Format) -> str:
    """A row without a day and without an amount is a note; one in a state that moves no money came
    to nothing."""
    amounts = (said.get(part, "") for part in ("income", "expense", "amount"))
    if all(amount in _NOTHING for amount in amounts) or said.get("moment", "").startswith("#"):
        return "note"
    if kind.done and said.get("state", "") not in kind.done:
        return "note" if not _looks_like_day(said.get("moment", "")) else "not_done"
    return ""


def _looks_like_day(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _read_line(row: int, said: Mapping[str, str], kind: Format) -> list[StatementLine]:
    """The movements of one row: one, and one more for what the service kept; none for nought."""
    moment, timed = _moment(said)
    fen = _movement(said, kind)
    coming = fen > 0
    payer, payee = ("payer", "payee") if "payer_name" in said else ("other", "other")
    other = payer if coming else payee
    line = StatementLine(
        row,
        moment.date(),
        fen,
        at=moment.time() if timed else None,
        balance=_fen(said, "balance") if said.get("balance", "") not in _NOTHING else None,
        other_name=_content(said.get(f"{other}_name", "")),
        other_account=_content(said.get(f"{other}_account", "")),
        words=_content(said.get("words", "")),
        purpose=_content(said.get("purpose", "")),
        reference=_reference(said),
        own_account=_content(said.get("own_account", "")),
    )
    fee = _fen(said, "fee")
    kept = replace(line, fen=-fee, other_name="", words="", purpose="", is_fee=True)
    return [each for each in (line, kept) if each.fen]


def _movement(said: Mapping[str, str], kind: Format) -> int:
    """What the account gained, in fen."""
    if "amount" in said:
        amount = _fen(said, "amount")
        word = said.get("direction", "").split("[")[0].strip().casefold()
        if "direction" not in said:
            return amount
        if word not in _IN | _OUT:
            raise _Unread("direction", "not_a_choice", word)
        size = abs(amount) if kind.signed else amount
        return size if word in _IN else -size
    income, expense = _fen(said, "income"), _fen(said, "expense")
    if income and expense:
        raise _Unread("income", "not_a_number", f"{said['income']} / {said['expense']}")
    return income - (abs(expense) if kind.signed else expense)


def _moment(said: Mapping[str, str]) -> tuple[datetime, bool]:
    """When, and whether the file knows the time of day."""
    whole = said.get("moment", "")
    first, _, rest = whole.partition(" ")
    time = said.get("time", "") or rest
    for text, timed in ((f"{first} {time}", True), (whole, ":" in whole)):
        value, code = read_datetime(text)
        if code is None and isinstance(value, datetime) and (not timed or time or ":" in text):
            return value.replace(tzinfo=None), timed and bool(time)
    value, code = read_datetime(first)
    if code is not None or not isinstance(value, datetime):
        raise _Unread("moment", code or "date_unreadable", whole)
    clock, code = read_datetime(f"{value:%Y-%m-%d} {time}") if time else (None, "")
    if code is None and isinstance(clock, datetime):
        return clock.replace(tzinfo=None), True
    return value.replace(tzinfo=None), False


def _fen(said: Mapping[str, str], part: str) -> int:
    """An amount in fen, nought where the cell is empty; what is no whole number of fen is not
    rounded."""
    text = said.get(part, "")
    if text in _NOTHING:
        return 0
    value, code, _numbers = read_decimal(text)
    if code is not None or not isinstance(value, Decimal):
        raise _Unread(part, "not_a_number", text)
    fen = value * _FEN
    if fen != fen.to_integral_value():
        raise _Unread(part, "not_a_number", text)
    return int(fen)


def _reference(said: Mapping[str, str]) -> str:
    for part in ("refund", "reference"):
        if (text := _content(said.get(part, ""))) and text != "0":
            return text
    return ""


def _content(text: str) -> str:
    return "" if text in _NOTHING else " ".join(text.split())


def _unwrapped(text: str) -> str:
    return tidy(text).strip(_WRAPPING).strip()


def _problem(unread: _Unread, row: Row, told: Statement) -> Problem:
    index = told.mapping.get(unread.part, 0)
    column = next((each for each in told.columns if each.index == index), Column(index, "", ""))
    numbers: dict[str, object] = {"value": unread.value}
    if unread.code == "not_a_choice":
        numbers["allowed"] = "借、贷、收入、支出"
    at = cell_reference(row.number, index)
    return Problem(unread.code, row.number, column.heading, at, numbers)
