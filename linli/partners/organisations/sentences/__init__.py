"""What the book, the findings and the messages of this room say."""

from linli.partners.organisations.sentences import (
    acts as acts,
    findings as findings,
    messages as messages,
    proposals as proposals,
    purchases as purchases,
    social as social,
    social_findings as social_findings,
    unit_rules as unit_rules,
    units as units,
)
