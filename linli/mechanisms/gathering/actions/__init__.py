"""Steps of a domain's own acts (preparing, calling, opening, deciding, closing), and the acts
of those who keep the door and the record, which are the same for every gathering."""

from linli.mechanisms.gathering.actions.door import (
    check_in,
    check_in_myself,
    check_in_with_slip,
    check_out,
    undo_check_in,
)
from linli.mechanisms.gathering.actions.holding import (
    close_gathering,
    decide,
    open_gathering,
    put_off,
)
from linli.mechanisms.gathering.actions.keeping import fold_capacity, forget_names
from linli.mechanisms.gathering.actions.minutes import sign_as_chair, sign_as_recorder
from linli.mechanisms.gathering.actions.preparing import (
    Business,
    Member,
    call,
    cancel,
    expect,
    expect_another,
    prepare,
    set_agenda,
    set_meeting,
)
from linli.mechanisms.gathering.actions.speaking import (
    ask_to_speak,
    record_speech,
    strike_speech,
    take_up,
    write_down,
)

__all__ = [
    "Business",
    "Member",
    "ask_to_speak",
    "call",
    "cancel",
    "check_in",
    "check_in_myself",
    "check_in_with_slip",
    "check_out",
    "close_gathering",
    "decide",
    "expect",
    "expect_another",
    "fold_capacity",
    "forget_names",
    "open_gathering",
    "prepare",
    "put_off",
    "record_speech",
    "set_agenda",
    "set_meeting",
    "sign_as_chair",
    "sign_as_recorder",
    "strike_speech",
    "take_up",
    "undo_check_in",
    "write_down",
]
