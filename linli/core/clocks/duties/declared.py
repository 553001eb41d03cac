"""The duties that are declared, of the country and of every room, by their key."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from linli.core.clocks.duties.reading import FlawedDuties, read_duties
from linli.core.clocks.duties.shape import Due, Duty, Within, as_data

__all__ = ["DUTIES", "Due", "Duty", "Within", "declare", "declared", "duty_called", "fingerprint"]

DUTIES: dict[str, Duty] = {}
_replaced: set[str] = set()


def declare(path: Path, origin: str = "") -> tuple[Duty, ...]:
    """Takes in a room's table, once its app is ready. Raises FlawedDuties with everything that is
    wrong with it, a key that another table has taken too. Declaring a table again changes
    nothing.

    A row that `replaces` another takes its place: the room that does the work knows it better
    than the country's table."""
    duties = read_duties(path.read_text("utf-8"), origin=origin or path.parent.name)
    take_in(duties, str(path.name))
    return duties


def take_in(duties: Iterable[Duty], named: str) -> None:
    """Adds rows already read, all or none."""
    rows = tuple(duties)
    flaws = [
        f"{duty.key}: already declared by {DUTIES[duty.key].origin}"
        for duty in rows
        if DUTIES.get(duty.key, duty) != duty
    ]
    if flaws:
        raise FlawedDuties(named, flaws)
    for duty in rows:
        DUTIES[duty.key] = duty
        if duty.replaces:
            _replaced.add(duty.replaces)


def declared() -> tuple[Duty, ...]:
    """Every duty that holds, in the order of declaration; none that another replaces."""
    return tuple(duty for key, duty in DUTIES.items() if key not in _replaced)


def duty_called(key: str) -> Duty | None:
    """The duty of that key, where it is declared and not replaced."""
    return None if key in _replaced else DUTIES.get(key)


def fingerprint() -> str:
    """Changes with anything that would make a turn fall due on another day or to another post."""
    told = json.dumps([as_data(duty) for duty in declared()], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
