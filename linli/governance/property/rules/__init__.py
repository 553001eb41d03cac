"""Rules of owners and property: plain values in, findings out."""

from linli.governance.property.rules import (
    contracts as contracts,
    founding as founding,
    meeting as meeting,
    money as money,
    scopes as scopes,
)
