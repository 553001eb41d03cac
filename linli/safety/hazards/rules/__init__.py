"""Rules of this room: pure, with days and numbers passed in."""

from linli.safety.hazards.rules.found import claimed_until, kept_until, may_go_to_police
from linli.safety.hazards.rules.mending import (
    another_hand,
    evidence,
    few_and_small,
    last_day,
    last_day_set,
    names_nobody,
    one_owner,
    was_in_time,
)
from linli.safety.hazards.rules.rounds import (
    all_seen,
    belongs_to,
    day_of_paper,
    distance,
    near_its_day,
    round_on_time,
    said,
    told_apart,
)
from linli.safety.hazards.rules.telling import count_told, days_open, office_number

__all__ = [
    "all_seen",
    "another_hand",
    "belongs_to",
    "claimed_until",
    "count_told",
    "day_of_paper",
    "days_open",
    "distance",
    "evidence",
    "few_and_small",
    "kept_until",
    "last_day",
    "last_day_set",
    "may_go_to_police",
    "names_nobody",
    "near_its_day",
    "office_number",
    "one_owner",
    "round_on_time",
    "said",
    "told_apart",
    "was_in_time",
]
