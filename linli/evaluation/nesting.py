"""Counts of which one lies wholly in another, and what must be hidden with them.

Who is 80 is 65 too, and 60; the older people whom services reached are among all whom they
reached. Laid beside each other two such counts tell how many are in the one and not in the other,
so where that is a few the narrower is hidden. And one count shown by two indicators is shown by
neither where it is hidden in the one that is of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from linli.evaluation.definitions import Indicator, catalogue
from linli.evaluation.engine.cells import IN_GROUP
from linli.evaluation.engine.values import RESIDENTS, base_of, looks_within
from linli.lib.numbers import suppressed

EVERYBODY = "everybody"
GROUPS = {
    "age80": ("age65", "age60", "age18", "age7"),
    "age65": ("age60", "age18", "age7"),
    "age60": ("age18", "age7"),
    "age18": ("age7",),
    "age16_59": ("age15_64", "age7"),
    "age15_64": ("age7",),
}
"""Which groups of residents lie in which others; all lie in everybody. Of two that are no part of
each other nothing is said."""
APART = (frozenset({"age65", "age15_64"}),)
"""Groups nobody is in at once, so that the two together lie in everybody too."""

PART, WHOLE = "numerator", "denominator"


@dataclass(frozen=True, slots=True)
class Pair:
    """The counts `sides` of `inner`, added up, lie in the count `side` of `outer`."""

    inner: str
    sides: tuple[str, ...]
    outer: str
    side: str

    @property
    def name(self) -> str:
        return f"{'+'.join(self.sides)} in {self.outer} {self.side}"


@dataclass(frozen=True, slots=True)
class Nesting:
    """`pairs` by the narrower; `follows`: which indicators show a count that another one, which is
    of it, may hide."""

    pairs: Mapping[str, tuple[Pair, ...]]
    follows: Mapping[str, tuple[str, ...]]

    def beside(self, name: str) -> set[str]:
        """All that must be known before it can be said whether this one is shown."""
        found, asked = {name}, [name]
        while asked:
            each = asked.pop()
            new = {pair.outer for pair in self.pairs.get(each, ())} | set(
                self.follows.get(each, ())
            )
            asked += new - found
            found |= new
        return found - {name}


@cache
def shipped() -> Nesting:
    """Of the indicators shipped with the house, in all their versions."""
    return nesting_of(catalogue().rows)


def nesting_of(rows: Iterable[Indicator]) -> Nesting:
    """Read off the definitions, so that a new indicator is looked at as well."""
    counted = [row for row in rows if row.has_source and row.kinds]
    pairs: dict[str, dict[Pair, None]] = {}
    follows: dict[str, dict[str, None]] = {}
    shown = {row.id: found for row in counted if (found := _groups(row))}
    for name, mine in shown.items():
        for other, theirs in shown.items():
            for pair in _group_pairs(name, mine, other, theirs):
                pairs.setdefault(name, {})[pair] = None
            of_all = theirs.get(WHOLE) == EVERYBODY and theirs.get(PART) in mine.values()
            if other != name and of_all and mine.get(WHOLE) != EVERYBODY:
                follows.setdefault(name, {})[other] = None
    for row in counted:
        for whole in counted:
            if whole.id == row.id or whole.kinds != row.kinds:
                continue
            if row.aggregator == "parity" and _people_reached(whole):
                # Of rates made of few it would tell that a whole group had nobody.
                follows.setdefault(row.id, {})[whole.id] = None
            if not _all_reached(whole):
                continue
            if row.of != whole.of or row.field not in ("", whole.field):
                continue
            if looks_within(row) or row.aggregator == "share_at_least":
                pairs.setdefault(row.id, {})[Pair(row.id, (PART,), whole.id, PART)] = None
            if row.aggregator in ("share_at_least", "kinds_each") and not row.within:
                follows.setdefault(row.id, {})[whole.id] = None
    return Nesting(
        {name: tuple(found) for name, found in pairs.items()},
        {name: tuple(found) for name, found in follows.items()},
    )


def left_between(pair: Pair, inner: Any, outer: Any) -> int:
    """How many the wider count holds beyond the narrower; nought where either is not told."""
    counts = [getattr(inner, side) for side in pair.sides]
    whole = getattr(outer, pair.side)
    if whole is None or any(count is None for count in counts):
        return 0
    return max(0, int(whole - sum(counts)))


def hide_nested(
    cells: Mapping[str, Any], hidden: Mapping[str, bool], floor: int, nesting: Nesting
) -> dict[str, bool]:
    """Which indicators of one place and period are hidden, `hidden` of themselves or along a year.
    `cells`: whatever has a numerator and a denominator, by the indicator's id."""
    away = dict(hidden)
    for name, cell in cells.items():
        away[name] = away.get(name, False) or any(
            suppressed(left_between(pair, cell, cells[pair.outer]), floor)
            for pair in nesting.pairs.get(name, ())
            if pair.outer in cells
        )
    for _each in nesting.follows:  # one that follows may be followed
        gone = {
            name
            for name, cell in cells.items()
            if not away[name]
            and cell.numerator is not None
            and any(away.get(of, False) for of in nesting.follows.get(name, ()))
        }
        if not gone:
            break
        away |= dict.fromkeys(gone, True)
    return away


def _groups(row: Indicator) -> dict[str, str]:
    """Of which group of residents its two counts are; nothing where neither is of a group."""
    found = {}
    if row.aggregator == "last" and row.kinds == (IN_GROUP,):
        found[PART] = row.field
    base = base_of(row)
    if base is not None and base.by == "last" and base.kinds == (IN_GROUP,):
        found[WHOLE] = base.field
    elif found and base is not None and base.kinds == (RESIDENTS,):
        found[WHOLE] = EVERYBODY
    return found


def _group_pairs(
    name: str, mine: Mapping[str, str], other: str, theirs: Mapping[str, str]
) -> Iterable[Pair]:
    for side, group in theirs.items():
        for own, inner in mine.items():
            if name != other and _lies_in(inner, group):
                yield Pair(name, (own,), other, side)
        if group == EVERYBODY and frozenset(mine.values()) in APART and name != other:
            yield Pair(name, (PART, WHOLE), other, side)


def _lies_in(inner: str, outer: str) -> bool:
    return outer in GROUPS.get(inner, ()) or (outer == EVERYBODY and inner != EVERYBODY)


def _people_reached(row: Indicator) -> bool:
    return row.aggregator == "distinct" and row.of == "person"


def _all_reached(row: Indicator) -> bool:
    """Whether it counts all persons, of no group, whom its kinds reached."""
    return _people_reached(row) and not row.within
