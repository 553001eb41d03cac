"""What makes a flow one that cannot work, found before anybody walks into it."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linli.mechanisms.flow.declaration import Flow, Move


class FlawedFlow(ValueError):
    """A flow that cannot work; its text lists every flaw."""

    def __init__(self, name: str, flaws: Iterable[str]) -> None:
        super().__init__(f"{name}: " + "; ".join(flaws))


def find_flaws(flow: "Flow", known_permissions: Iterable[str] | None = None) -> list[str]:
    """Every flaw of the flow, in English for whoever writes it; none if it is sound.

    `known_permissions`: with them, also moves that need a permission nobody registered (known
    only once all apps are loaded).
    """
    found = [*_misnamed(flow)]
    if not found:  # the rest walks the graph, which must hold together first
        found = [*_unreached(flow), *_dead_ends(flow), *_clocks_astray(flow)]
    if known_permissions is not None:
        known = set(known_permissions)
        found += [
            f"move {move.name} needs the unknown permission {move.who}"
            for move in flow.moves
            if move.who not in known
        ]
    return found


def _misnamed(flow: "Flow") -> Iterable[str]:
    counted = Counter(move.name for move in flow.moves)
    yield from (f"two moves are called {name}" for name, times in counted.items() if times > 1)
    for move in flow.moves:
        for state in (*move.from_, *((move.to,) if move.to is not None else ())):
            if state not in flow.states:
                yield f"move {move.name} names the unknown state {state}"
        if not move.from_ and move.to is None:
            yield f"move {move.name} opens a case but leads nowhere"
        if not move.who:
            yield f"move {move.name} says not who may take it"
        if move.pauses and "reason" not in move.asks:
            yield f"move {move.name} stops a clock without asking for the reason"
        if move.extends and not {"reason", "longer_by"} <= set(move.asks):
            yield f"move {move.name} prolongs a clock without asking by how much and why"
        for within in move.starts:
            if within.clock in (*move.pauses, *move.resumes, move.extends):
                yield f"move {move.name} starts {within.clock} and changes it at once"
    if not flow.openings:
        yield "no move opens a case"
    names = {within.clock for move in flow.moves for within in move.starts} | {*flow.outside}
    for move in flow.moves:
        for clock in move.touches:
            if clock not in names:
                yield f"move {move.name} touches the clock {clock}, which nothing starts"


def _unreached(flow: "Flow") -> Iterable[str]:
    reached: set[str] = set()
    frontier = {move.to for move in flow.openings if move.to is not None}
    while frontier:
        reached |= frontier
        frontier = {
            move.lands_in(state) for state in frontier for move in flow.moves_from(state)
        } - reached
    for state in flow.states:
        if state not in reached:
            yield f"nothing leads to the state {state}"


def _dead_ends(flow: "Flow") -> Iterable[str]:
    """An open state must have a way, of however many moves, to one that is not."""
    ends = {name for name, state in flow.states.items() if not state.open}
    if not ends:
        yield "no state is an end"
        return
    while True:
        more = {
            state
            for state in flow.states
            if state not in ends and any(move.to in ends for move in flow.moves_from(state))
        }
        if not more:
            break
        ends |= more
    for state in flow.states:
        if state not in ends:
            yield f"from the state {state} no end can be reached"


def _clocks_astray(flow: "Flow") -> Iterable[str]:
    """A clock may not be started while it may still run, nor be left running at an end."""
    running = _may_run(flow)
    for state in flow.states:
        for move in flow.moves_from(state):
            kept = running[state] - {*move.settles, *move.drops}
            for within in move.starts:
                if within.clock in kept:
                    yield f"move {move.name} starts {within.clock}, which may run in {state}"
        if not flow.states[state].open:
            yield from (f"{clock} is left running at the end {state}" for clock in running[state])


def _after(move: "Move", running: set[str]) -> set[str]:
    """The clocks that may run after the move, given those that may before it."""
    return (running - {*move.settles, *move.drops}) | {within.clock for within in move.starts}


def _may_run(flow: "Flow") -> dict[str, set[str]]:
    """For every state, the clocks that may run in it, over all ways that lead there."""
    running: dict[str, set[str]] = {state: set() for state in flow.states}
    visited: set[str] = set()
    steps = [(move, "") for move in flow.openings]
    while steps:
        move, state = steps.pop()
        after = _after(move, running[state] if state else set())
        landing = move.lands_in(state)
        if landing not in visited or not after <= running[landing]:
            visited.add(landing)
            running[landing] |= after
            steps += [(onward, landing) for onward in flow.moves_from(landing)]
    return running
