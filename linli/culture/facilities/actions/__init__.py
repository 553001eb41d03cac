"""The acts of this room."""

from linli.culture.facilities.actions.booking import (
    approve,
    book,
    book_for,
    cancel,
    cancel_series,
    lapse_asked,
    refuse,
    release_for,
)
from linli.culture.facilities.actions.keys import came, give_back, hand_over, miss
from linli.culture.facilities.actions.register import (
    add,
    add_photo,
    alter,
    drop_photo,
    new_tag,
    put_back,
    put_out,
    set_hours,
    set_other_hours,
    strike_other_hours,
    withdraw,
)
from linli.culture.facilities.actions.waiting import (
    forget_contacts,
    lapse_offer,
    leave_line,
    take_offer,
    wait,
)

__all__ = [
    "add",
    "add_photo",
    "alter",
    "approve",
    "book",
    "book_for",
    "came",
    "cancel",
    "cancel_series",
    "drop_photo",
    "forget_contacts",
    "give_back",
    "hand_over",
    "lapse_asked",
    "lapse_offer",
    "leave_line",
    "miss",
    "new_tag",
    "put_back",
    "put_out",
    "refuse",
    "release_for",
    "set_hours",
    "set_other_hours",
    "strike_other_hours",
    "take_offer",
    "wait",
    "withdraw",
]

# Seasons, inspections, loans and offers; each is called by its module.
from linli.culture.facilities.actions import (  # noqa: F401
    defects,
    devices,
    forgetting,
    lending,
    offers,
    season,
    season_turns,
)
