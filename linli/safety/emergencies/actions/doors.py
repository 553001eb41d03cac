"""At the doors of an incident: ticked on the spot or typed in from paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.lib.law import require
from linli.safety.emergencies.actions.incident import still_listed
from linli.safety.emergencies.actions.saying import locked
from linli.safety.emergencies.models import Door, DoorTick, Incident, Shelter
from linli.safety.emergencies.rules import helping


@dataclass(frozen=True)
class Ticked:
    """One line of a paper: which door, as it stood when the page was drawn, and what is ticked."""

    door: UUID
    version: int
    state: str
    shelter: Shelter | None = None


@action("emergencies.tick", needs="emergencies.cards")
def tick(
    act: Act, door: Door, *, state: str, shelter: Shelter | None = None, seen: int | None = None
) -> Door:
    """Ticks a door. Two who tick the same are not refused, and it counts once; who ticks otherwise
    than somebody did a moment ago is shown that first. Afterwards too, while the list is there."""
    still_listed(door.incident)
    held: Door = locked(door)
    require(helping.shelter_fits(state, shelter))
    require(
        helping.fresh(seen, held.version, same=_same(held, state, shelter), stands=ticked_as(held))
    )
    _set(act, held, state, shelter)
    return held


@action("emergencies.tick_from_paper", needs="emergencies.cards")
def tick_from_paper(act: Act, incident: Incident, *, ticked: Sequence[Ticked]) -> list[UUID]:
    """Types a paper in. What somebody ticked on the screen since the page was drawn stays; those
    doors are given back, to be asked about."""
    incident = still_listed(incident)
    act.keep_closed()
    held = {row.pk: row for row in incident.doors.select_for_update()}
    kept = []
    for line in ticked:
        door = held.get(line.door)
        if door is None or not line.state:
            continue
        require(helping.shelter_fits(line.state, line.shelter))
        if _same(door, line.state, line.shelter):
            continue
        if door.version != line.version:
            kept.append(door.pk)
            continue
        _set(act, door, line.state, line.shelter, from_paper=True)
    act.note(count=len(ticked) - len(kept))
    return kept


def ticked_as(door: Door) -> dict[str, Any]:
    """What stands at a door, who ticked it and when."""
    state = str(door.get_state_display())
    return {
        "state": f"{state} ({door.shelter})" if door.shelter else state,
        "who": door.ticked_by.label if door.ticked_by else None,
        "at": door.ticked_at,
    }


def _same(door: Door, state: str, shelter: Shelter | None) -> bool:
    return door.state == state and door.shelter_id == (shelter.pk if shelter else None)


def _set(
    act: Act, door: Door, state: str, shelter: Shelter | None, *, from_paper: bool = False
) -> None:
    if _same(door, state, shelter):
        return
    door.state, door.shelter = state, shelter
    door.ticked_at, door.ticked_by_id = act.at, act.by.account
    door.version += 1
    door.save(update_fields=["state", "shelter", "ticked_at", "ticked_by", "version"])
    DoorTick.objects.create(
        community_id=door.community_id, door=door, state=state, at=act.at,
        by_id=act.by.account, from_paper=from_paper,
    )  # fmt: skip
