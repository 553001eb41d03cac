"""Which law holds for a community on a day."""

from datetime import date

from linli.core.places.models import Place
from linli.governance.assemblies.rules import AssemblyLaw, assembly_law


def jurisdictions_of(community: Place) -> tuple[str, ...]:
    """Where a community's rules come from, the most local first: county, city, province."""
    return tuple(f"cn-{community.code[:length]}" for length in (6, 4, 2) if community.code)


def law_of(community: Place, on: date) -> AssemblyLaw:
    """What the law of that day asks of meetings in this community."""
    return assembly_law(on, jurisdictions_of(community))
