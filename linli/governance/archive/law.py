"""What the law pack of a day says about the archive, in this community."""

from datetime import date

from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.governance.archive.rules.filing import LONG, SHORT, last_day_to_file


def number(rule: str, community: Place, on: date) -> int:
    """The number a pack gives for `archive.<rule>` here on that day."""
    return number_laid_down(f"archive.{rule}", community, on)


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
