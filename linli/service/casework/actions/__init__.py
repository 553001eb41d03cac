"""The acts on a case. Subjects that have acts of their own use the steps: `begin`, `write_down`,
`pass_on`, `end`, inside an act about the case or its community."""

from linli.service.casework.actions.cases import (
    add_handler,
    begin,
    change_role,
    open_case,
    remove_handler,
    take_over,
)
from linli.service.casework.actions.ending import destroy, end, end_case
from linli.service.casework.actions.looking import look, suspect
from linli.service.casework.actions.passing_on import (
    agree,
    answer_referral,
    pass_on,
    refer,
    withdraw,
)
from linli.service.casework.actions.release import ask, decide, fetch
from linli.service.casework.actions.writing import write, write_down

__all__ = [
    "add_handler",
    "agree",
    "answer_referral",
    "ask",
    "begin",
    "change_role",
    "decide",
    "destroy",
    "end",
    "end_case",
    "fetch",
    "look",
    "open_case",
    "pass_on",
    "refer",
    "remove_handler",
    "suspect",
    "take_over",
    "withdraw",
    "write",
    "write_down",
]
