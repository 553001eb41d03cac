"""What a value would change, told before it is saved: by the registers and rooms that know.

show_open(open_clocks)        # in an app's `ready`: how many open cases were given the number
show_with(judge_a_sample)     # a case made up on the spot, judged by the law before and after
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from linli.lib.law import Finding, Parameter, held
from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Open:
    """Open cases that were given the number when they began, and keep it: how many, and what the
    most pressing are called (never by a person). `binds`: they read the number again as they go
    on, so that it may not be changed under them."""

    what: Any
    count: int
    titles: tuple[str, ...] = ()
    binds: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """One case made up, judged before and after."""

    case: Any
    before: Finding | str
    after: Finding | str


@dataclass(frozen=True, slots=True)
class Change:
    """All that is shown: what holds without the value, and what would with it."""

    before: Parameter | None
    after: Parameter
    opened: tuple[Open, ...]
    samples: tuple[Sample, ...]


_OPEN = Tellers[[str, Any], Open]()
show_open = _OPEN.join
"""Registers who knows of open cases: called with the rule and the community (or None)."""

_SAMPLES = Tellers[[Parameter | None, Parameter, Any], Sample]()
show_with = _SAMPLES.join
"""Registers who can judge a made-up case: called with the row before, the row after, and the
community (or None)."""


def open_cases(rule: str, community: Any) -> tuple[Open, ...]:
    """The open cases of a rule in a community, or everywhere."""
    return tuple(_OPEN.told(rule, community))


def change_by(row: Parameter, community: Any, places: Sequence[str]) -> Change:
    """What a value that is not in force yet would change on its first day in the places it is
    looked up for. It is no citation yet, so nothing made up cites it."""
    before = held().in_force(row.rule, row.in_force_from, places)
    row = replace(row, cites=())
    return Change(
        before,
        row,
        open_cases(row.rule, community),
        tuple(_SAMPLES.told(before, row, community)),
    )
