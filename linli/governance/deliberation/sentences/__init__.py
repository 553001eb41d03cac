"""What acts, findings, messages and clocks of deliberation say."""

from linli.governance.deliberation.sentences import (  # noqa: F401
    acts,
    findings,
    listening,
    messages,
    statements,
)
