"""Common income and the maintenance fund: exact sums in fen, and by when they are told."""

from collections.abc import Iterable, Sequence
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


def joins_next(closing: int, following: int | None) -> Finding:
    """What a period ends with is what the next one, already told, begins with."""
    return Finding(
        following is None or following == closing, "property.fund_joins_next",
        numbers={"closing": closing, "following": following or 0},
    )  # fmt: skip


def told_apart(since: date, until: date, spans: Iterable[tuple[date, date]]) -> Finding:
    """No day is told of twice: the period lies beside those that stand."""
    over = next((span for span in sorted(spans) if span[0] <= until and since <= span[1]), None)
    first, last = over or (since, until)
    return Finding(over is None, "property.told_apart", numbers={"first": first, "last": last})


def covered(first: date, last: date, spans: Iterable[tuple[date, date]]) -> bool:
    """Whether every day of a period lies in one of the spans, which may meet or overlap."""
    reached = first
    for since, until in sorted(spans):
        if since <= reached <= until:
            reached = until + timedelta(days=1)
    return reached > last


def torn(told: Iterable[tuple[date, date, int, int]]) -> set[date]:
    """The first days of the periods that begin with another sum than the period just before them
    ended with; of each: first day, last day, opening, closing. Across a gap nothing is known."""
    rows = list(told)
    ended = {until + timedelta(days=1): closing for _since, until, _opening, closing in rows}
    return {
        since for since, _until, opening, _closing in rows if ended.get(since, opening) != opening
    }


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
    January and July), of which some day has not been told: first day, last day, by when it was
    due (`days` after). Several shorter reports tell of a period, too."""
    spans: Sequence[tuple[date, date]] = list(told)
    missing = []
    index = began.year * MONTHS + began.month - (began.day == 1)
    year, month = divmod(-(-index // months) * months, MONTHS)
    first = date(year, month + 1, 1)
    while True:
        following = corresponding_day(first, months)
        last = following - timedelta(days=1)
        due = last + timedelta(days=days)
        if due >= today:
            return missing
        if not covered(first, last, spans):
            missing.append((first, last, due))
        first = following


def shares_make_whole(cost: int, *shares: int) -> Finding:
    """Who pays for a repair pays for all of it."""
    return Finding(
        cost > 0 and sum(shares) == cost, "property.shares_make_whole",
        numbers={"cost": cost, "sum": sum(shares)},
    )  # fmt: skip
