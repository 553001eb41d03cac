"""Entering what a place has laid down; a second person confirms; nothing is deleted."""

from linli.core.local_law.actions.ending import ask_end, confirm_end, keep_on
from linli.core.local_law.actions.entering import Given, confirm, enter, judge, withdraw

__all__ = [
    "Given",
    "ask_end",
    "confirm",
    "confirm_end",
    "enter",
    "judge",
    "keep_on",
    "withdraw",
]
