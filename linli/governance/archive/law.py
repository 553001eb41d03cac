"""What the law pack of a day says about the archive, in this community."""

from datetime import date

from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.archive.rules.filing import LONG, SHORT, last_day_to_file
from linli.lib.law import parameter


def number(rule: str, community: Place, on: date) -> int:
    """The number a pack gives for `archive.<rule>` here on that day."""
    return int(parameter(f"archive.{rule}", on, jurisdictions_of(community)).value)


def filing_day(year: int, community: Place, on: date) -> date:
    """The day by which the papers of `year` are to be filed."""
    month, day = number("filed_by_month", community, on), number("filed_by_day", community, on)
    return last_day_to_file(year, month, day)


def years_of(term: str, community: Place, on: date) -> int | None:
    """For how many years a term keeps; None for ever."""
    if term == LONG:
        return number("long_term", community, on)
    if term == SHORT:
        return number("short_term", community, on)
    return None
