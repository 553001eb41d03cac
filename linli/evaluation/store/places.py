"""The tree of divisions in the store, and who lies in whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linli.evaluation.store.folders import Store, held, put_whole

if TYPE_CHECKING:
    import pyarrow as pa

LEVELS = ("community", "town", "county", "city", "province", "country")
"""The kinds of division, the narrowest first."""


@dataclass(frozen=True, slots=True)
class Division:
    """A division as it is today. `floor`: below which counts are small there; nothing where the
    place is not on this instance."""

    code: str
    parent: str
    kind: str
    name: str
    floor: int | None = None


class NoSuchPlace(LookupError):
    """The tree of the store has no division of that code."""


def keep_places(store: Store, divisions: Iterable[Division]) -> int:
    """Puts the tree in the place of the former one; returns how many divisions."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = sorted(divisions, key=lambda each: each.code)
    table = pa.table(
        {
            "code": pa.array([each.code for each in rows], pa.string()),
            "parent": pa.array([each.parent for each in rows], pa.string()),
            "kind": pa.array([each.kind for each in rows], pa.string()),
            "name": pa.array([each.name for each in rows], pa.string()),
            "floor": pa.array([each.floor for each in rows], pa.int32()),
        }
    )
    with held(store, "places"):
        put_whole(store.places, lambda fresh: pq.write_table(table, fresh, compression="zstd"))
    return len(rows)


@dataclass(frozen=True)
class Tree:
    """The divisions at and below one place."""

    top: Division
    divisions: tuple[Division, ...]
    closure: "pa.Table"
    """Ancestor, its level, its parent, and each community in it (also a community in itself)."""

    @property
    def communities(self) -> list[str]:
        """The codes of the communities."""
        return [each.code for each in self.divisions if each.kind == "community"]


def tree_below(store: Store, code: str) -> Tree:
    """The tree at a place. Raises NoSuchPlace, FileNotFoundError where no tree was kept."""
    import pyarrow.parquet as pq

    rows = pq.read_table(store.places).to_pylist()
    by_code = {row["code"]: Division(**row) for row in rows}
    top = by_code.get(code)
    if top is None:
        raise NoSuchPlace(code)
    ways_up: dict[str, tuple[str, ...]] = {code: (code,)}
    outside: set[str] = set()
    for start in by_code:
        passed, place = [], start
        while place not in ways_up and place in by_code and place not in outside:
            passed.append(place)
            place = by_code[place].parent
        if place not in ways_up:
            outside.update(passed)
            continue
        for each in reversed(passed):
            ways_up[each] = (each, *ways_up[by_code[each].parent])
    below = tuple(by_code[each] for each in sorted(ways_up))
    return Tree(top, below, _closure(by_code, below, ways_up))


def _closure(
    by_code: dict[str, Division],
    below: tuple[Division, ...],
    ways_up: dict[str, tuple[str, ...]],
) -> "pa.Table":
    import pyarrow as pa

    pairs = [
        (ancestor, each.code)
        for each in below
        if each.kind == "community"
        for ancestor in ways_up[each.code]
    ]
    return pa.table(
        {
            "place": pa.array([ancestor for ancestor, _code in pairs], pa.string()),
            "level": pa.array([by_code[ancestor].kind for ancestor, _code in pairs], pa.string()),
            "community": pa.array([code for _ancestor, code in pairs], pa.string()),
        }
    )
