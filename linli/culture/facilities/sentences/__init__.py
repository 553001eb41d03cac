"""What the book, the findings and the messages of this room say."""

from linli.culture.facilities.sentences import acts, findings, messages

__all__ = ["acts", "findings", "messages"]

# Seasons, inspections, loans and offers.
from linli.culture.facilities.sentences import (
    keeping,
    keeping_findings,
    keeping_messages,
)

__all__ += ["keeping", "keeping_findings", "keeping_messages"]
