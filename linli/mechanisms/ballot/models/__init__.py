"""Who may vote (electorate), what is voted on (poll), the roll and the box (box), and the hand
count of paper (counting)."""

from linli.mechanisms.ballot.models.box import Mark, NamedPaper, Paper, PaperList
from linli.mechanisms.ballot.models.counting import Line, Sheet, Station, Teller
from linli.mechanisms.ballot.models.electorate import (
    Elector,
    Electorate,
    ElectorateVersion,
    Proxy,
)
from linli.mechanisms.ballot.models.poll import Option, Poll, Question

__all__ = [
    "Elector",
    "Electorate",
    "ElectorateVersion",
    "Line",
    "Mark",
    "NamedPaper",
    "Option",
    "Paper",
    "PaperList",
    "Poll",
    "Proxy",
    "Question",
    "Sheet",
    "Station",
    "Teller",
]
