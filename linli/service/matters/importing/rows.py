"""Incoming rows against what is there: new, changed, or the same."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from linli.lib.identity.ids import new_id
from linli.lib.identity.receipt import receipt_from
from linli.service.matters import rules
from linli.service.matters.importing.reading import Incoming
from linli.service.matters.models import Kind, Matter

COMPARED = ("title", "text", "where", "raised_at", "answered_at", "answer", "state")
RECEIPT_BYTES = 16


@dataclass(frozen=True)
class Sorted:
    """A chunk of rows by what they would do. `held`: changed in the file, but somebody here has
    worked on the matter since, or its time was over and it was forgotten; the file does not
    overrule that."""

    new: list[Incoming]
    changed: list[tuple[Matter, Incoming]]
    same: int
    held: int


def sort_rows(community: Any, incoming: Sequence[Incoming], kinds: dict[str, Kind]) -> Sorted:
    """Compares by the key of the system they come from; rows without a key are always new."""
    keys = [row.outside_key for row in incoming if row.outside_key]
    there = {
        matter.outside_key: matter
        for matter in Matter.objects.filter(community=community, outside_key__in=keys)
    }
    new, changed, same, held = [], [], 0, 0
    for row in incoming:
        matter = there.get(row.outside_key) if row.outside_key else None
        if matter is None:
            new.append(row)
        elif not differs(matter, row, kinds):
            same += 1
        elif matter.version > 1 or matter.sender_forgotten_at:
            held += 1
        else:
            changed.append((matter, row))
    return Sorted(new, changed, same, held)


def differs(matter: Matter, row: Incoming, kinds: dict[str, Kind]) -> bool:
    """Whether the file says something else than the matter."""
    kind = kinds.get(fold(row.kind))
    if kind is None or matter.kind_id != kind.pk:
        return True
    return any(getattr(matter, name) != getattr(row, name) for name in COMPARED)


def matter_of(community: Any, row: Incoming, kind: Kind, batch: UUID, at: datetime) -> Matter:
    """The matter a new row becomes. It was handled elsewhere: no promise of ours is counted."""
    matter = Matter(
        id=new_id(),
        community=community,
        receipt=receipt_from(secrets.token_bytes(RECEIPT_BYTES)),
        kind=kind,
        channel="import",
        recorded_at=at,
        batch_id=batch,
        outside_key=row.outside_key,
        handling=kind.handling,
        state_since=at,
        version=1,
    )
    fill(matter, row)
    return matter


def fill(matter: Matter, row: Incoming) -> None:
    """Writes what the row says into the matter."""
    for name in COMPARED:
        setattr(matter, name, getattr(row, name))
    matter.spot = rules.spot_of(None, row.where, lambda words: hashlib.sha256(words).hexdigest())
    matter.responded_at = row.answered_at
    matter.closed_at = row.answered_at if row.state == "closed" else None


def before_of(matter: Matter) -> dict[str, Any]:
    """What stands there now, as JSON, to be put back by an undo."""
    values: dict[str, Any] = {"kind": str(matter.kind_id)}
    for name in COMPARED:
        value = getattr(matter, name)
        values[name] = value.isoformat() if isinstance(value, datetime) else value
    return values


def fold(text: str) -> str:
    """A kind's title for comparing."""
    return "".join(text.casefold().split())
