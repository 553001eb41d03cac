"""What a domain writes in its `flows.py`: the states of a procedure and the moves between them.

    FLOW = Flow(
        "matters.matter",
        states={
            "filed": State(_("已登记"), tone="new"),
            "open": State(_("办理中")),
            "done": State(_("已办结"), tone="done", open=False),
        },
        moves=(
            Move("file", (), "filed", who="matters.file", title=_("登记"),
                 starts=(Within("promise", rule="matters.first_answer"),)),
            Move("accept", ("filed",), "open", who="matters.work", title=_("受理")),
            Move("answer", ("open",), "done", who="matters.work", title=_("办结"),
                 settles=("promise",)),
        ),
    )

Plain data: a flow that cannot work (a state nobody reaches, a clock left running) raises
`FlawedFlow` where it is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from linli.mechanisms.flow.flaws import FlawedFlow, find_flaws

Words = Any
"""A lazily translated text."""


@dataclass(frozen=True, slots=True)
class State:
    """One state. `tone` is one of the status component's; `open`: something is still to be
    done; `public_label`: what everybody reads, where that is not the label itself."""

    label: Words
    tone: str = "open"
    open: bool = True
    public_label: Words = ""


@dataclass(frozen=True, slots=True)
class Within:
    """A clock that a move starts: its name, and how long it runs.

    The length is the parameter `rule` of the case's date and place (which also says the unit),
    or `length` in `unit`; where it depends on the case, neither: the act gives it (`limits`).
    """

    clock: str
    rule: str = ""
    length: int | None = None
    unit: str = "working_days"


@dataclass(frozen=True, slots=True)
class Move:
    """One legal move.

    `from_`: the states it starts from; none for a move that opens a case. `to`: where it leads;
    None for one that stays (assigning, noting). `who`: the permission it needs. `asks`: what
    must be given with it; `reason` becomes part of the step. `starts`, `pauses`, `resumes`,
    `settles`, `drops`: what it does to the clocks; `extends`: the clock it prolongs, for the
    `reason` and by `longer_by` of its units, both of which it asks for. `done`: how the
    timeline tells it. `public`: whether everybody may read that it was taken (never by whom).
    """

    name: str
    from_: tuple[str, ...]
    to: str | None
    who: str
    title: Words
    done: Words = ""
    asks: tuple[str, ...] = ()
    starts: tuple[Within, ...] = ()
    pauses: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    extends: str = ""
    cites: tuple[str, ...] = ()
    public: bool = True
    tone: str = ""

    @property
    def touches(self) -> tuple[str, ...]:
        """The clocks it does something to, beside those it starts."""
        extended = (self.extends,) if self.extends else ()
        return (*self.pauses, *self.resumes, *self.settles, *self.drops, *extended)

    @property
    def told(self) -> Words:
        """What the timeline says once it was taken."""
        return self.done or self.title

    def lands_in(self, state: str) -> str:
        """The state it leads to from `state`."""
        return state if self.to is None else self.to


@dataclass(frozen=True)
class Flow:
    """A procedure: its states and its moves. `name` is dotted, `domain.noun`.

    `inputs`: what the things asked for are called, `{"until": _("到哪一天")}`.
    `outside`: clocks the domain starts itself, which the moves may pause, settle or drop.
    """

    name: str
    states: Mapping[str, State]
    moves: tuple[Move, ...]
    inputs: Mapping[str, Words] = field(default_factory=dict)
    outside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "states", MappingProxyType(dict(self.states)))
        object.__setattr__(self, "inputs", MappingProxyType(dict(self.inputs)))
        object.__setattr__(self, "moves", tuple(self.moves))
        found = find_flaws(self)
        if found:
            raise FlawedFlow(self.name, found)

    def __hash__(self) -> int:
        return hash(self.name)

    def move(self, name: str) -> Move:
        """The move of that name; KeyError where there is none (a programming error)."""
        for move in self.moves:
            if move.name == name:
                return move
        raise KeyError(f"{self.name} has no move {name!r}")

    def moves_from(self, state: str) -> tuple[Move, ...]:
        """The moves that start from a state, in the order they were written."""
        return tuple(move for move in self.moves if state in move.from_)

    @property
    def openings(self) -> tuple[Move, ...]:
        """The moves that open a case."""
        return tuple(move for move in self.moves if not move.from_)

    @property
    def open_states(self) -> tuple[str, ...]:
        """The states in which something is still to be done."""
        return tuple(name for name, state in self.states.items() if state.open)

    @property
    def has_clocks(self) -> bool:
        """Whether limits run on its cases."""
        return bool(self.outside) or any(move.starts for move in self.moves)

    @property
    def permissions(self) -> frozenset[str]:
        """Every permission a move needs."""
        return frozenset(move.who for move in self.moves)
