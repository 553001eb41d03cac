"""Planning a round, recording at its doors, deciding what came in apart or late."""

from linli.mechanisms.rounds.actions.deciding import decide_conflict, drop_late, take_late
from linli.mechanisms.rounds.actions.planning import (
    end,
    end_by_itself,
    end_now,
    forget,
    hand_in,
    hand_over,
    name_carrier,
    plan,
    take_along,
)
from linli.mechanisms.rounds.actions.recording import no_change, note_attempt, record

__all__ = [
    "decide_conflict",
    "drop_late",
    "end",
    "end_by_itself",
    "end_now",
    "forget",
    "hand_in",
    "hand_over",
    "name_carrier",
    "no_change",
    "note_attempt",
    "plan",
    "record",
    "take_along",
    "take_late",
]
