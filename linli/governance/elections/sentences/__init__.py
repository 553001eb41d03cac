"""What the findings, acts and messages of 选举 say, in words: importing it registers them."""

from linli.governance.elections.sentences import (
    acts,
    afterwards,
    declaring,
    messages,
    polling,
    preparing,
    recalling,
    sitting,
    steps,
    voting,
)

__all__ = [
    "acts",
    "afterwards",
    "declaring",
    "messages",
    "polling",
    "preparing",
    "recalling",
    "sitting",
    "steps",
    "voting",
]
