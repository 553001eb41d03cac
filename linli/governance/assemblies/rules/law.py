"""What the law of a day and place asks of residents' meetings, as one plain value."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import ClassVar

from linli.lib.law import Measures, Packs, measures

ASSEMBLY, MEETING = "assembly", "representatives_meeting"
BODIES = (ASSEMBLY, MEETING)
"""The residents' assembly and the residents' representatives' meeting, the higher first."""


@dataclass(frozen=True, kw_only=True)
class AssemblyLaw(Measures):
    """The parameters `assemblies.*` of one day and place."""

    PREFIX: ClassVar[str] = "assemblies"

    age: int
    petition: Fraction
    petition_of_representatives: Fraction
    notice: int
    quorum_over: Fraction
    decided_over: Fraction
    representatives_share: Fraction
    meeting_every: int
    """Months; counted in halves of the calendar year."""
    meeting_petition: Fraction
    meeting_quorum: Fraction
    meeting_decided_over: Fraction
    called_within: int
    """Days; a promise, since the law names none."""
    households_least: int = field(metadata={"rule": "representatives.households_least"})
    households_most: int = field(metadata={"rule": "representatives.households_most"})


def assembly_law(
    on: date, jurisdictions: Sequence[str] = (), *, packs: Packs | None = None
) -> AssemblyLaw:
    """The law of a meeting held on that day. Raises NotInForce before 2026-01-01."""
    return measures(AssemblyLaw, on, jurisdictions, packs=packs)
