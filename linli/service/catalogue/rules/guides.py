"""What a service guide and an entry of the directory must keep: prices, four eyes, freshness."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from linli.lib.calendar import corresponding_day
from linli.lib.identity.phone import read_phone
from linli.lib.identity.refusals import Refusal
from linli.lib.law import Finding, Findings

FREE, LOW, PAID = "free", "low", "paid"
PRICE_CLASSES = (FREE, LOW, PAID)
"""无偿、低偿、有偿."""

NEEDED = ("summary", "who", "papers", "limit", "served_by")
"""What a guide of one's own says before it goes live, beside where or by which number."""

SHOWN_FROM = 10
"""From how many ratings on their mean is shown."""


def price_published(
    price_class: str, *, statutory: bool, fen: int | None, basis: str, has_provider: bool
) -> Findings:
    """What may go live: statutory services free; a price wherever money is taken, with its
    basis; and who is paid, where it is paid in full."""
    takes = price_class != FREE
    known = fen is not None and fen > 0 and bool(basis.strip())
    return Findings(
        (
            Finding(not (statutory and takes), "catalogue.statutory_free"),
            Finding(not takes or known, "catalogue.price_published"),
            Finding(price_class != PAID or has_provider, "catalogue.provider_named"),
        )
    )


def two_for_a_price(price_class: str, drafted_by: UUID | None, by: UUID | None) -> Finding:
    """What names a price is published by another than whoever drafted it."""
    apart = price_class == FREE or drafted_by is None or drafted_by != by
    return Finding(apart, "catalogue.two_for_a_price")


def guide_whole(said: Mapping[str, str], *, reachable: bool) -> Finding:
    """Whether a guide says who, where, papers and limit (book 1.1); `missing` counts what it
    does not."""
    missing = sum(not said.get(name, "").strip() for name in NEEDED) + (not reachable)
    return Finding(missing == 0, "catalogue.guide_whole", numbers={"missing": missing})


def number_may_be_shown(phone: str, agreed_on: date | None, on: date) -> Finding:
    """A mobile number is somebody's own: it is listed only after they agreed, on a day that is
    not yet to come (PIPL 13, 25). An office's number needs nothing."""
    read = read_phone(phone) if phone.strip() else None
    mobile = read is not None and not isinstance(read, Refusal) and read.kind == "mobile"
    agreed = agreed_on is not None and agreed_on <= on
    return Finding(not mobile or agreed, "catalogue.number_agreed", cites=("pipl.13",))


class Freshness(StrEnum):
    """How old the last look at an entry is."""

    FRESH = "fresh"
    STALE = "stale"
    """To be asked again; still shown, with the day of the last look."""
    HIDDEN = "hidden"
    """Not shown to residents until somebody has asked."""


def stale_on(verified_on: date, days: int) -> date:
    """The first day on which it is to be asked again."""
    return verified_on + timedelta(days=days)


def hidden_on(verified_on: date, months: int) -> date:
    """The first day on which residents no longer see it."""
    return corresponding_day(verified_on, months)


def freshness(verified_on: date, on: date, *, stale_days: int, hidden_months: int) -> Freshness:
    """Stale from the day on which `stale_days` are full, hidden from the corresponding day."""
    if on >= hidden_on(verified_on, hidden_months):
        return Freshness.HIDDEN
    if on >= stale_on(verified_on, stale_days):
        return Freshness.STALE
    return Freshness.FRESH


def mean_in_tenths(count: int, total: int) -> int | None:
    """The mean of ratings from 1 to 5, in tenths, half up; None where too few have rated."""
    if count < SHOWN_FROM:
        return None
    return (total * 20 + count) // (2 * count)
