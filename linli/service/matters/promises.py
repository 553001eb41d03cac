"""What this community promises on a day: the pack's numbers, and the working days they count in."""

from datetime import date

from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.law.packs import parameter


def promised(rule: str, community: Place, on: date) -> int:
    """The number a pack gives for `matters.<rule>` in this community on that day."""
    return int(parameter(f"matters.{rule}", on, jurisdictions_of(community)).value)
