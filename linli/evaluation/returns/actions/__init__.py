"""Acts of returns: keys believed, files sent, received, answered, explained."""

from linli.evaluation.returns.actions.answering import answer, explain, take_answer
from linli.evaluation.returns.actions.receiving import receive
from linli.evaluation.returns.actions.sending import send
from linli.evaluation.returns.actions.trusting import (
    confirm_key,
    end_key,
    register_office,
    register_sender,
)

__all__ = [
    "answer",
    "confirm_key",
    "end_key",
    "explain",
    "receive",
    "register_office",
    "register_sender",
    "send",
    "take_answer",
]
