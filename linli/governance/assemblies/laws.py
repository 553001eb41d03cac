"""Which law holds for a community on a day."""

from datetime import date

from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.assemblies.rules import AssemblyLaw, assembly_law

__all__ = ["jurisdictions_of", "law_of"]


def law_of(community: Place, on: date) -> AssemblyLaw:
    """What the law of that day asks of meetings in this community."""
    return assembly_law(on, jurisdictions_of(community))
