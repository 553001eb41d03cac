"""What the law pack of a day says about community social organisations, in this community."""

from datetime import date
from typing import Any

from linli.core.places.laid_down import floor_laid_down, number_laid_down
from linli.lib.law import Finding
from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.rules import social as rules


def way_of(row: SocialOrganisation, on: date) -> Finding:
    """Whether it must register, judged by what it says of itself and by the law of that day."""
    here = row.community
    members = rules.members_suffice(
        row.members,
        row.units,
        least_individuals=number_laid_down("organisations.register_individuals", here, on),
        least_units=number_laid_down("organisations.register_units", here, on),
        least_mixed=number_laid_down("organisations.register_mixed", here, on),
    )
    return rules.must_register(members, row.has_means)


def checklist(row: SocialOrganisation, on: date) -> tuple[Finding, ...]:
    """Every line of the filing's checklist, then what it is, then its way."""
    said = {
        "name": bool(row.name and row.about),
        "initiators": rules.has_initiators(row.initiators),
        "leader": bool(row.leader and row.phone),
        "venue": bool(row.venue),
        "charter": bool(row.charter),
        "plan": bool(row.plan),
    }
    return (rules.is_social_organisation(row.nature), *rules.filing_complete(said))


def summary_due_on(community: Any, year: int, today: date) -> date:
    """By when the summary of a year is handed in."""
    month = number_laid_down("organisations.summary_month", community, today)
    return rules.summary_due(year, month=month)


def told_count(count: int | None, community: Any, on: date) -> str:
    """A count of people as everybody may read it: small ones are not told."""
    if count is None:
        return ""
    floor = floor_laid_down(community, on)
    return f"<{floor}" if 0 < count < floor else str(count)
