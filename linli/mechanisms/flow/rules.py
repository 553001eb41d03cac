"""Whether a move may be taken: from this state, with what was given, on what was seen."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from linli.lib.law import Finding
from linli.mechanisms.flow.declaration import Flow, Move


def starts_here(flow: Flow, state: str, move: Move, who: str = "") -> Finding:
    """Whether the move starts from this state. `who`: those who may take it, in words."""
    return Finding(
        state in move.from_,
        "flow.move_open",
        cites=move.cites,
        numbers={
            "state": str(flow.states[state].label),
            "move": str(move.title),
            "who": who,
            "open": tuple(str(other.title) for other in flow.moves_from(state)),
        },
    )


def is_theirs(move: Move, allowed: bool, who: str) -> Finding:
    """Whether whoever acts is one of those who may take the move (`who`, in words)."""
    return Finding(
        allowed,
        "flow.move_theirs",
        cites=move.cites,
        numbers={"move": str(move.title), "who": who},
    )


def all_given(
    move: Move,
    inputs: Mapping[str, Any],
    titles: Mapping[str, Any] = MappingProxyType({}),
) -> Finding:
    """Whether everything the move asks for was given; a text of blanks is nothing.

    `titles`: what the things asked for are called.
    Raises TypeError for something the move never asked for (a programming error).
    """
    unasked = sorted(set(inputs) - set(move.asks))
    if unasked:
        raise TypeError(f"move {move.name} does not ask for {', '.join(unasked)}")
    missing = tuple(
        str(titles.get(name, name)) for name in move.asks if _is_blank(inputs.get(name))
    )
    return Finding(
        not missing,
        "flow.all_given",
        numbers={"move": str(move.title), "missing": missing},
    )


def is_fresh(
    seen: int, version: int, *, did: str = "", who: str = "", at: datetime | None = None
) -> Finding:
    """Whether nothing happened since the page was drawn; where something did: who did what,
    and when."""
    return Finding(
        seen == version,
        "flow.fresh",
        numbers={"did": did, "who": who, "at": at},
    )


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
