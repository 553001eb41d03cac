"""What is promised or laid down for this room, by the parameters of the day and place."""

from datetime import date, datetime, timedelta
from typing import Any

from linli.core.places.queries import jurisdictions_of
from linli.lib.law import parameter
from linli.service.casework.rules.opening import Habits


def number(rule: str, community: Any, on: date) -> int:
    """The number of a parameter."""
    return int(parameter(rule, on, jurisdictions_of(community)).value)


def unit_of(rule: str, community: Any, on: date) -> str:
    """Its unit, as clocks count."""
    return parameter(rule, on, jurisdictions_of(community)).unit


def habits(community: Any, on: date) -> Habits:
    """What is usual when cases are opened."""
    return Habits(
        openings=number("casework.openings_in_an_hour", community, on),
        since=number("casework.usual_from_hour", community, on),
        until=number("casework.usual_until_hour", community, on),
    )


def an_hour_before(at: datetime) -> datetime:
    """The beginning of the hour in which different cases are counted."""
    return at - timedelta(hours=1)


def purpose_stays(community: Any, on: date) -> timedelta:
    """How long a purpose once given stays for one case in one session."""
    return timedelta(hours=number("casework.purpose_hours", community, on))


def copy_stays(community: Any, on: date) -> timedelta:
    """How long a released copy can be fetched, or a closed case be read."""
    return timedelta(hours=number("casework.release_hours", community, on))


def device_known(community: Any, on: date) -> timedelta:
    """How long a browser that signed in afresh is known."""
    return timedelta(days=number("casework.device_days", community, on))
