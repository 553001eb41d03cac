"""From which pot of money a round can be paid, told by who keeps the money. This room does not know
them: whoever may know both (`web/crossings`) registers a reader here."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from linli.lib.tellers import Tellers


class Pot(NamedTuple):
    """Money of one source: its id, what it is called, how much of it is still free (fen), and for
    what alone it may be spent ("" where for anything)."""

    key: UUID
    title: str
    free: int
    only_for: str = ""


_READERS = Tellers[[Any, date], Pot]()
register_pots = _READERS.join
"""Adds a reader of a community's pots on a day."""


Paid = Callable[[Any], Mapping[UUID, int]]
_PAID: list[Paid] = []


def register_paid(reader: Paid) -> None:
    """Adds a reader of what has really been paid for each project of a round (fen), by its id,
    where the round's money is kept here."""
    if reader not in _PAID:
        _PAID.append(reader)


def paid_of(round_: Any) -> Mapping[UUID, int] | None:
    """What the books have paid for each project; None where they know nothing of this round."""
    if round_.paid_from is None or not _PAID:
        return None
    return {key: fen for reader in _PAID for key, fen in reader(round_).items()}


def pots_of(community: Any, on: date) -> list[Pot]:
    """Every pot a round here can be paid from."""
    return _READERS.told(community, on)
