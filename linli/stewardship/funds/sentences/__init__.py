"""What the acts, findings, messages and clocks of this room say, in words."""

from linli.stewardship.funds.sentences import (  # noqa: F401
    acts,
    findings,
    giving,
    giving_rules,
    grant_rules,
)
