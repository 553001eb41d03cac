"""What the law pack of a day says about work that comes from above, in this community."""

from datetime import date

from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import parameter


def days_of(rule: str, community: Place, on: date) -> int:
    """The working days a pack gives for `intake.<rule>` here on that day."""
    return int(parameter(f"intake.{rule}", on, jurisdictions_of(community)).value)


def grounds_of(rule: str, community: Place, on: date) -> tuple[str, ...]:
    """The articles `intake.<rule>` stands on here, as a finding cites them."""
    return parameter(f"intake.{rule}", on, jurisdictions_of(community)).grounds


def paper_needed(community: Place, on: date) -> bool:
    """Whether admission here needs the paper of an admitting office."""
    return bool(parameter("intake.admission_paper", on, jurisdictions_of(community)).value)
