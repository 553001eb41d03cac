"""What was found in a file of ballots."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.lib.tables import Problem

Pattern = tuple[str, ...] | None
"""The names marked on papers that look alike, in the order of the ballot; None: void."""

LISTED = 200
"""How many faults are told one by one; all are counted."""


@dataclass(frozen=True, slots=True)
class Ballots:
    """The papers of one office, alike ones together.

    `problems` stop the count; `faults` says how many there are, since only the first are listed.
    `overmarked_rows` are the first rows with more marks than seats: no fault of the file, the
    papers are void. `remarks` are codes of what the reader should know.
    """

    candidates: tuple[str, ...] = ()
    patterns: Mapping[Pattern, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    faults: int = 0
    overmarked_rows: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def cast(self) -> int:
        return sum(self.patterns.values())
