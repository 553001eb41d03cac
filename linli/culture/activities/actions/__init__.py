"""What is done with activities: drafted, announced, moved, called off, closed."""

from linli.culture.activities.actions.announcing import alter_told, announce
from linli.culture.activities.actions.dates import (
    add_dates,
    call_off_dates,
    cancel,
    move_date,
    spans_on,
)
from linli.culture.activities.actions.drafting import copy_term, draft, drop, open_term, revise
from linli.culture.activities.actions.ending import add_picture, close, remind, remove_picture

__all__ = [
    "add_dates",
    "add_picture",
    "alter_told",
    "announce",
    "call_off_dates",
    "cancel",
    "close",
    "copy_term",
    "draft",
    "drop",
    "move_date",
    "open_term",
    "remind",
    "remove_picture",
    "revise",
    "spans_on",
]

# What people learn, meet for and are honoured with.
from linli.culture.activities.actions import (  # noqa: F401
    groups,
    learning,
    recognition,
    screenings,
    stories,
    teaching,
    turns,
)
