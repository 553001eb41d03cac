"""What the book, the findings and the messages of this room say."""

from linli.safety.emergencies.sentences import acts, findings, messages

__all__ = ["acts", "findings", "messages"]
