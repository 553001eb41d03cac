"""Assemblies of owners, their resolutions, and the meeting of the three parties."""

from datetime import date, timedelta
from fractions import Fraction

from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding

MONTHS_A_YEAR = 12


def noticed_in_time(noticed_on: date, meets_on: date, *, days: int) -> Finding:
    """The owners are told so many days before the assembly (exactly so many is enough)."""
    return Finding(
        meets_on - noticed_on >= timedelta(days=days), "property.noticed_in_time",
        cites=("property_regulation.14",),
        numbers={"days": days, "latest": meets_on - timedelta(days=days)},
    )  # fmt: skip


def committee_told(told_on: date, meets_on: date, *, days: int) -> Finding:
    """In a residential estate the residents' committee is told as early."""
    return Finding(
        meets_on - told_on >= timedelta(days=days), "property.committee_told",
        cites=("property_regulation.15",),
        numbers={"days": days, "latest": meets_on - timedelta(days=days)},
    )  # fmt: skip


def forces_extraordinary(asked: int, owners: int, share: Fraction) -> Finding:
    """So large a share of the owners can have an extraordinary assembly called (exactly the share
    is enough)."""
    holds = owners > 0 and asked * share.denominator >= owners * share.numerator
    least = -(-owners * share.numerator // share.denominator)
    return Finding(
        holds, "property.forces_extraordinary", cites=("property_regulation.13",),
        numbers={"asked": asked, "owners": owners, "least": least},
    )  # fmt: skip


def annulment_until(known_on: date, years: int) -> date:
    """The last day to ask the court to annul a decision one knew of on that day."""
    return corresponding_day(known_on, years * MONTHS_A_YEAR)


def point_kept(due_on: date, done_on: date | None, on: date) -> str:
    """What became of an agreed point: delivered, late (delivered or not), or open."""
    if (done_on or on) > due_on:
        return "late"
    return "delivered" if done_on is not None else "open"
