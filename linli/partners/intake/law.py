"""What the law pack of a day says about work that comes from above, in this community."""

from datetime import date

from linli.core.places.laid_down import laid_down, number_laid_down
from linli.core.places.models import Place


def days_of(rule: str, community: Place, on: date) -> int:
    """The working days a pack gives for `intake.<rule>` here on that day."""
    return number_laid_down(f"intake.{rule}", community, on)


def grounds_of(rule: str, community: Place, on: date) -> tuple[str, ...]:
    """The articles `intake.<rule>` stands on here, as a finding cites them."""
    return laid_down(f"intake.{rule}", community, on).grounds


def paper_needed(community: Place, on: date) -> bool:
    """Whether admission here needs the paper of an admitting office."""
    return bool(laid_down("intake.admission_paper", community, on).value)
