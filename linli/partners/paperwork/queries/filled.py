"""A form filled: its rows and cells, each with its source and the day since when it is so."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.people.rules import CHILD_UNDER, age_on
from linli.partners.paperwork.models import Asking, HandedRow
from linli.partners.paperwork.queries.known import SEALED, Subject, known, lines_of, open_book
from linli.partners.paperwork.rules import ASK, FACT, SAME, changed_keys
from linli.partners.paperwork.slots import Content, Slot, pack, slots_of, unpack

TYPED, CARRIED, ALIKE, MISSING, LEFT = "typed", "carried", "alike", "missing", "left"
"""Where a cell comes from, beside the registers of `known`: answered for this form; answered for
an earlier one and kept on; the same in every row; not held and not yet asked; left alone."""


AT_ONCE = 100
"""Rows looked through at a time for the next with something open."""


@dataclass(frozen=True, slots=True, repr=False)
class Cell:
    """What stands in one cell. `sealed`: a number that is shown masked until a file is drawn."""

    content: Content = None
    origin: str = LEFT
    as_of: date | None = None
    sealed: bool = False

    @property
    def packed(self) -> str:
        return pack(self.content)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be asked."""
        return self.origin == MISSING


@dataclass(slots=True, repr=False)
class Row:
    """One row: whom it is about, its cells by the key of their column."""

    line: Any
    person: Any
    household: UUID | None
    dwelling: Any
    cells: dict[str, Cell] = field(default_factory=dict)

    @property
    def number(self) -> int:
        return int(self.line.number)

    @property
    def who(self) -> UUID:
        """What makes it the same row next time: the household, or the person."""
        return self.household or self.person.pk

    @property
    def values(self) -> dict[str, str]:
        return {key: cell.packed for key, cell in self.cells.items()}

    @property
    def open_keys(self) -> list[str]:
        return [key for key, cell in self.cells.items() if cell.is_open]


@dataclass(slots=True, repr=False)
class Filled:
    """The whole form."""

    asking: Asking
    slots: list[Slot]
    rows: list[Row]
    on: date

    @property
    def open_cells(self) -> int:
        return sum(len(row.open_keys) for row in self.rows)

    def count(self, *origins: str) -> int:
        """How many cells come from there."""
        return sum(cell.origin in origins for row in self.rows for cell in row.cells.values())

    @property
    def with_numbers(self) -> bool:
        """Whether identity or telephone numbers stand in it."""
        return any(slot.decision == FACT and slot.fact in SEALED for slot in self.slots)

    @property
    def children(self) -> int:
        """How many of the persons are children under fourteen."""
        return sum(
            row.person.birth_date is not None
            and age_on(row.person.birth_date, self.on) < CHILD_UNDER
            for row in self.rows
        )


@dataclass(frozen=True, slots=True, repr=False)
class Changes:
    """What is another than when the form was handed over last."""

    new: list[Row]
    gone: list[HandedRow]
    changed: list[tuple[Row, tuple[str, ...]]]

    @property
    def none(self) -> bool:
        return not (self.new or self.gone or self.changed)

    @property
    def rows(self) -> list[Row]:
        """The rows to hand over where only changes are wanted."""
        found = [*self.new, *(row for row, _keys in self.changed)]
        return sorted(found, key=lambda row: row.number)


def fill(asking: Asking, on: date) -> Filled:
    """The form as it stands: from the registers while it is being filled, from the kept copy once
    it was handed over (no row where that copy is gone)."""
    slots = slots_of(asking.form.mapping)
    if asking.state == "handed_over":
        return Filled(asking, slots, _handed(asking), on)
    book = open_book(asking.community, lines_of(asking), on)
    return Filled(asking, slots, [_row(slots, subject) for subject in book.subjects], on)


def fill_one(asking: Asking, line: UUID, on: date) -> Filled:
    """The same with one row alone."""
    rows = handed_rows(asking) if asking.state == "handed_over" else lines_of(asking)
    return _some(asking, rows.filter(pk=line), on)


def fill_after(asking: Asking, number: int, count: int, on: date) -> Filled:
    """The same with so many rows after the one of that number: a page of a long list costs what a
    page costs."""
    rows = handed_rows(asking) if asking.state == "handed_over" else lines_of(asking)
    return _some(asking, rows.filter(number__gt=number)[:count], on)


