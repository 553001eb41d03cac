"""What is done with a sheet: laid out, signed, answered, moved, called off, drawn, marked."""

from linli.mechanisms.signup.actions.answering import (
    decline_offer,
    leave,
    remove,
    settle_call,
    take_offer,
)
from linli.mechanisms.signup.actions.dates import add_occasions, call_off, move_occasion
from linli.mechanisms.signup.actions.drawing import draw
from linli.mechanisms.signup.actions.keeping import forget_names, make_feed, revoke_feed
from linli.mechanisms.signup.actions.laying_out import alter, cancel_sheet, close, lay_out, open_up
from linli.mechanisms.signup.actions.line import lapse_offer, offer_free_places, offer_on
from linli.mechanisms.signup.actions.presence import (
    Mark,
    add_late,
    add_late_many,
    come_after_all,
    excuse,
    mark,
)
from linli.mechanisms.signup.actions.signing import PutDown, put_down_many, sign_up
from linli.mechanisms.signup.actions.writing import write_to

__all__ = [
    "Mark",
    "PutDown",
    "add_late",
    "add_late_many",
    "add_occasions",
    "alter",
    "call_off",
    "cancel_sheet",
    "close",
    "come_after_all",
    "decline_offer",
    "draw",
    "excuse",
    "forget_names",
    "lapse_offer",
    "lay_out",
    "leave",
    "make_feed",
    "mark",
    "move_occasion",
    "offer_free_places",
    "offer_on",
    "open_up",
    "put_down_many",
    "remove",
    "revoke_feed",
    "settle_call",
    "sign_up",
    "take_offer",
    "write_to",
]
