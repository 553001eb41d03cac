"""Ages as days of birth: whom a question about age means."""

from calendar import monthrange
from datetime import date, timedelta


def born_by(age: int, on: date) -> date:
    """The latest day of birth of those who are `age` full years old or older on the day `on`.

    The other side of `age_on`: born on 29 February, one turns a year older on 1 March.
    """
    year = max(on.year - age, 1)
    return date(year, on.month, min(on.day, monthrange(year, on.month)[1]))


def born_after(age: int, on: date) -> date:
    """The earliest day of birth of those who are `age` full years old or younger on that day."""
    return born_by(age + 1, on) + timedelta(days=1)
