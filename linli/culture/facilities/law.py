"""What this room promises, as the law of the day and place has it."""

from datetime import date
from typing import Any

from linli.core.places.laid_down import number_laid_down


def coming_most(community: Any, on: date) -> int:
    """How many bookings of one room somebody may have to come."""
    return number_laid_down("facilities.coming_most", community, on)
