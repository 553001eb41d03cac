"""What a count found, with everything needed to tell anybody why."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from linli.governance.budgeting.rules.count.asked import CountRules, Tie


class Why(StrEnum):
    """Why a project did not win. SHORT: its supporters had not enough left together. UNNAMED:
    nobody named it. BELOW_LEAST, BELOW_THRESHOLD: too few votes to take part. NO_ROOM: it did not
    fit into what was left (greedy). AFTER_STOP: the count had ended before its turn (greedy that
    does not skip). REPLACED: it won by equal shares, but the greedy winners took their place."""

    SHORT = "short"
    UNNAMED = "unnamed"
    BELOW_LEAST = "below_least"
    BELOW_THRESHOLD = "below_threshold"
    NO_ROOM = "no_room"
    AFTER_STOP = "after_stop"
    REPLACED = "replaced"


class Ended(StrEnum):
    """Why a count ended. ONCE: no completion was asked for. EXHAUSTED: nothing that could win fits
    into what is left. OVERSHOT: one step more would have cost more than the budget. ALL: every
    project that could win has won. DONE: a greedy count came to the end of its list."""

    ONCE = "once"
    EXHAUSTED = "exhausted"
    OVERSHOT = "overshot"
    ALL = "all"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Payment:
    """What some supporters of a winner paid each, in fen. `whole`: they paid the full price (for
    points: of their points); the others gave all they had left."""

    amount: Fraction
    voters: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Winner:
    """A project that won. `place`: from 1, in the order of the count. `price`: what each supporter
    who could paid (approvals) or paid for a point (points), in fen; `effective`: cost ÷ price, the
    votes (points) its price is worth. Both None under a greedy method. `payments`: dearest first,
    together exactly `cost`; empty under a greedy method."""

    key: str
    place: int
    cost: int
    supporters: int
    votes: int
    price: Fraction | None = None
    effective: Fraction | None = None
    payments: tuple[Payment, ...] = ()


@dataclass(frozen=True, slots=True)
class Spent:
    """What `voters` of a loser's supporters had paid together for a winner, in fen."""

    key: str
    amount: Fraction
    voters: int


@dataclass(frozen=True, slots=True)
class Loser:
    """A project that did not win. `together`: fen its supporters still had together when it was
    decided (at the end of the count); `missing`: what they lacked. `spent`: what its supporters had
    paid together for each winner before, in order: what stood in its way. Without these under a
    greedy method, where `room` is what was left of the budget at its turn."""

    key: str
    cost: int
    supporters: int
    votes: int
    why: Why
    together: Fraction | None = None
    missing: Fraction | None = None
    spent: tuple[Spent, ...] = ()
    room: int | None = None


@dataclass(frozen=True, slots=True)
class TieMet:
    """Projects that stood exactly alike, sorted; who was taken, and what decided it."""

    keys: tuple[str, ...]
    taken: str
    by: Tie


@dataclass(frozen=True, slots=True)
class Stage:
    """The winners from a share on (fen per voter), until the next stage. `steps`: how often the
    share had been raised. The last stage of an overshot count is the one that no longer fits."""

    steps: int
    share: Fraction
    winners: tuple[str, ...]
    cost: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Equal shares beside greedy on the same papers: how many voters get more (winners they
    named; with points, their points on winners) by each. `replaced`: greedy took the place."""

    equal_shares: tuple[str, ...]
    greedy: tuple[str, ...]
    prefer_equal_shares: int
    prefer_greedy: int
    indifferent: int
    replaced: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a count.

    `winners` in the order of the count; `losers` by votes. Amounts in fen. `share`: what each voter
    had in the end, `steps`: how often it had been raised from budget ÷ voters; None and 0 under a
    greedy method. `idle`: what voters still hold together of their shares (raised shares are
    together more than the budget). `ties` of the final count. `stages`: how the winners
    changed while shares were raised. `exact`: every step in fractions; otherwise the steps were
    searched in float64 (two that differ by less than one part in 10⁹ held for a tie) and the final
    share counted again in fractions, which is what this tells. `agreed`: that the exact count found
    the winners the search had found.
    """

    rules: CountRules
    budget: int
    voters: int
    points: bool
    winners: tuple[Winner, ...]
    losers: tuple[Loser, ...]
    ended: Ended
    share: Fraction | None = None
    steps: int = 0
    idle: Fraction = Fraction(0)
    ties: tuple[TieMet, ...] = ()
    stages: tuple[Stage, ...] = ()
    compared: Compared | None = None
    exact: bool = True
    agreed: bool = True

    @property
    def cost(self) -> int:
        """What the winners cost together."""
        return sum(winner.cost for winner in self.winners)

    @property
    def left(self) -> int:
        """What is left of the budget."""
        return self.budget - self.cost

    @property
    def won(self) -> tuple[str, ...]:
        """The winners' keys in the order of the count."""
        return tuple(winner.key for winner in self.winners)


class Undecided(Exception):
    """Projects stand exactly alike and the rules name nothing more that decides. `keys`: which."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(", ".join(keys))
        self.keys = keys
