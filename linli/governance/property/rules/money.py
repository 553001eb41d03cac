"""Common income and the maintenance fund: exact sums in fen, and by when they are told."""

from collections.abc import Iterable
from datetime import date, timedelta

from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding

MONTHS = 12


def fund_balances(opening: int, paid_in: int, interest: int, used: int, closing: int) -> Finding:
    """What was there, came in and went out makes what is there."""
    due = opening + paid_in + interest - used
    return Finding(
        due == closing and closing >= 0, "property.fund_balances",
        cites=("civil_code_property.281",), numbers={"due": max(due, 0), "closing": closing},
    )  # fmt: skip


def fund_joins(before: int | None, opening: int) -> Finding:
    """A period begins with what the one before it ended with."""
    return Finding(
        before is None or before == opening, "property.fund_joins",
        numbers={"before": before or 0, "opening": opening},
    )  # fmt: skip


def net_allocated(income: int, costs: int, uses: int) -> Finding:
    """What is left after reasonable costs belongs to the owners; where it went makes the whole of
    it. A loss is told as a loss and has no uses."""
    net = income - costs
    return Finding(
        uses == max(net, 0), "property.net_allocated", cites=("civil_code_property.282",),
        numbers={"net": max(net, 0), "uses": uses},
    )  # fmt: skip


def something_told(income: int, costs: int) -> Finding:
    """A report tells at least one sum."""
    return Finding(income > 0 or costs > 0, "property.something_told")


def period_over(since: date, until: date, today: date) -> Finding:
    """A period is told once it is over."""
    return Finding(since <= until < today, "property.period_over", numbers={"day": until})


def periods_due(
    began: date, told: Iterable[tuple[date, date]], today: date, *, months: int, days: int
) -> list[tuple[date, date, date]]:
    """The whole periods of so many months since `began`, which follow the year (half years from
    January and July), whose report has not come: first day, last day, by when it was due (`days`
    after)."""
    spans, missing = list(told), []
    index = began.year * MONTHS + began.month - (began.day == 1)
    year, month = divmod(-(-index // months) * months, MONTHS)
    first = date(year, month + 1, 1)
    while True:
        following = corresponding_day(first, months)
        last = following - timedelta(days=1)
        due = last + timedelta(days=days)
        if due >= today:
            return missing
        if not any(since <= first and last <= until for since, until in spans):
            missing.append((first, last, due))
        first = following


def shares_make_whole(cost: int, *shares: int) -> Finding:
    """Who pays for a repair pays for all of it."""
    return Finding(
        cost > 0 and sum(shares) == cost, "property.shares_make_whole",
        numbers={"cost": cost, "sum": sum(shares)},
    )  # fmt: skip
