"""What the book, the inbox and the findings of this room say."""

from linli.governance.budgeting.sentences import acts, findings

__all__ = ["acts", "findings"]
