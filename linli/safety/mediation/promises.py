"""What the law and this community lay down for mediation: the pack's numbers of a day."""

from datetime import date
from typing import Any

from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Parameter
from linli.lib.law.packs import parameter


def laid_down(rule: str, community: Any, on: date) -> Parameter:
    """The row of `mediation.<rule>` that holds in this community on that day."""
    return parameter(f"mediation.{rule}", on, jurisdictions_of(community))


def number_laid_down(rule: str, community: Any, on: date) -> int:
    """Its number."""
    return int(laid_down(rule, community, on).value)


def weekend_rolls(community: Any, on: date) -> bool:
    """Whether a last day on an ordinary weekend gives way as on a holiday."""
    return bool(parameter("calendar.weekend_rolls", on, jurisdictions_of(community)).value)
