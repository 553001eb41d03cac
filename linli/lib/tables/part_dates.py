"""Dates of which a part is missing: 53年7月, 1953-7, 53.7.8. Never made whole by guessing; held
against a whole date that is known from elsewhere, or read where only one century is possible."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "。": "."})
_PARTS = re.compile(
    r"^(?P<year>\d{4}|\d{2})(?:\s*[-/.年]\s*(?:(?P<month>\d{1,2})\s*"
    r"(?:[-/.月]\s*(?:(?P<day>\d{1,2})\s*[日号]?)?)?)?)?$"
)
_COMPACT = re.compile(
    r"^(?:(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])"
    r"|(?P<short>\d{2})(?P<month2>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]))$"
)


@dataclass(frozen=True, slots=True)
class PartDate:
    """What a cell says of a date: a year of two or four digits, perhaps a month, perhaps a day."""

    year: str
    month: int | None = None
    day: int | None = None

    def agrees(self, whole: date) -> bool:
        """Whether nothing in it contradicts the whole date."""
        return (
            f"{whole.year:04d}".endswith(self.year)
            and self.month in (None, whole.month)
            and self.day in (None, whole.day)
        )

    def only_past(self, on: date) -> date | None:
        """The one day of the last hundred years it can mean, up to the day `on`; None where a day
        is missing, or where 05 may be this century or the one before."""
        if self.month is None or self.day is None:
            return None
        centuries = (1900, 2000) if len(self.year) == 2 else (0,)
        found = []
        for century in centuries:
            try:
                day = date(century + int(self.year), self.month, self.day)
            except ValueError:
                continue
            if day <= on:
                found.append(day)
        return found[0] if len(found) == 1 else None


def read_part_date(text: str) -> PartDate | None:
    """What an incomplete date says, None where it is no date."""
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).strip(" '\t\r\n")
    found = _COMPACT.match(text) or _PARTS.match(text)
    if found is None:
        return None
    parts = found.groupdict()
    month, day = parts.get("month") or parts.get("month2"), parts.get("day")
    if month is not None and not 1 <= int(month) <= 12:
        return None
    year = parts.get("year") or parts["short"]
    return PartDate(year, int(month) if month else None, int(day) if day else None)
