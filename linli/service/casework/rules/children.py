"""A child in harm's way: report first, write afterwards; and who may open the child's file."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from linli.lib.calendar import corresponding_day
from linli.lib.law import Finding

POLICE, CIVIL, LINE = "police", "civil_affairs", "hotline"
AUTHORITIES = (POLICE, CIVIL, LINE)
"""To whom it is reported: 110, the street's or county's civil affairs, the line for children."""


MONTHLY, QUARTERLY = "monthly", "quarterly"
RHYTHM_RULES = {
    MONTHLY: "children.checked_monthly",
    QUARTERLY: "children.checked_quarterly",
}
"""How often somebody looks in: the parameters, in months."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of guardianship, by its key, and the articles it stands on."""

    key: str
    cites: tuple[str, ...]


GUARDIANSHIP = (
    Duty("who_guards", ("civil_code.27",)),
    Duty("best_interest", ("civil_code.35",)),
    Duty("admonish", ("minors.118",)),
    Duty("entrusted", ("minors.43",)),
    Duty("emergency_care", ("civil_code.34",)),
    Duty("disputed", ("civil_code.31",)),
    Duty("no_guardian", ("civil_code.32",)),
    Duty("revoke", ("civil_code.36",)),
)
"""What the committee looks at where a guardian is away, in doubt, or the danger."""


def reported_first(reported_at: datetime | None) -> Finding:
    """The report goes out, and its moment is kept, before anything is written into a form."""
    return Finding(
        reported_at is not None, "casework.child_reported", cites=("minors.11", "minors.117")
    )


def reported_at_once(noticed_at: datetime, reported_at: datetime, *, hours: int) -> Finding:
    """The law says at once. More than so many hours after it was noticed (超过) asks for the
    reason; the report is made all the same."""
    return Finding(
        reported_at - noticed_at <= timedelta(hours=hours),
        "casework.child_at_once",
        cites=("minors.11", "minors.117"),
        numbers={"hours": hours, "noticed_at": noticed_at},
    )


def noticed_before(noticed_at: datetime, at: datetime) -> Finding:
    """Nothing is noticed in the future."""
    return Finding(noticed_at <= at, "casework.child_noticed_before")


def year_is_over_or_runs(year: int, this_year: int) -> Finding:
    """The audit is of a year that has begun."""
    return Finding(year <= this_year, "casework.child_audit_year", numbers={"year": year})


def is_under(birth: date, on: date, *, years: int) -> bool:
    """Whether somebody has not reached that age (不满: the birthday itself no longer counts)."""
    return on < corresponding_day(birth, 12 * years)


def parental_consent(under_fourteen: bool, consented: bool, parent_is_danger: bool) -> Finding:
    """A child under fourteen: a parent or other guardian consents, separately. Where the parent is
    the danger, the duty to protect carries the record and nobody is asked."""
    return Finding(
        not under_fourteen or consented or parent_is_danger,
        "casework.child_parental_consent",
        cites=("pipl.31", "minors.72"),
        numbers={"under_fourteen": under_fourteen, "parent_is_danger": parent_is_danger},
    )


def difficulty_named(category: str, difficulties: Collection[str]) -> Finding:
    """A child in difficulty: which difficulty, so that the right help is asked for."""
    return Finding(
        category != "in_difficulty" or bool(difficulties),
        "casework.child_difficulty_named",
        cites=("minors.43",),
    )


def entrusted_named(category: str, entrusted: str) -> Finding:
    """A child left behind: who is entrusted with the care while the parents are away."""
    return Finding(
        category != "left_behind" or bool(entrusted.strip()),
        "casework.child_entrusted_named",
        cites=("minors.43",),
    )


def school_asked(asked_on: date | None) -> Finding:
    """An answer follows a question."""
    return Finding(asked_on is not None, "casework.child_school_asked")


def audited(last_year: int | None, year: int) -> Finding:
    """Once in every calendar year it is audited whether children's data were handled rightly."""
    return Finding(
        last_year is not None and last_year >= year,
        "casework.child_audited",
        cites=("online_minors.37",),
        numbers={"year": year},
    )
