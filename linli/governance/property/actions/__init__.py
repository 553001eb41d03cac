"""The acts of this room; each is called by its module."""

from linli.governance.property.actions import (
    accounts as accounts,
    contracts as contracts,
    disputes as disputes,
    estates as estates,
    mediated as mediated,
    meetings as meetings,
    scopes as scopes,
)
