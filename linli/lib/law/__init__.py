"""Law without a database: what a rule found, what it stands on, and what a place may vary."""

from linli.lib.law.citations import Citation, all_citations, cite, cite_each
from linli.lib.law.finding import Finding, Findings, Refused, require, require_all
from linli.lib.law.measures import Measures, measures
from linli.lib.law.packs import (
    NotInForce,
    Packs,
    Parameter,
    held,
    in_force,
    own_place,
    parameter,
    shipped,
)

__all__ = [
    "Citation",
    "Finding",
    "Findings",
    "Measures",
    "NotInForce",
    "Packs",
    "Parameter",
    "Refused",
    "all_citations",
    "cite",
    "cite_each",
    "held",
    "in_force",
    "measures",
    "own_place",
    "parameter",
    "require",
    "require_all",
    "shipped",
]
