"""The whole outcome of a vote in one step, with its derivation (arts. 8 and 19)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.governance.elections.rules.law import MEMBER
from linli.governance.elections.rules.winners import Revote, Tally
from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class OfficeCount:
    """What was counted for one office.

    `votes` are those in favour, by name, whoever they were written in for; `candidates` are the
    names on the ballot (empty: everybody who has a vote); `void` are the papers void for this
    office. In a run-off only candidates can be elected.
    """

    votes: Mapping[str, int]
    seats: int = 1
    office: str = MEMBER
    candidates: tuple[str, ...] = ()
    void: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """One vote: everything the law asks to know of it. Offices stand the highest first.

    `electors` is the number on the list of the mode (electors, household representatives,
    representatives); `cast` the papers in the boxes, void ones included; `issued` those handed
    out, None where it is not known. `kin` are pairs of close relatives; `withdrawn` have said
    that they do not take the office. `women` are the women among all names, None where it is not
    known: then it is not judged. `elected_before` and `women_before` count who was elected in an
    earlier round, `woman_leads` says that a woman is director or deputy already.
    """

    mode: str
    electors: int
    cast: int
    offices: tuple[OfficeCount, ...]
    issued: int | None = None
    runoff: bool = False
    women: frozenset[str] | None = None
    kin: tuple[tuple[str, str], ...] = ()
    withdrawn: frozenset[str] = frozenset()
    elected_before: int = 0
    women_before: int = 0
    woman_leads: bool = False


@dataclass(frozen=True, slots=True)
class OfficeOutcome:
    """What came of one office. `elected` in order of votes; `seats_left` are all seats nobody has
    yet: those of `revote`, the one kept for a woman, and those of the run-off."""

    office: str
    seats: int
    tally: Tally
    elected: tuple[str, ...] = ()
    revotes: tuple[Revote, ...] = ()
    reserved_for_woman: int = 0
    runoff_field: tuple[str, ...] = ()
    woman_field: tuple[str, ...] = ()

    @property
    def seats_left(self) -> int:
        return self.seats - len(self.elected)

    @property
    def revote(self) -> Revote | None:
        """The first vote among the tied, mostly the only one."""
        return self.revotes[0] if self.revotes else None

    @property
    def next_field(self) -> tuple[str, ...]:
        """Everybody who stands again, in whatever further vote."""
        tied = tuple(name for each in self.revotes for name in each.tied)
        return tuple(dict.fromkeys((*tied, *self.runoff_field, *self.woman_field)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a vote came to: whether it is valid, each office, and every step in order."""

    valid: bool
    offices: tuple[OfficeOutcome, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def elected(self) -> tuple[str, ...]:
        """All who are elected, office by office."""
        return tuple(name for office in self.offices for name in office.elected)

    @property
    def seats_left(self) -> int:
        return sum(office.seats_left for office in self.offices)

    def derivation(self) -> tuple[str, ...]:
        """Each step as a line without language: truth, rule, articles, numbers. For people the
        findings are told in sentences."""
        return tuple(
            f"{'✓' if step.holds else '✗'} {step.rule} [{', '.join(step.cites)}] "
            + " ".join(f"{name}={_plain(value)}" for name, value in step.numbers.items())
            for step in self.findings
        )

    def __str__(self) -> str:
        return "\n".join(self.derivation())


def _plain(value: object) -> str:
    return "+".join(map(str, value)) if isinstance(value, tuple) else str(value)
