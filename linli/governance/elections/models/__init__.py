"""An election from its plan to the term it begins."""

from linli.governance.elections.models.candidates import (
    Candidate,
    CandidateMeeting,
    Nomination,
    Nominator,
)
from linli.governance.elections.models.election import (
    MODES,
    OFFICES,
    Election,
    ElectionStep,
    Office,
    Round,
)
from linli.governance.elections.models.organising import RELATIONS, CommitteeSeat, Kinship
from linli.governance.elections.models.polling import Assistance, Duty, Printing
from linli.governance.elections.models.roll import (
    GROUNDS,
    Objection,
    ObjectionStep,
    Registration,
)
from linli.governance.elections.models.terms import (
    HandoverItem,
    Membership,
    Recall,
    RecallSignature,
    RecallStep,
)

__all__ = [
    "GROUNDS",
    "MODES",
    "OFFICES",
    "RELATIONS",
    "Assistance",
    "Candidate",
    "CandidateMeeting",
    "CommitteeSeat",
    "Duty",
    "Election",
    "ElectionStep",
    "HandoverItem",
    "Kinship",
    "Membership",
    "Nomination",
    "Nominator",
    "Objection",
    "ObjectionStep",
    "Office",
    "Printing",
    "Recall",
    "RecallSignature",
    "RecallStep",
    "Registration",
    "Round",
]
