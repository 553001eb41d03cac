"""What the law pack of a day says about activities, in this community."""

from datetime import date
from typing import Any

from linli.core.places.laid_down import number_laid_down


def mass_from(community: Any, on: date) -> int:
    """From how many people at one time on the law asks a licence."""
    return number_laid_down("activities.mass_from", community, on)


def licence_days(community: Any, on: date) -> int:
    """How many days before the event the licence is applied for."""
    return number_laid_down("activities.licence_days", community, on)


def marked_within(community: Any, on: date) -> int:
    """Within how many days after a date it is written down who came."""
    return number_laid_down("activities.marked_within", community, on)
