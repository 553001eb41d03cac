"""What the acts, findings, messages and clocks of this room say, in words."""

from linli.stewardship.planning.sentences import acts, findings  # noqa: F401
