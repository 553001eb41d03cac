"""What the acts, findings and messages of this room say."""

from linli.governance.oversight.sentences import (
    disclosure,
    inquiries,
    supervision_acts,
    supervision_law,
    supervision_votes,
)

__all__ = ["disclosure", "inquiries", "supervision_acts", "supervision_law", "supervision_votes"]
