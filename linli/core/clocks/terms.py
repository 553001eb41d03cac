"""What may be done to a clock from its own page. A room declares it in its `apps.ready`, for each
of its clocks by name; of a clock nobody declared anything, only the holder may be changed.

    declare_terms("matters.Matter", {
        "promise": Terms(ways={"extend": Way("matters:move", {"move": "extend"})}),
        "limit": Terms(),
    }, passes_on=pass_on)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from linli.core.clocks.models import Clock, Holder

PassOn = Callable[[Any, Clock, Holder, str], None]
"""`(act, clock, holder, reason)`: what else a room does where somebody else must act now. It may
refuse, and the clock stays where it was."""


@dataclass(frozen=True, slots=True)
class Way:
    """A page of the room's own, opened with the clock's `url_args` and these."""

    url_name: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Terms:
    """`pauses`: it may stand still for a reason. `extendable`: by how many of its units in all
    it may be prolonged: a number, or the parameter that says so; nought where the law or the
    promise allows none. `cites`: where that stands. `ways`: what the room does on pages of its
    own instead, by `pause`, `resume`, `extend`."""

    pauses: bool = False
    extendable: int | str = 0
    cites: tuple[str, ...] = ()
    ways: Mapping[str, Way] = field(default_factory=dict)


_TERMS: dict[tuple[str, str], Terms] = {}
_PASSES_ON: dict[str, PassOn] = {}
NONE_DECLARED = Terms()


def declare_terms(
    owner_kind: str, terms: Mapping[str, Terms], *, passes_on: PassOn | None = None
) -> None:
    """Says what may be done to the clocks of one model's rows. Said twice differently is an
    error of the house."""
    for name, said in terms.items():
        if _TERMS.setdefault((owner_kind, name), said) != said:
            raise ValueError(f"two different terms for {owner_kind} {name}")
    if passes_on is not None and _PASSES_ON.setdefault(owner_kind, passes_on) is not passes_on:
        raise ValueError(f"two ways to pass on {owner_kind}")


def terms_of(clock: Clock) -> Terms:
    """What was declared of this clock."""
    return _TERMS.get((clock.owner_kind, clock.name), NONE_DECLARED)


def passing_on(clock: Clock) -> PassOn | None:
    """What the room does where the clock gets another holder."""
    return _PASSES_ON.get(clock.owner_kind)
