"""接龙: a numbered list that neighbours write one after the other in a group chat, read as rows
and written again as a message."""

from linli.lib.chains.entries import Chain, Entry, Quantity
from linli.lib.chains.messages import as_message
from linli.lib.chains.reading import read_chain
from linli.lib.chains.words import quantities_of, said_of

__all__ = [
    "Chain",
    "Entry",
    "Quantity",
    "as_message",
    "quantities_of",
    "read_chain",
    "said_of",
]
