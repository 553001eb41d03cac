"""What one can come to and take part in these days, on the front page."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from linli.culture.activities.queries.told import When, dates_between
from linli.service.volunteering.queries.calls import calls_told
from linli.service.volunteering.queries.wishes import counts_shown

DAYS, DATES, CALLS = 7, 4, 2


@dataclass(frozen=True, slots=True)
class Lively:
    """The next dates, who is looking for volunteers, how many micro-wishes wait."""

    dates: list[When]
    calls: list[Any]
    wishes: int


def these_days(community: Any, at: datetime) -> Lively:
    """What is on from now until a week from now, and where help is wanted."""
    dates = [
        each for each in dates_between(community, at, at + timedelta(days=DAYS))
        if each.occasion.state == "planned"
    ]  # fmt: skip
    return Lively(
        dates[:DATES], list(calls_told(community)[:CALLS]), counts_shown(community)["open"]
    )
