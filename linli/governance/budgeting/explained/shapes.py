"""A count as it is told: sentences and figures, ready for a page, a board or a terminal."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from linli.core.pages.wording import tell_money

Amount = Callable[[Fraction], str]


def tell_fen(amount: Fraction) -> str:
    """An amount to the nearest fen, halves up: shares are seldom whole fen."""
    return tell_money(int(amount + Fraction(1, 2)))


@dataclass(frozen=True, slots=True)
class ToldSpent:
    """What supporters of a project had paid before for another that won."""

    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class ToldProject:
    """One project: whether it won, and why in sentences. `place`: its turn among the winners,
    0 for the others. `spent`: what stood in its way."""

    key: str
    name: str
    won: bool
    place: int
    cost: str
    supporters: int
    votes: int
    words: tuple[str, ...]
    spent: tuple[ToldSpent, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldStage:
    """From which share on which projects would win. `fits`: whether they fit into the budget."""

    share: str
    cost: str
    fits: bool
    came: tuple[str, ...]
    went: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldOutcome:
    """A whole count. `rules`: what was fixed before the vote; `summary`: what came of it; `ties`:
    those that were met; `points`: whether papers gave points."""

    rules: tuple[str, ...]
    summary: tuple[str, ...]
    projects: tuple[ToldProject, ...]
    ties: tuple[str, ...]
    stages: tuple[ToldStage, ...]
    budget: str
    cost: str
    left: str
    points: bool

    @property
    def winners(self) -> tuple[ToldProject, ...]:
        return tuple(project for project in self.projects if project.won)

    @property
    def losers(self) -> tuple[ToldProject, ...]:
        return tuple(project for project in self.projects if not project.won)
