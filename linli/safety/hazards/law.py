"""What this room promises, as the law of the day and place has it."""

from datetime import date
from typing import Any

from linli.core.places.laid_down import laid_down, number_laid_down
from linli.lib.law import Parameter
from linli.safety.hazards.kinds import BLOCKED, BY_CODE


def limit_for(kind: str, serious: bool, community: Any, on: date) -> Parameter:
    """How long whoever must mend has: a way out that is blocked the shortest, then what is
    serious."""
    if BY_CODE[kind].limit == BLOCKED:
        return laid_down("hazards.limit_blocked", community, on)
    if serious:
        return laid_down("hazards.limit_serious", community, on)
    return laid_down("hazards.limit_ordinary", community, on)


def round_grace(community: Any, on: date) -> int:
    """Up to how many days after its day a round counts as done as planned."""
    return number_laid_down("hazards.round_grace", community, on)


def found_kept_days(community: Any, on: date) -> int:
    """How many days a found thing is kept before it goes to the police."""
    return number_laid_down("hazards.found_kept", community, on)


def months_to_claim(community: Any, on: date) -> int:
    """How many months from the notice of the police an owner can claim a thing (民法典 318)."""
    return number_laid_down("hazards.found_to_state", community, on)


def contact_kept_days(community: Any, on: date) -> int:
    """How many days after the end contacts of lost and found are blanked."""
    return number_laid_down("hazards.contact_kept", community, on)


def reports_most(community: Any, on: date) -> int:
    """How many reports of people who gave no name a community takes in an hour."""
    return number_laid_down("hazards.reports_most", community, on)
