"""What is promised or laid down for this room, by the parameters of the day and place."""

from datetime import date, datetime, timedelta
from typing import Any

from linli.core.places.laid_down import number_laid_down
from linli.service.casework.rules.opening import Habits


def habits(community: Any, on: date) -> Habits:
    """What is usual when cases are opened."""
    return Habits(
        openings=number_laid_down("casework.openings_in_an_hour", community, on),
        since=number_laid_down("casework.usual_from_hour", community, on),
        until=number_laid_down("casework.usual_until_hour", community, on),
    )


def an_hour_before(at: datetime) -> datetime:
    """The beginning of the hour in which different cases are counted."""
    return at - timedelta(hours=1)


def purpose_stays(community: Any, on: date) -> timedelta:
    """How long a purpose once given stays for one case in one session."""
    return timedelta(hours=number_laid_down("casework.purpose_hours", community, on))


def copy_stays(community: Any, on: date) -> timedelta:
    """How long a released copy can be fetched, or a closed case be read."""
    return timedelta(hours=number_laid_down("casework.release_hours", community, on))
