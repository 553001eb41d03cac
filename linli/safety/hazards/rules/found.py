"""Found things (民法典 314–318): kept a while, then to the police, whose notice runs a year."""

from datetime import date, timedelta

from linli.lib.calendar.periods import corresponding_day
from linli.lib.law import Finding


def kept_until(posted_on: date, days: int) -> date:
    """The last day a found thing is kept at the desk."""
    return posted_on + timedelta(days=days)


def claimed_until(passed_on: date, months: int) -> date:
    """Up to which day its owner can at least still claim it from the police: so many months from
    their notice, which comes after it was handed over (民法典 318)."""
    return corresponding_day(passed_on, months)


def may_go_to_police(paper: str) -> Finding:
    """It is handed over against a receipt."""
    return Finding(bool(paper.strip()), "hazards.police_receipt", cites=("civil_code.314",))
