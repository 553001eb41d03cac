"""What this room promises, as the law of the day and place has it."""

from datetime import date
from typing import Any

from linli.core.places.laid_down import number_laid_down


def days(name: str, community: Any, on: date) -> int:
    """One of this room's numbers of days, or of times in a year."""
    return number_laid_down(f"emergencies.{name}", community, on)
