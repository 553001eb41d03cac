"""Everything that can be done with a notice; one verb, one function, behind the one door.

@action("matters.publish", needs="matters.work")
def publish(act: Act, matter: Matter) -> Posting:
    return post(act, ANSWER, matter, {"title": …, "answer": …}, on=local_day(act.at))
"""

from linli.mechanisms.publication.actions.boards import (
    check_board,
    close_board,
    hang,
    open_board,
    take_off,
)
from linli.mechanisms.publication.actions.composing import (
    correct_notice,
    discard_notice,
    release_notice,
    rewrite_notice,
    send_back_notice,
    state_of,
    write_notice,
)
from linli.mechanisms.publication.actions.forgetting import forget_notice, take_down_unconsented
from linli.mechanisms.publication.actions.objecting import (
    Objected,
    answer_objection,
    forget_objection,
    object_to,
    pass_objection_on,
    withdraw_objection,
)
from linli.mechanisms.publication.actions.posting import (
    USUAL,
    correct,
    discard,
    draft,
    expire,
    give_back,
    post,
    redraft,
    release,
    take_down,
    withdraw,
)
from linli.mechanisms.publication.actions.rounds import (
    begin_round,
    confirm_told,
    note_told,
    untell,
)

__all__ = [
    "USUAL",
    "Objected",
    "answer_objection",
    "begin_round",
    "check_board",
    "close_board",
    "confirm_told",
    "correct",
    "correct_notice",
    "discard",
    "discard_notice",
    "draft",
    "expire",
    "forget_notice",
    "forget_objection",
    "give_back",
    "hang",
    "note_told",
    "object_to",
    "open_board",
    "pass_objection_on",
    "post",
    "redraft",
    "release",
    "release_notice",
    "rewrite_notice",
    "send_back_notice",
    "state_of",
    "take_down",
    "take_down_unconsented",
    "take_off",
    "untell",
    "withdraw",
    "withdraw_objection",
    "write_notice",
]
