"""What a rule found: the one answer every rule of the house gives."""

from collections.abc import Iterator, Mapping
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


@dataclass(frozen=True, slots=True)
class Findings:
    """What several rules found in one case, in the order in which they were asked.

    True where all of them hold. `first_unmet` is the one to refuse with.
    """

    steps: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return all(self.steps)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.steps)

    @property
    def first_unmet(self) -> Finding | None:
        """The first that does not hold, None where all do. Compare with None: it is itself
        false."""
        return next((step for step in self.steps if not step.holds), None)


def require_all(findings: Findings) -> Findings:
    """The findings themselves where all hold; otherwise `Refused` with the first that does not."""
    if (unmet := findings.first_unmet) is not None:
        raise Refused(unmet)
    return findings
