"""When a month is over, who closes it, and what may be entered after."""

from datetime import date, timedelta
from uuid import UUID

from linli.lib.law import Finding

CITES = ("rcl2025.34", "rcl2025.42")


def first_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def last_of(month: date) -> date:
    """The last day of the month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def month_is_over(month: date, today: date) -> Finding:
    """A month is closed when its last day is past."""
    return Finding(
        last_of(month) < today, "funds.month_is_over", numbers={"last_day": last_of(month)}
    )


def next_to_close(month: date, closed: date | None, first: date) -> Finding:
    """Months are closed one after the other from the first with a book, none is left out."""
    expected = first if closed is None else last_of(closed) + timedelta(days=1)
    return Finding(month == expected, "funds.next_to_close", numbers={"expected": expected})


def closed_by_another(prepared_by: UUID | None, account: UUID | None) -> Finding:
    """Whoever closes a month is not the one who prepared its sheet."""
    return Finding(
        account is not None and account != prepared_by, "funds.closed_by_another", cites=CITES
    )


def all_have_vouchers(missing: int) -> Finding:
    """Each payment of the month has its voucher before the month is closed."""
    return Finding(missing == 0, "funds.all_have_vouchers", cites=CITES, numbers={"count": missing})


def still_as_prepared(prepared: str, now: str) -> Finding:
    """The sheet that is closed is the one that was looked at."""
    return Finding(prepared == now, "funds.still_as_prepared")


def in_open_month(on: date, closed: date | None) -> Finding:
    """Nothing is entered in a month that is closed; a mistake is reversed in an open one."""
    last = last_of(closed) if closed else None
    return Finding(
        last is None or on > last, "funds.in_open_month", cites=CITES, numbers={"closed": last}
    )


def not_ahead(on: date, today: date) -> Finding:
    """Nothing is entered before it happened."""
    return Finding(on <= today, "funds.not_ahead", numbers={"today": today})
