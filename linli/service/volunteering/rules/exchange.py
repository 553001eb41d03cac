"""Minutes among neighbours: limits, what expires, what can never be had for them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from linli.lib.law import Finding

ASKED = ("volunteering.25", "volunteering.40")


def may_begin(*, on: bool) -> Finding:
    """Whether the residents decided for it. Without, nothing is entered."""
    return Finding(on, "volunteering.exchange_on")


def decided(reference: str, decided_on: date | None, today: date) -> Finding:
    """It is switched on by a decision of the residents that can be looked up, made by today."""
    known = bool(reference.strip()) and decided_on is not None and decided_on <= today
    return Finding(known, "volunteering.exchange_decided", cites=("rcl2025.30",))


def not_statutory(purpose: str, statutory: Mapping[str, Any]) -> Finding:
    """What somebody has a right to is not bought with anybody's time, and nobody is made to help
    for it."""
    return Finding(
        purpose not in statutory,
        "volunteering.not_statutory",
        cites=ASKED,
        numbers={"service": statutory.get(purpose, "")},
    )


def known_purpose(purpose: str, purposes: Mapping[str, Any]) -> Finding:
    return Finding(purpose in purposes, "volunteering.known_purpose")


def whole_quarters(minutes: int, most: int) -> Finding:
    """A quarter of an hour at least, in quarters, and not more than `most` at once."""
    fits = 0 < minutes <= most and minutes % 15 == 0
    return Finding(fits, "volunteering.whole_quarters", numbers={"most": most})


def within(balance: int, change: int, least: int, most: int) -> Finding:
    """Whether an account stays between its limits, both included. What brings it nearer to them
    from outside is let through, so that a limit set tighter blocks nobody's way back."""
    then = balance + change
    holds = (change >= 0 or then >= least) and (change <= 0 or then <= most)
    return Finding(
        holds,
        "volunteering.within_limits",
        numbers={"held": balance, "then": then, "least": least, "most": most},
    )


def covered(held: int, minutes: int) -> Finding:
    """What is given away is there: a gift makes nobody owe."""
    return Finding(
        held >= minutes, "volunteering.minutes_covered", numbers={"held": held, "asked": minutes}
    )


def between_two(*, same: bool) -> Finding:
    return Finding(not same, "volunteering.between_two")


def partner_within(
    name: str, balance: int, change: int, owed_to_us: int, owed_by_us: int
) -> Finding:
    """Whether what two communities owe each other stays inside what was agreed. `balance`: what we
    owe the partner; less than nothing where it owes us."""
    then = balance + change
    holds = (change >= 0 or -then <= owed_to_us) and (change <= 0 or then <= owed_by_us)
    numbers: dict[str, Any] = {
        "partner": name, "then_to_us": max(-then, 0), "owed_to_us": owed_to_us,
        "then_by_us": max(then, 0), "owed_by_us": owed_by_us,
    }  # fmt: skip
    return Finding(holds, "volunteering.partner_within", numbers=numbers)


def expired(balance: int, credited_since: int) -> int:
    """What of a balance is older than the day `credited_since` counts from. The oldest minutes are
    given on first, so what is left is the latest that came: no more of it is old than what exceeds
    all that came since."""
    return max(0, balance - credited_since) if balance > 0 else 0


def settles_on(year: int, month: int) -> date:
    """Minutes expire on the first day of a month, never in the middle of one."""
    return date(year, month, 1)


def settling_days(today: date, ahead: int = 4) -> list[date]:
    """The next first days of a month, today's included."""
    first = today.replace(day=1)
    days = []
    for step in range(ahead + 1):
        month = first.month - 1 + step
        days.append(settles_on(first.year + month // 12, month % 12 + 1))
    return [day for day in days if day >= today]


def tells_in_time(told_on: date, settles: date, days: int) -> bool:
    """Whether there were `days` days between, the day of telling not counted (CC 201)."""
    return settles - told_on >= timedelta(days=days)


def months_before(day: date, months: int) -> date:
    """The day so many months before a first of a month."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, day.day)


def not_pressing(waiting: int, most: int, days: int) -> Finding:
    """So many helps of one member wait for others, or were not confirmed of late, and no more:
    nobody is asked for a yes without end."""
    return Finding(
        waiting < most, "volunteering.not_pressing", numbers={"most": most, "days": days}
    )


def told_pot(at_month_start: int) -> int:
    """The pot as everybody reads it: of the first of the month, in whole hours, so that no grant
    is read off the day after."""
    return at_month_start // 60 * 60


def slip_is_good(state: str, number: str) -> Finding:
    """A slip counts once."""
    return Finding(
        state == "blank", f"volunteering.slip_{'used' if state == 'used' else 'void'}",
        numbers={"number": number},
    )  # fmt: skip
