"""What is done with clocks: steps of other acts, and the days of the calendar.

`start`, `pause`, `resume`, `extend`, `hand_over`, `settle` and `drop` take the surrounding
`Act`: whoever may carry that act out may do to its clocks what the act does. They ask no
permission of their own and write no entry of their own.
"""

from linli.core.clocks.actions.calendar import set_day
from linli.core.clocks.actions.running import (
    drop,
    extend,
    hand_over,
    pause,
    resume,
    settle,
    start,
)
from linli.core.clocks.actions.ticking import miss, warn
from linli.core.clocks.models import Holder

__all__ = [
    "Holder",
    "drop",
    "extend",
    "hand_over",
    "miss",
    "pause",
    "resume",
    "set_day",
    "settle",
    "start",
    "warn",
]
