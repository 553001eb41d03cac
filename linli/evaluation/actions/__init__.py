"""Writes of the evaluation: figures reckoned, weights decided, reports put together."""

from linli.evaluation.actions.recasts import ask_recast, fill_recast
from linli.evaluation.actions.reckoning import ask, ask_past, reckon
from linli.evaluation.actions.reports import (
    ask_report,
    drop_report,
    fill_report,
    finish_report,
    write_words,
)
from linli.evaluation.actions.weights import adopt_weights, draft_weights, drop_weights

__all__ = [
    "adopt_weights",
    "ask",
    "ask_past",
    "ask_recast",
    "ask_report",
    "draft_weights",
    "drop_report",
    "drop_weights",
    "fill_recast",
    "fill_report",
    "finish_report",
    "reckon",
    "write_words",
]
