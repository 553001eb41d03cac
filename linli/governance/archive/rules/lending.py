"""Lending: one at a time, not what is confidential, and back on a day."""

from datetime import date, timedelta

from linli.lib.law import Finding

CITES = ("rcl2025.39",)


def may_be_lent(*, kept: bool, access: str, lent: bool, shelf: str) -> Finding:
    """A paper original that is there, is not out already, and is nobody's secret."""
    why = ""
    if not kept:
        why = "destroyed"
    elif access == "confidential":
        why = "confidential"
    elif not shelf.strip():
        why = "no_paper"
    elif lent:
        why = "lent"
    return Finding(not why, f"archive.may_be_lent_{why or 'well'}", cites=CITES)


def back_in_time(lent_on: date, due_on: date, *, days: int) -> Finding:
    """It comes back on a day after it went out, and no later than the days allowed (以内)."""
    last = lent_on + timedelta(days=days)
    return Finding(
        lent_on < due_on <= last,
        "archive.back_in_time",
        cites=CITES,
        numbers={"last_day": last, "days": days},
    )
