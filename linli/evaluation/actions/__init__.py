"""Writes of the evaluation: figures reckoned, reports put together."""

from linli.evaluation.actions.reckoning import ask, reckon
from linli.evaluation.actions.reports import (
    ask_report,
    drop_report,
    fill_report,
    finish_report,
    write_words,
)

__all__ = [
    "ask",
    "ask_report",
    "drop_report",
    "fill_report",
    "finish_report",
    "reckon",
    "write_words",
]
