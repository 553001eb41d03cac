"""What a domain says once of the gatherings it holds: who may come as what, who keeps the door,
and by which of its rules a quorum is found.

    register_gatherings({
        "assemblies.representatives": GatheringKind(
            _("居民代表会议"),
            capacities=(
                Capacity("member", _("居委会成员"), counts=True, votes=True),
                Capacity("representative", _("居民代表"), counts=True, votes=True),
                Capacity("observer", _("列席居民"), walks_in=True),
            ),
            keeps="assemblies.keep_door",
            quorum=quorum_now,
        ),
    })
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from linli.lib.law import Finding

Words = Any
"""A lazily translated text."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """As what somebody comes. `counts`: towards the quorum; `votes`: when hands are counted;
    `walks_in`: also who was not on the list of those expected may come as this."""

    code: str
    title: Words
    counts: bool = False
    votes: bool = False
    walks_in: bool = False


@dataclass(frozen=True)
class GatheringKind:
    """One sort of gathering. `keeps`: the permission, over the gathering, of those who keep its
    door and its record. `quorum`: the domain's own rule, asked with the gathering and how many
    are present in each capacity; None where there is none. `in_public`: whether everybody may
    see the hall's view, which shows counts and the item in hand and nobody's name. `opens`: the
    name of the domain's own page, whose address takes the community's code and `gathering_id`."""

    title: Words
    capacities: tuple[Capacity, ...]
    keeps: str
    quorum: Callable[[Any, Mapping[str, int]], Finding | None] | None = None
    in_public: bool = True
    opens: str = ""

    def capacity(self, code: str) -> Capacity:
        """The capacity of that code; KeyError where this sort has none (a programming error)."""
        for capacity in self.capacities:
            if capacity.code == code:
                return capacity
        raise KeyError(code)

    def counted(self, present: Mapping[str, int]) -> int:
        """How many of those present count towards the quorum."""
        return sum(present.get(each.code, 0) for each in self.capacities if each.counts)

    def voting(self, present: Mapping[str, int]) -> int:
        """How many of those present have a vote."""
        return sum(present.get(each.code, 0) for each in self.capacities if each.votes)


_KINDS: dict[str, GatheringKind] = {}


def register_gatherings(kinds: Mapping[str, GatheringKind]) -> None:
    """Called by each domain once; a second, different kind of one name is a ValueError."""
    for name, kind in kinds.items():
        if _KINDS.setdefault(name, kind) != kind:
            raise ValueError(f"two kinds of gathering are called {name!r}")


def kind_named(name: str) -> GatheringKind:
    """The kind of that name; KeyError where no domain has it."""
    return _KINDS[name]
