"""How a form writes dates and numbers, and our facts written in its habit."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from linli.lib.tables.blanks.form import Habit, Value
from linli.lib.tables.blanks.grid import GridCell

_SHOWN: tuple[tuple[Habit, re.Pattern[str]], ...] = (
    ("dots", re.compile(r"(?:\d{4}|yyyy|x{4})\.(?:\d{1,2}|m{1,2}|x{1,2})\.(?:\d|d|x)", re.I)),
    ("dashes", re.compile(r"(?:\d{4}|yyyy|x{4})-(?:\d{1,2}|m{1,2}|x{1,2})-(?:\d|d|x)", re.I)),
    ("slashes", re.compile(r"(?:\d{4}|yyyy|x{4})/(?:\d{1,2}|m{1,2}|x{1,2})/(?:\d|d|x)", re.I)),
    (
        "words",
        re.compile(r"(?:\d{4}|[yx]{4}|[_ ]+)年(?:\d{1,2}|[mx]{1,2}|[_ ]+)月(?:\d|d|x|[_ ]+)", re.I),
    ),
    ("compact", re.compile(r"(?:\d{4}|yyyy)(?:\d{2}|mm)(?:\d{2}|dd)", re.I)),
)
_MONTH = re.compile(r"年月(?!日)|年、月(?!、?日)|year\s*(?:and|&|/)\s*month", re.I)
_TICKED = re.compile(r"[☑☒■√✓✔]\s*([^□☐○〇◯☑☒■√✓✔\s、,，;；/|]+)")
BOXES = re.compile(r"([□☐○〇◯])\s*([^□☐○〇◯☑\s、,，;；/|]+)")


def habit_of(heading: str, cells: Iterable[GridCell]) -> Habit:
    """How dates are written here, by the hint in the heading or by what stands in the column."""
    if _MONTH.search(heading):
        return "month"
    for text in (heading, *(cell.text for cell in cells if isinstance(cell.content, str))):
        for habit, pattern in _SHOWN:
            if pattern.search(text):
                return habit
    return ""


def dated(day: date, habit: Habit) -> str:
    match habit:
        case "dots":
            return f"{day:%Y.%m.%d}"
        case "slashes":
            return f"{day.year}/{day.month}/{day.day}"
        case "words":
            return f"{day.year}年{day.month}月{day.day}日"
        case "compact":
            return f"{day:%Y%m%d}"
        case "month":
            return f"{day:%Y.%m}"
        case _:
            return day.isoformat()


def in_words(value: Value, habit: Habit) -> str:
    """The value as a text of this form."""
    if value is None:
        return ""
    if isinstance(value, date):
        return dated(value, habit)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def ticked(text: str, value: str) -> str | None:
    """The boxes of a cell with the one that says the value ticked: □男 ☑女; None where no box
    says it, for then nothing must be ticked."""
    for box in BOXES.finditer(text):
        if box[2].strip() == value:
            return f"{text[: box.start(1)]}☑{text[box.end(1) :]}"
    return None


def has_boxes(text: str) -> bool:
    """Whether a cell gives boxes to tick. One circle alone may be a nought: 二〇二六."""
    return any(box in text for box in "□☐") or len(BOXES.findall(text)) > 1


def chosen(text: str) -> str | None:
    """What the boxes of a cell say: the words behind those ticked, empty if none is; None where
    there are no boxes."""
    if not has_boxes(text) and not _TICKED.search(text):
        return None
    return "、".join(word.strip() for word in _TICKED.findall(text))
