"""How a vote is to be counted: everything that is fixed and published before the first paper."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Method(StrEnum):
    """EQUAL_SHARES: each voter has an equal share of the budget and pays only for what they named.
    GREEDY: by votes, passing over what no longer fits. GREEDY_NO_SKIP: by votes, ending at the
    first that does not fit."""

    EQUAL_SHARES = "equal_shares"
    GREEDY = "greedy"
    GREEDY_NO_SKIP = "greedy_no_skip"


class Completion(StrEnum):
    """What happens with money that equal shares leave. NONE: it stays. ADD1: everybody's share is
    raised by `step` and the count done again, for as long as the winners fit into the budget."""

    NONE = "none"
    ADD1 = "add1"


class Stop(StrEnum):
    """When raising ends. EXHAUSTIVE: as soon as no project that could win fits into what is left.
    OVERSHOOT: only where the next step would cost more than the budget."""

    EXHAUSTIVE = "exhaustive"
    OVERSHOOT = "overshoot"


class Tie(StrEnum):
    """What decides between projects that stand exactly alike. COST: the cheaper. VOTES: the one
    with more votes (points). LOT: the order drawn beforehand."""

    COST = "cost"
    VOTES = "votes"
    LOT = "lot"


@dataclass(frozen=True, slots=True)
class CountRules:
    """The rules of one count.

    `step`: fen by which every share is raised. `lot`: the seed from which the order of the lot is
    derived, published before the vote; empty where there is none, and a tie that then is left
    raises `Undecided`. `least`: a project with fewer votes (points) cannot win. `threshold`: only
    projects with votes/voters ≥ cost/(3 × budget) can win. `compared`: the greedy winners take the
    place of those by equal shares where more voters are better off with them.
    """

    method: Method = Method.EQUAL_SHARES
    completion: Completion = Completion.ADD1
    stop: Stop = Stop.EXHAUSTIVE
    step: int = 100
    ties: tuple[Tie, ...] = (Tie.COST, Tie.VOTES, Tie.LOT)
    lot: str = ""
    least: int = 0
    threshold: bool = False
    compared: bool = False

    def __post_init__(self) -> None:
        if self.step < 1:
            raise ValueError("shares are raised by at least one fen")
        if self.least < 0:
            raise ValueError("the least number of votes is not negative")
        if len(set(self.ties)) != len(self.ties):
            raise ValueError("each way of deciding a tie is named once")

    def told(self) -> dict[str, Any]:
        """As plain values, for a file or a page."""
        return {
            "method": self.method.value,
            "completion": self.completion.value,
            "stop": self.stop.value,
            "step": self.step,
            "ties": ",".join(self.ties),
            "lot": self.lot,
            "least": self.least,
            "threshold": self.threshold,
            "compared": self.compared,
        }
