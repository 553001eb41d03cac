"""What is done with a list: taken in, brought up to date, corrected by hand, closed, forgotten."""

from linli.service.chains.actions.ending import close, forget, reopen
from linli.service.chains.actions.lines import add_line, correct_line
from linli.service.chains.actions.taking_in import open_chain, paste_again

__all__ = [
    "add_line",
    "close",
    "correct_line",
    "forget",
    "open_chain",
    "paste_again",
    "reopen",
]
