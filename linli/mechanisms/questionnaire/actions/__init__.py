"""Steps of a room's own acts (`draft`, `write`, `set_sample`, `open_up`, `close`, `drop`,
`amend`, `unset_sample`, `make_slips`, `add_unreached`, `take_one`, `put_in`), and the acts that are
the same for every questionnaire.

A room that wants its own name in the book wraps a step in an act of its own; one that does not,
calls the acts as they are.
"""

from linli.mechanisms.questionnaire.actions.answering import answer, answer_for, put_in
from linli.mechanisms.questionnaire.actions.preparing import (
    QuestionGiven,
    StratumGiven,
    amend,
    close,
    draft,
    drop,
    open_up,
    set_sample,
    unset_sample,
    write,
)
from linli.mechanisms.questionnaire.actions.slips import (
    MOST_SLIPS,
    add_unreached,
    count_unreached,
    make_slips,
    print_slips,
    take_one,
    take_slip,
)
from linli.mechanisms.questionnaire.actions.typing import drop_paper, settle_paper, type_paper

__all__ = [
    "MOST_SLIPS",
    "QuestionGiven",
    "StratumGiven",
    "add_unreached",
    "amend",
    "answer",
    "answer_for",
    "close",
    "count_unreached",
    "draft",
    "drop",
    "drop_paper",
    "make_slips",
    "open_up",
    "print_slips",
    "put_in",
    "set_sample",
    "settle_paper",
    "take_one",
    "take_slip",
    "type_paper",
    "unset_sample",
    "write",
]
