"""Rules of this room: pure, with days and numbers passed in."""

from linli.safety.hazards.rules.found import kept_until, may_go_to_police
from linli.safety.hazards.rules.mending import (
    all_seen,
    another_hand,
    belongs_to,
    evidence,
    last_day,
    names_nobody,
    one_owner,
    round_on_time,
    was_in_time,
)
from linli.safety.hazards.rules.telling import count_told, days_open

__all__ = [
    "all_seen",
    "another_hand",
    "belongs_to",
    "count_told",
    "days_open",
    "evidence",
    "kept_until",
    "last_day",
    "may_go_to_police",
    "names_nobody",
    "one_owner",
    "round_on_time",
    "was_in_time",
]
