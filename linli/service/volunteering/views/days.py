"""A day asked for in an address."""

from datetime import date, timedelta

from django.utils.dateparse import parse_date

FAR = timedelta(days=5 * 366)
"""How far from today a page of days goes."""


def day_asked(text: str, today: date) -> date:
    """The day that was asked for; today, where that is none or lies years away."""
    try:
        found = parse_date(text)
    except ValueError:  # shaped like a day, and none: 30 February
        found = None
    return found if found is not None and abs(found - today) <= FAR else today