def next_open(asking: Asking, number: int, on: date) -> Row | None:
    """The next row after that number of which something is still to be asked."""
    while True:
        some = fill_after(asking, number, AT_ONCE, on)
        for row in some.rows:
            if row.open_keys:
                return row
        if len(some.rows) < AT_ONCE:
            return None
        number = some.rows[-1].number


def _some(asking: Asking, rows: Any, on: date) -> Filled:
    slots = slots_of(asking.form.mapping)
    if asking.state == "handed_over":
        return Filled(asking, slots, [_as_handed(row) for row in rows], on)
    book = open_book(asking.community, rows, on)
    return Filled(asking, slots, [_row(slots, subject) for subject in book.subjects], on)


def _as_handed(row: HandedRow) -> Row:
    return Row(row, row.person, row.household_id, row.dwelling, cells_of(row))


def compare(filled: Filled, earlier: Asking | None) -> Changes | None:
    """What is another than in the earlier asking's kept copy; None where there is none."""
    if earlier is None or earlier.is_emptied:
        return None
    before = {row.household_id or row.person_id: row for row in handed_rows(earlier)}
    new, changed = [], []
    for row in filled.rows:
        old = before.pop(row.who, None)
        if old is None:
            new.append(row)
            continue
        then = {key: cell.packed for key, cell in cells_of(old).items()}
        if keys := changed_keys(then, row.values):
            changed.append((row, keys))
    return Changes(new, list(before.values()), changed)


def handed_rows(asking: Asking) -> Any:
    """The kept copy of a form that was handed over."""
    return HandedRow.objects.filter(community=asking.community_id, asking=asking).select_related(
        "person", "dwelling"
    )


def cells_of(row: HandedRow) -> dict[str, Cell]:
    """The cells as they were handed over."""
    kept = json.loads(row.content or "{}").get("cells", {})
    return {key: _unkeep(each) for key, each in kept.items()}


def typed_of(row: Any) -> dict[str, dict[str, str]]:
    """What was asked for a row: by column, the words (`v`) and the day (`at`)."""
    if isinstance(row, HandedRow):
        kept: dict[str, dict[str, str]] = json.loads(row.content or "{}").get("typed", {})
    else:
        kept = json.loads(row.typed or "{}")
    return kept


def keep_row(row: Row) -> str:
    """A row as its kept copy holds it."""
    cells = {
        key: [cell.packed, cell.origin, cell.as_of.isoformat() if cell.as_of else "", cell.sealed]
        for key, cell in row.cells.items()
    }
    return json.dumps({"cells": cells, "typed": typed_of(row.line)}, ensure_ascii=False)


def _unkeep(kept: Iterable[Any]) -> Cell:
    packed, origin, as_of, sealed = kept
    since = date.fromisoformat(as_of) if as_of else None
    return Cell(unpack(packed), origin, since, bool(sealed))


def _handed(asking: Asking) -> list[Row]:
    return [_as_handed(row) for row in handed_rows(asking)]


def _row(slots: list[Slot], subject: Subject) -> Row:
    line = subject.line
    typed = typed_of(line)
    cells = {slot.key: _cell(slot, subject, typed) for slot in slots}
    return Row(line, subject.person, line.household_id, subject.home, cells)


def _cell(slot: Slot, subject: Subject, typed: Mapping[str, Mapping[str, str]]) -> Cell:
    match slot.decision:
        case "fact":
            found = known(subject, slot.fact)
            sealed = slot.fact in SEALED
            if found is not None:
                return Cell(found.content, found.origin, found.as_of, sealed)
            return _answered(typed.get(slot.key), sealed)
        case "ask":
            return _answered(typed.get(slot.key), sealed=False)
        case "same":
            return Cell(slot.text, ALIKE)
        case _:
            return Cell()


def _answered(said: Mapping[str, str] | None, sealed: bool) -> Cell:
    if said is None:
        return Cell(None, MISSING)
    origin = CARRIED if said.get("from") == CARRIED else TYPED
    return Cell(said["v"], origin, date.fromisoformat(said["at"]), sealed)


ASKABLE = (ASK, FACT)
"""What may be typed for a row: what is asked, and what we should hold and do not."""

__all__ = [
    "ALIKE",
    "ASKABLE",
    "CARRIED",
    "LEFT",
    "MISSING",
    "SAME",
    "TYPED",
    "Cell",
    "Changes",
    "Filled",
    "Row",
    "cells_of",
    "compare",
    "fill",
    "fill_after",
    "fill_one",
    "handed_rows",
    "keep_row",
    "next_open",
    "typed_of",
]
