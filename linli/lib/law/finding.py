"""What a rule found: the one answer every rule of the house gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from types import MappingProxyType

Value = bool | int | str | date | datetime | Fraction | tuple["Value", ...] | None


@dataclass(frozen=True, slots=True)
class Finding:
    """The truth of one rule in one case, with the numbers that show its working.

    A finding holds no prose: `rule` is a dotted name whose sentences (met, unmet, way on)
    the owning app keeps in its `sentences.py`; `cites` are keys of `linli.lib.law.citations`.
    So a refusal and an explanation are the same thing, in any language.
    """

    holds: bool
    rule: str
    cites: tuple[str, ...] = ()
    numbers: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", MappingProxyType(dict(self.numbers)))

    def __bool__(self) -> bool:
        return self.holds


class Refused(Exception):
    """An act that may not be done. Carries the finding that forbids it; the door lets it
    through untouched and one page renders it."""

    def __init__(self, finding: Finding) -> None:
        assert not finding.holds, "a finding that holds is no ground for a refusal"
        super().__init__(finding.rule)
        self.finding = finding


def require(finding: Finding) -> Finding:
    """The finding itself where it holds; otherwise `Refused`."""
    if not finding.holds:
        raise Refused(finding)
    return finding
