"""What each act, finding and message of volunteering says."""

from linli.service.volunteering.sentences import (
    acts,
    exchange,
    exchange_rules,
    findings,
    lending,
    messages,
    wishes,
)

__all__ = ["acts", "exchange", "exchange_rules", "findings", "lending", "messages", "wishes"]
