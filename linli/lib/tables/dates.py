"""Dates and times as people write them; what is impossible or unclear is said, never coerced."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from math import isfinite

# (value, code of the problem or None)
Outcome = tuple[date | datetime | None, str | None]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_EPOCH = datetime.fromisoformat("1899-12-30")  # Excel's day 0, right from 1 March 1900 on
_LAST_SERIAL = 73_415  # 2100-12-31

_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "﹣": "-", "。": "."})
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?")
_TIME = (
    r"(?P<half>上午|下午|凌晨|早上|中午|晚上|[ap]m)?\s*"
    r"(?P<hour>\d{1,2})\s*[:时点]\s*(?:(?P<minute>\d{1,2})\s*分?)?"
    r"(?:\s*:?\s*(?P<second>\d{1,2})(?:\.\d+)?\s*秒?)?\s*(?P<half2>[ap]\.?m\.?)?"
    r"\s*(?P<zone>z|[+-]\d{2}:?\d{2})?"
)
_AFTER = rf"(?:[t\s]*{_TIME})?$"
_YEAR_FIRST = re.compile(
    r"^(?P<y>\d{4})\s*[-/.年、,\s]\s*(?P<m>\d{1,2})\s*[-/.月、,\s]\s*(?P<d>\d{1,2})\s*"
    rf"[日号]?(?:出?生)?{_AFTER}"
)
_OTHER_CALENDAR = re.compile(
    "民国|昭和|大正|平成|令和|农历|阴历|旧历|夏历|[正冬腊]月|闰.{0,2}月|初[一二三四五六七八九十]|[廿卅]"
    "|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
)
_YEAR_LAST = re.compile(rf"^(?P<a>\d{{1,2}})[-/.](?P<b>\d{{1,2}})[-/.](?P<y>\d{{4}}){_AFTER}")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:[t ]?(\d{2})(\d{2})(\d{2})?)?$")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_NAMED = re.compile(
    rf"^(?:(?P<d1>\d{{1,2}})[\s-]+)?(?P<name>[a-z]{{3,9}})\.?[\s-]+(?:(?P<d2>\d{{1,2}}),?\s+)?"
    rf"(?P<y>\d{{4}}){_AFTER}"
)
_INCOMPLETE = re.compile(
    r"^(?:\d{4}\s*[-/.年]?(?:\s*\d{1,2}\s*月?)?|\d{2}\s*年(?:\s*\d{1,2}\s*月?)?"
    r"|\d{1,2}[-/.月]\d{1,2}[日号]?)$"
)
_SHORT_YEAR = re.compile(r"^\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$")
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
_CHINESE = re.compile(
    r"^([〇零○一二三四五六七八九]{4}|\d{4})年([一二三四五六七八九十]{1,3})月"
    r"([一二三四五六七八九十]{1,3})[日号]$"
)
_DIGITS = {"〇": 0, "零": 0, "○": 0, **{d: n for n, d in enumerate("一二三四五六七八九", 1)}}


def read_date(raw: object, *, day_first: bool | None = None) -> Outcome:
    """The date a cell states; a time of day beside it is dropped.

    `day_first` tells how 05/01/2022 is meant in this column; None: not known, and then such a
    date is a problem unless it can only be read one way.
    """
    moment, code = read_datetime(raw, day_first=day_first)
    return (moment.date() if isinstance(moment, datetime) else moment), code


def read_datetime(raw: object, *, day_first: bool | None = None) -> Outcome:
    """The moment a cell states, midnight where it gives a day only.

    Without a zone in the text it is naive: the time on the wall of the person who wrote it.
    """
    if isinstance(raw, datetime):
        return _within(raw)
    if isinstance(raw, date):
        return _within(datetime.combine(raw, time()))
    if isinstance(raw, (bool, time, timedelta)):
        return None, "date_unreadable"
    if isinstance(raw, (int, float)):
        return _from_number(raw)
    return _from_text(str(raw), day_first)


def day_or_month_first(texts: Iterable[str]) -> bool | None:
    """How a column writes 05/01/2022: True day first, False month first, None if it never shows.

    A number over 12 in one place settles it for the column; a 12-hour clock with am and pm goes
    with the month first. A column that shows both ways settles nothing.
    """
    day_first = month_first = False
    for text in texts:
        found = _YEAR_LAST.match(_plain(text))
        if found:
            first, second = int(found["a"]), int(found["b"])
            day_first |= first > 12 and second <= 12
            month_first |= second > 12 and first <= 12
            month_first |= bool(found["half2"]) and first <= 12
    return None if day_first == month_first else day_first


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold().strip(" '\t\r\n")
    return _WEEKDAY.sub(" ", text).strip()


def _within(moment: datetime) -> Outcome:
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None, "date_out_of_range"
    return moment, None


def _from_number(number: int | float) -> Outcome:
    """20260305, or days since 1900 as a spreadsheet keeps them. 2026 is a year, not a day."""
    if not isfinite(number):
        return None, "date_unreadable"
    if number == int(number):
        whole = int(number)
        if _FIRST_YEAR <= whole <= _LAST_YEAR:
            return None, "date_incomplete"
        if 19_000_000 <= whole <= 21_009_999:
            return _from_text(str(whole), None)
        if 190_000 <= whole <= 210_012:
            return None, "date_incomplete"
    if not 367 <= number <= _LAST_SERIAL:
        return None, "date_unreadable"
    moment = _EPOCH + timedelta(days=number)
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0), None


def _from_text(text: str, day_first: bool | None) -> Outcome:
    text = _plain(text)
    if _OTHER_CALENDAR.search(text):
        return None, "date_other_calendar"
    if found := _YEAR_FIRST.match(text):
        return _moment(int(found["y"]), int(found["m"]), int(found["d"]), found)
    if found := _YEAR_LAST.match(text):
        return _year_last(found, day_first)
    if found := _COMPACT.match(text):
        y, m, d, hour, minute, second = (int(part or 0) for part in found.groups())
        return _build(y, m, d, hour, minute, second, None)
    if found := _CHINESE.match(text):
        year = int("".join(str(_DIGITS.get(letter, letter)) for letter in found[1]))
        return _build(year, _small_number(found[2]), _small_number(found[3]), 0, 0, 0, None)
    if (found := _NAMED.match(text)) and (month := _MONTHS.get(found["name"][:3])):
        if day := found["d1"] or found["d2"]:
            return _moment(int(found["y"]), month, int(day), found)
        return None, "date_incomplete"
    if _SERIAL.match(text):
        return _from_number(float(text))
    if _SHORT_YEAR.match(text):
        return None, "date_two_digit_year"
    if _INCOMPLETE.match(text):
        return None, "date_incomplete"
    return None, "date_unreadable"


def _year_last(found: re.Match[str], day_first: bool | None) -> Outcome:
    first, second = int(found["a"]), int(found["b"])
    if day_first is None:
        if found["half2"]:
            day_first = False
        elif first > 12 or second > 12:
            day_first = first > 12
        elif first != second:
            return None, "date_ambiguous"
    day, month = (first, second) if day_first else (second, first)
    return _moment(int(found["y"]), month, day, found)


def _moment(year: int, month: int, day: int, found: re.Match[str]) -> Outcome:
    if found["hour"] is None:
        return _build(year, month, day, 0, 0, 0, None)
    hour = int(found["hour"])
    half = (found["half"] or found["half2"] or "").replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None, "time_impossible"
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif half == "晚上" and hour == 12:
        return None, "time_impossible"  # noon or midnight, and of which day?
    elif (half in ("下午", "晚上") and hour < 12) or (half == "中午" and hour < 3):
        hour += 12
    elif half == "凌晨" and hour == 12:
        hour = 0
    minute, second = int(found["minute"] or 0), int(found["second"] or 0)
    return _build(year, month, day, hour, minute, second, found["zone"])


def _build(
    year: int, month: int, day: int, hour: int, minute: int, second: int, zone: str | None
) -> Outcome:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None, "date_out_of_range"
    try:
        date(year, month, day)
    except ValueError:
        return None, "date_impossible"
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=_zone(zone)), None
    except ValueError:
        return None, "time_impossible"


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _small_number(text: str) -> int:
    """一 to 九十九 as a number."""
    if "十" not in text:
        return int("".join(str(_DIGITS[letter]) for letter in text))
    tens, ones = text.split("十", 1)
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 0
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
