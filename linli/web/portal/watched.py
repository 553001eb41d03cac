"""What is dangerous or being warned of these days, on the front page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.safety.emergencies.queries.incident import ended_lately, going_on
from linli.safety.hazards.queries.standing import alerts_now

ALERTS = 2


@dataclass(frozen=True, slots=True)
class Watched:
    """Incidents that run now, those that ended these days, and the latest alerts."""

    incidents: list[Any]
    ended: list[Any]
    alerts: list[Any]

    def __bool__(self) -> bool:
        return bool(self.incidents or self.ended or self.alerts)


def today(community: Any, on: date) -> Watched:
    """What residents should see first."""
    return Watched(
        going_on(community),
        ended_lately(community, on),
        list(alerts_now(community, on)[:ALERTS]),
    )
