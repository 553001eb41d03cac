"""What this community promises on a day: the pack's numbers, and the working days they count in."""

from datetime import date

from linli.core.places.models import Place
from linli.lib.law.packs import parameter


def promised(rule: str, community: Place, on: date) -> int:
    """The number a pack gives for `matters.<rule>` in this community on that day."""
    return int(parameter(f"matters.{rule}", on, jurisdictions_of(community)).value)


def jurisdictions_of(community: Place) -> tuple[str, ...]:
    """Where a community's rules come from, the most local first: county, city, province."""
    return tuple(f"cn-{community.code[:length]}" for length in (6, 4, 2) if community.code)
