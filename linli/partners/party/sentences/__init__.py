"""What the acts, findings and messages of this room say, in words."""

from linli.partners.party.sentences import acts, findings  # noqa: F401
