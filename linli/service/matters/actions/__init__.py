"""Everything that can be done with a matter; one verb, one function, behind the one door."""

from linli.service.matters.actions.answering import answer, close, decline, rate, reopen_matter
from linli.service.matters.actions.forgetting import forget_sender
from linli.service.matters.actions.forwarding import forward, hand_back, take_back
from linli.service.matters.actions.handling import accept, ask, assign, extend, note, resume, supply
from linli.service.matters.actions.importing import (
    begin_import,
    finish_import,
    import_rows,
    keep_table,
    undo_import,
)
from linli.service.matters.actions.joining import merge, split
from linli.service.matters.actions.publishing import publish, unpublish
from linli.service.matters.actions.raising import raise_matter
from linli.service.matters.actions.routing import save_kind, save_routing, seed_kinds
from linli.service.matters.actions.withdrawing import withdraw

__all__ = [
    "accept",
    "answer",
    "ask",
    "assign",
    "begin_import",
    "close",
    "decline",
    "extend",
    "finish_import",
    "forget_sender",
    "forward",
    "hand_back",
    "import_rows",
    "keep_table",
    "merge",
    "note",
    "publish",
    "raise_matter",
    "rate",
    "reopen_matter",
    "resume",
    "save_kind",
    "save_routing",
    "seed_kinds",
    "split",
    "supply",
    "take_back",
    "undo_import",
    "unpublish",
    "withdraw",
]
