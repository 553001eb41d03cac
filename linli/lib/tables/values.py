"""One cell read as what its field asks for: a value, or the code of what is wrong."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from linli.lib.tables.dates import read_date, read_datetime
from linli.lib.tables.fields import Field
from linli.lib.tables.problems import Numbers

# What a cell may hold once read: text from CSV, or what the spreadsheet file says.
Cell = str | int | float | bool | date | datetime | time | timedelta

# (value, code of the problem or None, numbers of its sentence or None)
Reading = tuple[object, str | None, Numbers | None]
Reader = Callable[[Cell], Reading]

_LONGEST_EXACT = 10**15  # beyond it a spreadsheet keeps a number's first 15 digits only
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACES = re.compile(r"\s+")
_SCIENTIFIC = re.compile(r"^[+-]?\d(?:\.\d+)?[eE]\+?(\d{1,2})$")
_GUARD = re.compile(r"^'(?=[=+\-@])")  # our own exports write '=… so that no program computes it
_MONEY = re.compile(r"^[¥$]|元$")
_THOUSANDS = re.compile(r"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_NUMBER = re.compile(r"^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$")
_FORMULA_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"}
UNCOMPUTED = "#UNCOMPUTED!"  # stands for a formula that no program has computed yet
_SHOWN = 40  # characters of a wrong choice, date or amount repeated in a sentence


def is_blank(cell: object) -> bool:
    """True for an empty cell and for one of spaces only."""
    return cell is None or (isinstance(cell, str) and not tidy(cell))


def tidy(text: str) -> str:
    """The text without invisible letters and without space at its ends."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return text.strip()


def as_written(cell: Cell | None) -> str:
    """The cell as text, close to what the person sees in it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return tidy(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if isfinite(cell) and cell == int(cell) else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)


def reader_for(field: Field, *, day_first: bool | None = None) -> Reader:
    """The function that reads a non-blank cell as this field.

    `day_first`: how the column writes 05/01/2022 (see `dates.day_or_month_first`).
    """
    read = _reader_of_kind(field, day_first)
    longest = field.longest

    def read_cell(cell: Cell) -> Reading:
        if isinstance(cell, str):
            if cell == UNCOMPUTED:
                return None, "formula_uncomputed", None
            if cell.startswith("#") and cell.strip() in _FORMULA_ERRORS:
                return None, "formula_error", {"value": cell.strip()}
            if "\ufffd" in cell or "锟斤拷" in cell:
                return None, "letters_lost", None
        reading = read(cell)
        if longest is not None and isinstance(reading[0], str) and len(reading[0]) > longest:
            return None, "too_long", {"length": len(reading[0]), "longest": longest}
        return reading

    return read_cell


def _reader_of_kind(field: Field, day_first: bool | None) -> Reader:
    match field.kind:
        case "text":
            return read_text
        case "code":
            return read_code
        case "integer":
            return read_integer
        case "decimal":
            return read_decimal
        case "choice":
            return _choice_reader(field)
        case "date" | "datetime":
            return _date_reader(field.kind == "datetime", day_first)


def read_text(cell: Cell) -> Reading:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and _digits_lost(cell):
        return None, "digits_lost", _lost(cell)
    return _GUARD.sub("", as_written(cell)), None, None


def read_code(cell: Cell) -> Reading:
    """Text whose every digit counts. A long number kept as a number has lost its last digits:
    what they were is not guessed."""
    if isinstance(cell, (date, time, timedelta)):
        return None, "became_date", None
    if isinstance(cell, (int, float)):
        if _digits_lost(cell):
            return None, "digits_lost", _lost(cell)
        return as_written(cell), None, None
    text = _SPACES.sub("", unicodedata.normalize("NFKC", tidy(cell)))
    if (power := _SCIENTIFIC.match(text)) and int(power[1]) >= 9:
        return None, "digits_lost", {"digits": int(power[1]) + 1, "lost": _lost_of(int(power[1]))}
    return text.lstrip("'"), None, None


def read_integer(cell: Cell) -> Reading:
    value, code, numbers = read_decimal(cell)
    if code is None and isinstance(value, Decimal):
        if value != value.to_integral_value():
            return None, "not_an_integer", {"value": _short(cell)}
        return int(value), None, None
    return None, "not_an_integer" if code == "not_a_number" else code, numbers


def read_decimal(cell: Cell) -> Reading:
    """An exact decimal. Thousands commas and a currency sign are taken away; a percentage, a
    word (约10) or a comma in the wrong place is a problem, not a guess."""
    if isinstance(cell, (bool, date, time, timedelta)):
        return None, "not_a_number", {"value": _short(cell)}
    if isinstance(cell, (int, float)):
        if not isfinite(cell):
            return None, "not_a_number", {"value": _short(cell)}
        return Decimal(repr(cell)), None, None
    text = _SPACES.sub("", unicodedata.normalize("NFKC", tidy(cell))).lstrip("'")
    text = _MONEY.sub("", text)
    if _THOUSANDS.match(text):
        text = text.replace(",", "")
    if not _NUMBER.match(text):
        return None, "not_a_number", {"value": _short(cell)}
    return Decimal(text), None, None


def _date_reader(with_time: bool, day_first: bool | None) -> Reader:
    read = read_datetime if with_time else read_date

    def read_moment(cell: Cell) -> Reading:
        value, code = read(cell, day_first=day_first)
        return value, code, None if code is None else {"value": _short(cell)}

    return read_moment


def _choice_reader(field: Field) -> Reader:
    choices = field.choices
    if not isinstance(choices, Mapping):
        choices = {choice: (choice,) for choice in choices}
    known: dict[str, str] = {}
    for value, words in choices.items():
        for word in (value, *words):
            known.setdefault(_plain_choice(word), value)
    allowed = "、".join(words[0] if words else value for value, words in choices.items())

    def read_choice(cell: Cell) -> Reading:
        words = ("是", "true") if cell is True else ("否", "false") if cell is False else ()
        for word in words or (as_written(cell),):
            value = known.get(_plain_choice(word))
            if value is not None:
                return value, None, None
        return None, "not_a_choice", {"value": _short(cell), "allowed": allowed}

    return read_choice


def _plain_choice(text: str) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFKC", text).casefold())


def _digits_lost(number: int | float) -> bool:
    return isfinite(number) and abs(number) >= _LONGEST_EXACT


def _lost_of(power: int) -> int:
    return max(power + 1 - 15, 1)


def _lost(number: int | float) -> Numbers:
    digits = len(str(int(abs(number))))
    return {"digits": digits, "lost": _lost_of(digits - 1)}


def _short(cell: Cell) -> str:
    text = as_written(cell)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
