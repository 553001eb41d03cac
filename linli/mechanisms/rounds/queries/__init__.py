"""Reading rounds: loading is the permission check."""

from linli.mechanisms.rounds.queries.doors import attempts_of, doors_of, stop_in, unreached
from linli.mechanisms.rounds.queries.rounds import (
    carried_by,
    progress_of,
    round_in,
    rounds_of,
    rounds_of_owner,
)

__all__ = [
    "attempts_of",
    "carried_by",
    "doors_of",
    "progress_of",
    "round_in",
    "rounds_of",
    "rounds_of_owner",
    "stop_in",
    "unreached",
]
