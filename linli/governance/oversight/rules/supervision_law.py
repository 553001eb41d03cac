"""What the law of a day and place asks of supervision, as one plain value."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import ClassVar

from linli.lib.law import Measures, Packs, measures


@dataclass(frozen=True, kw_only=True)
class SupervisionLaw(Measures):
    """The parameters of appraisals and audits, of one day and place."""

    PREFIX: ClassVar[str] = "oversight"

    extra_items_of_representatives: Fraction
    extra_items_of_residents: Fraction
    audit_before_roll: bool
    appraisal_over: Fraction
    meeting_quorum: Fraction = field(metadata={"rule": "assemblies.meeting_quorum"})


def supervision_law(
    on: date, jurisdictions: Sequence[str] = (), *, packs: Packs | None = None
) -> SupervisionLaw:
    """The law of that day. Raises NotInForce before 2026-01-01."""
    return measures(SupervisionLaw, on, jurisdictions, packs=packs)
