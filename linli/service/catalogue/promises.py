"""What this community promises, and how long it keeps what: the pack's numbers of a day."""

from datetime import date

from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Parameter
from linli.lib.law.packs import parameter


def laid_down(rule: str, community: Place, on: date) -> Parameter:
    """The row of `certificates.<rule>` that holds in this community on that day."""
    return parameter(f"certificates.{rule}", on, jurisdictions_of(community))


def number_laid_down(rule: str, community: Place, on: date) -> int:
    """Its number."""
    return int(laid_down(rule, community, on).value)


def kept_to(rule: str, community: Place, on: date) -> int:
    """The number of a rule given by its whole name, for guides, providers and home service."""
    return int(parameter(rule, on, jurisdictions_of(community)).value)
