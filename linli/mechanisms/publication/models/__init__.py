"""What is, or was, made public; what was objected; where it hangs; who was told of it."""

from linli.mechanisms.publication.models.boards import Board, BoardCheck, Hanging
from linli.mechanisms.publication.models.objection import Objection
from linli.mechanisms.publication.models.posting import (
    GROUNDS,
    NamedPerson,
    Posting,
    PostingVersion,
)
from linli.mechanisms.publication.models.rounds import Told

__all__ = [
    "GROUNDS",
    "Board",
    "BoardCheck",
    "Hanging",
    "NamedPerson",
    "Objection",
    "Posting",
    "PostingVersion",
    "Told",
]
