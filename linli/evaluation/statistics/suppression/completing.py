"""Hide further cells with the small ones until nothing can be had back, at the smallest cost."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from linli.evaluation.statistics.suppression.auditing import audit, check_hidden, is_safe
from linli.evaluation.statistics.suppression.choosing import Choice, choose_exactly, shelter
from linli.evaluation.statistics.suppression.tables import Key, Table

EXACT_UP_TO = 600
"""Cells times hidden cells, up to which a table is solved exactly."""

_THINNED_UP_TO = 60


class NotSafe(ValueError):
    """No further cell can be hidden that would help: `cells` could still be had back.

    The way on: show nothing of this table, or set fewer cells as fixed.
    """

    def __init__(self, cells: Collection[Key]) -> None:
        super().__init__(f"{len(cells)} hidden cells could be had back whatever else is hidden")
        self.cells = frozenset(cells)


def complete(
    table: Table,
    hidden: Collection[Key],
    floor: int,
    *,
    costs: Mapping[Key, int] | None = None,
) -> frozenset[Key]:
    """All cells to hide so that `audit` finds nothing: those given, and the cheapest others.

    A cell costs its count (so little is lost), a nought more than all others (it shelters
    nobody); `costs` says otherwise. Small tables are solved exactly (mixed-integer programme),
    large ones cell by cell and thinned out afterwards. Raises NotSafe, and ValueError for a
    hidden cell that is fixed or not in the table.
    """
    check_hidden(table, hidden)
    first = _with_ties(table, hidden)
    if is_safe(table, first, floor):
        return first
    choice = Choice(table, first, floor, _costs(table, costs))
    if len(first) * len(table.values) <= EXACT_UP_TO:
        exact = choose_exactly(choice)
        if exact is not None:
            return exact
    return _thinned(choice, _cell_by_cell(choice))


def _cell_by_cell(choice: Choice) -> frozenset[Key]:
    """Shelter each cell that can be had back by the cheapest flow, until none can."""
    table, hidden = choice.table, choice.first
    while unsafe := audit(table, hidden, choice.floor):
        before = hidden
        # The smallest is the hardest to shelter; what shelters it often shelters the others.
        for key in sorted(unsafe, key=lambda each: (table.values[each], str(each))):
            if audit(table, hidden, choice.floor, only={key}):
                hidden = _with_ties(table, shelter(choice, hidden, key))
        if hidden == before:
            # One after the other led nowhere; all that is free is the last thing to try.
            hidden = _with_ties(table, hidden.union(_free(table)))
            if lost := audit(table, hidden, choice.floor):
                raise NotSafe(lost)
    return hidden


def _thinned(choice: Choice, hidden: frozenset[Key]) -> frozenset[Key]:
    """Show again what need not be hidden, the dearest first."""
    table, floor = choice.table, choice.floor
    spare = sorted(hidden - choice.first, key=lambda key: (-choice.costs[key], str(key)))
    for key in spare[:_THINNED_UP_TO]:
        if key not in hidden:
            continue
        together = {key}.union(*(group for group in table.tied if key in group))
        if together & choice.first:
            continue
        fewer = frozenset(hidden - together)
        lines = [{each.total, *each.parts} for each in table.sums]
        near = fewer & {cell for line in lines if line & together for cell in line}
        if not audit(table, fewer, floor, only=near) and is_safe(table, fewer, floor):
            hidden = fewer
    return hidden


def _free(table: Table) -> set[Key]:
    bound = {key for group in table.tied if table.fixed.intersection(group) for key in group}
    return set(table.values) - table.fixed - bound


def _with_ties(table: Table, hidden: Collection[Key]) -> frozenset[Key]:
    together = set(hidden)
    for group in table.tied:
        if together.intersection(group):
            together.update(group)
    check_hidden(table, together)
    return frozenset(together)


def _costs(table: Table, costs: Mapping[Key, int] | None) -> dict[Key, int]:
    dearest = max(table.values.values(), default=0) + 1
    asked = {key: value or dearest for key, value in table.values.items()} | dict(costs or {})
    if min(asked.values(), default=0) < 0:
        raise ValueError("a cost is not negative")
    return asked
