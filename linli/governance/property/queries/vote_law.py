"""What the law pack of a day says about owners' votes, in this community."""

from datetime import date
from fractions import Fraction
from typing import Any

from linli.core.places.laid_down import laid_down, number_laid_down
from linli.governance.property.rules.majorities import Shares


def shares(community: Any, on: date) -> Shares:
    """How much must take part and agree."""
    return Shares(
        Fraction(laid_down("property.vote_takes_part", community, on).value),
        Fraction(laid_down("property.vote_ordinary", community, on).value),
        Fraction(laid_down("property.vote_special", community, on).value),
    )


def counts_parking(community: Any, on: date) -> bool:
    """Whether parking spaces count."""
    return bool(laid_down("property.vote_counts_parking", community, on).value)


def counts_shops(community: Any, on: date) -> bool:
    """Whether shops and offices count."""
    return bool(laid_down("property.vote_counts_shops", community, on).value)


def void_takes_part(community: Any, on: date) -> bool:
    """Whether a void paper takes part."""
    return bool(laid_down("property.vote_void_takes_part", community, on).value)


def silent_may_follow(community: Any, on: date) -> bool:
    """Whether owners' own rules may let silence follow the majority."""
    return bool(laid_down("property.vote_silent_may_follow", community, on).value)


def by_government_system(community: Any, on: date) -> bool:
    """Whether the place prescribes a system of the government."""
    return bool(laid_down("property.vote_by_government_system", community, on).value)


def notice_days(community: Any, on: date) -> int:
    """Days of notice before the vote."""
    return number_laid_down("property.assembly_notice", community, on)


def posted_days(community: Any, on: date) -> int:
    """Days in which the result is told."""
    return number_laid_down("property.vote_result_posted", community, on)


def annulment_years(community: Any, on: date) -> int:
    """Years in which a decision may be challenged."""
    return number_laid_down("property.annulment_years", community, on)
