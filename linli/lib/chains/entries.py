"""What a chain message holds: its words on top, and one entry for each who joined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

State = Literal["kept", "repeated", "replaced", "struck", "lost"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much of one thing: 鸡蛋 2 盘. `item` and `unit` may be empty where nobody said them."""

    amount: Decimal
    unit: str = ""
    item: str = ""


@dataclass(slots=True)
class Entry:
    """One line of the list. `hint` is what it says of the dwelling, as written; telephone numbers
    are read past and not kept.

    `state`: `kept` counts; `repeated` says again what the entry `by` says; `replaced` was
    corrected by the entry `by`; `struck` was taken back (by the entry `by`, or by its own words);
    `lost` stood in an earlier version of the list and is missing in a later one, which happens
    when two neighbours answer at the same moment: a person has to ask.
    """

    number: int
    text: str
    hint: str = ""
    name: str = ""
    quantities: tuple[Quantity, ...] = ()
    note: str = ""
    state: State = "kept"
    by: int | None = None
    withdraws: bool = False
    adds: bool = False
    had_phone: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is part of the list as it stands; a lost one until somebody decides."""
        return self.state in ("kept", "lost")


@dataclass(slots=True)
class Chain:
    """A pasted text as read. `unread` are lines that are neither heading nor entry."""

    title: str = ""
    heading: tuple[str, ...] = ()
    entries: list[Entry] = field(default_factory=list)
    unread: tuple[str, ...] = ()

    @property
    def current(self) -> Sequence[Entry]:
        """The entries that count."""
        return [entry for entry in self.entries if entry.counts]


def totals(all_of: Iterable[Iterable[Quantity]]) -> dict[tuple[str, str], Decimal]:
    """How much of each thing, by item and unit, in the order in which they are first named."""
    found: dict[tuple[str, str], Decimal] = {}
    for quantities in all_of:
        for each in quantities:
            key = each.item, each.unit
            found[key] = found.get(key, Decimal(0)) + each.amount
    return found
