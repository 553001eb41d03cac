"""What is done with clocks: steps of other acts, what people do at the desk, and what time does.

`start`, `pause`, `resume`, `extend`, `hand_over`, `settle` and `drop` take the surrounding
`Act`: whoever may carry that act out may do to its clocks what the act does. They ask no
permission of their own and write no entry of their own.
"""

from linli.core.clocks.actions.calendar import set_day
from linli.core.clocks.actions.duties import add_duty, move_duty, switch_off_duty, switch_on_duty
from linli.core.clocks.actions.handling import (
    extend_clock,
    hand_over_clock,
    hand_over_some,
    pause_clock,
    resume_clock,
)
from linli.core.clocks.actions.leaving import release, release_left
from linli.core.clocks.actions.running import (
    drop,
    extend,
    hand_over,
    pause,
    resume,
    settle,
    start,
    wait_for,
)
from linli.core.clocks.actions.sharing import (
    end_stand_in,
    make_feed,
    name_stand_in,
    revoke_feed,
)
from linli.core.clocks.actions.ticking import miss, warn
from linli.core.clocks.actions.turns import (
    keep_by_record,
    make_turns,
    say_done,
    take_back_done,
)
from linli.core.clocks.models import Holder

__all__ = [
    "Holder",
    "add_duty",
    "drop",
    "end_stand_in",
    "extend",
    "extend_clock",
    "hand_over",
    "hand_over_clock",
    "hand_over_some",
    "keep_by_record",
    "make_feed",
    "make_turns",
    "miss",
    "move_duty",
    "name_stand_in",
    "pause",
    "pause_clock",
    "release",
    "release_left",
    "resume",
    "resume_clock",
    "revoke_feed",
    "say_done",
    "set_day",
    "settle",
    "start",
    "switch_off_duty",
    "switch_on_duty",
    "take_back_done",
    "wait_for",
    "warn",
]
