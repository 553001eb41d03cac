"""How a committee is made up: the rule itself lies where the register of bodies may ask it too."""

from linli.lib.law.composition import (
    committee_composed,
    has_woman,
    may_supervise,
    near_relatives,
    size_allowed,
)
from linli.lib.law.kin import NEAR_RELATIVES

__all__ = [
    "NEAR_RELATIVES",
    "committee_composed",
    "has_woman",
    "may_supervise",
    "near_relatives",
    "size_allowed",
]
