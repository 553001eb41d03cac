"""The time an item speaks of, in words: a month, a quarter, a half-year, a year, or two days."""

from datetime import date, timedelta

from django.utils import formats
from django.utils.translation import gettext as _

from linli.core.pages.wording import tell_day


def tell_period(since: date, until: date) -> str:
    """In the reader's language."""
    whole = since.day == 1 and (until + timedelta(days=1)).day == 1 and since.year == until.year
    months = until.month - since.month + 1 if whole else 0
    if months == 1:
        return formats.date_format(since, "YEAR_MONTH_FORMAT")
    if months == 3 and since.month % 3 == 1:
        quarter = (since.month + 2) // 3
        return _("{year}年第{quarter}季度").format(year=since.year, quarter=quarter)
    if months == 6 and since.month == 1:
        return _("{year}年上半年").format(year=since.year)
    if months == 6 and since.month == 7:
        return _("{year}年下半年").format(year=since.year)
    if months == 12:
        return _("{year}年").format(year=since.year)
    if since == until:
        return tell_day(since)
    return _("{since}至{until}").format(since=tell_day(since), until=tell_day(until))
