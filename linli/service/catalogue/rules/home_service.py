"""办理上门: when a visit may be set, and for whom one may ask."""

from datetime import date, datetime, timedelta

from linli.lib.calendar import local_day
from linli.lib.law import Finding


def visit_ahead(visit_at: datetime, at: datetime, *, within_days: int) -> Finding:
    """The visit lies ahead, and not further than promised (the last day included)."""
    last = local_day(at) + timedelta(days=within_days)
    holds = visit_at > at and local_day(visit_at) <= last
    return Finding(holds, "catalogue.visit_ahead", numbers={"days": within_days, "last_day": last})


def asked_for(own: bool, mandate: bool, at_desk: bool) -> Finding:
    """One asks for oneself, for whom one may act for, or at the desk for whoever calls."""
    return Finding(own or mandate or at_desk, "catalogue.may_ask_for")


def ended_long_enough(closed: date, on: date, *, kept_days: int) -> bool:
    """Whether its words are due to be cleared."""
    return on > closed + timedelta(days=kept_days)
