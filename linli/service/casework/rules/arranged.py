"""Services arranged for an elder: by the elder's own yes, with a price that was told before, and
never longer than agreed. Who delivers is not judged here, and nobody is tracked."""

from collections.abc import Collection
from datetime import date

from linli.lib.law import Finding

MEALS, DAY_CARE, RESPITE, BATH, CLEANING, ESCORT, ALARM = (
    "meals",
    "day_care",
    "respite",
    "bath",
    "cleaning",
    "escort",
    "alarm",
)
SERVICES = (MEALS, DAY_CARE, RESPITE, BATH, CLEANING, ESCORT, ALARM)

AROUND_THE_CLOCK = frozenset({ALARM})
"""These have no days of their own: they are there all the time."""

FREE, LOW, PAID = "free", "low", "paid"


def agreed(consented: bool) -> Finding:
    """A service is arranged only where the elder said yes, knowing who comes and what it costs."""
    return Finding(consented, "casework.service_agreed", cites=("pipl.14", "elders.38"))


def provider_named(name: str) -> Finding:
    """Somebody provides it, by name."""
    return Finding(bool(name.strip()), "casework.service_provider")


def priced(price_class: str, fen: int | None, payer: str) -> Finding:
    """What is not free has a price, and somebody who pays it; what is free has neither. The price
    is told before it is agreed to."""
    if price_class == FREE:
        holds = not fen and not payer
    else:
        holds = fen is not None and fen > 0 and bool(payer)
    return Finding(holds, "casework.service_priced", cites=("elders.38",))


def days_said(service: str, days: Collection[int]) -> Finding:
    """On which days of the week (1 Monday to 7 Sunday), unless it is there all the time."""
    known = set(days) <= set(range(1, 8))
    return Finding(known and (bool(days) or service in AROUND_THE_CLOCK), "casework.service_days")


def in_order(since: date, until: date | None) -> Finding:
    """It does not end before it begins; both days are days of the service."""
    return Finding(
        until is None or since <= until,
        "casework.service_in_order",
        numbers={"since": since, "until": until},
    )


def has_run_out(until: date | None, on: date) -> bool:
    """Whether its last day (included) is over."""
    return until is not None and on > until
