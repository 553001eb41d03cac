"""Rows of deliberation: topics and who is concerned, opinions, talks, draws, what was agreed."""

from linli.governance.deliberation.models.agreements import (
    Agreement,
    Considered,
    Dissent,
    Point,
    PointStep,
)
from linli.governance.deliberation.models.draws import Draw, Drawn
from linli.governance.deliberation.models.listening import Carried, CarriedStep, ListeningDay
from linli.governance.deliberation.models.statements import (
    Conversation,
    HandCount,
    OpinionSnapshot,
    Statement,
    Vote,
)
from linli.governance.deliberation.models.talks import Talk
from linli.governance.deliberation.models.topics import Party, Topic, TopicStep

__all__ = [
    "Agreement",
    "Carried",
    "CarriedStep",
    "Considered",
    "Conversation",
    "Dissent",
    "Draw",
    "Drawn",
    "HandCount",
    "ListeningDay",
    "OpinionSnapshot",
    "Party",
    "Point",
    "PointStep",
    "Statement",
    "Talk",
    "Topic",
    "TopicStep",
    "Vote",
]
