"""The law of a day as the navigator reads it, and whom to ask what the place has not said."""

from datetime import date

from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.eligibility import LawOfADay
from linli.lib.law import held


def law_here(community: Place, on: date) -> LawOfADay:
    """What holds in this community on that day, with what it has laid down itself."""
    return LawOfADay(held(), on, jurisdictions_of(community))
