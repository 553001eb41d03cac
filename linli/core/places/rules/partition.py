"""Areas cut the same dwellings in several ways; some of the cuts must be complete."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from linli.lib.law import Finding

MUST_COVER = frozenset({"residents_group"})
"""Kinds of area in which every dwelling must lie; in the others it may."""


@dataclass(frozen=True, slots=True)
class Partition:
    """How one kind of area cuts the dwellings: which lie in none, which in more than one."""

    kind: str
    dwellings: int
    without: tuple[UUID, ...]
    twice: tuple[UUID, ...]

    def findings(self) -> list[Finding]:
        """At most one area each; for residents' groups also at least one."""
        numbers = {"dwellings": self.dwellings, "without": len(self.without)}
        twice = Finding(
            not self.twice,
            f"places.{self.kind}_once",
            numbers={"dwellings": self.dwellings, "twice": len(self.twice)},
        )
        if self.kind not in MUST_COVER:
            return [twice]
        return [Finding(not self.without, f"places.{self.kind}_covers", numbers=numbers), twice]


def cut(
    kind: str, dwellings: Collection[UUID], memberships: Iterable[tuple[UUID, UUID]]
) -> Partition:
    """How `memberships`, pairs of dwelling and area of this kind, cut the dwellings."""
    areas = Counter(dwelling for dwelling, _area in set(memberships))
    return Partition(
        kind,
        len(dwellings),
        without=tuple(dwelling for dwelling in dwellings if areas[dwelling] == 0),
        twice=tuple(dwelling for dwelling in dwellings if areas[dwelling] > 1),
    )


def check_partitions(
    dwellings: Collection[UUID], memberships: Mapping[str, Iterable[tuple[UUID, UUID]]]
) -> list[Finding]:
    """Every dwelling in exactly one residents' group and in at most one area of each other kind."""
    return [
        finding
        for kind in ("residents_group", "grid", "property_area")
        for finding in cut(kind, dwellings, memberships.get(kind, ())).findings()
    ]
