"""At the doors of an incident: asked for during it, ticked on the spot or typed in from paper."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.lib.law import require
from linli.safety.emergencies.actions.cards import Carded, building_of
from linli.safety.emergencies.actions.incident import running
from linli.safety.emergencies.actions.saying import locked
from linli.safety.emergencies.models import Door, DoorTick, Incident, Shelter
from linli.safety.emergencies.models.cards import NEEDS
from linli.safety.emergencies.rules import helping


@dataclass(frozen=True)
class Ticked:
    """One line of a paper: which door, as it stood when the page was drawn, and what is ticked."""

    door: UUID
    version: int
    state: str
    shelter: Shelter | None = None


@action("emergencies.ask_help", needs="emergencies.cards")
def ask_help(act: Act, incident: Incident, *, carded: Carded) -> Door:
    """Somebody asks while it lasts, and agrees that it is written down for this alone."""
    incident = running(incident)
    require(helping.consents(carded.agreed))
    known = [key for key, _title in NEEDS if key in carded.needs]
    require(helping.asks_something(known))
    return Door.objects.create(
        community_id=incident.community_id, incident=incident,
        building=building_of(carded.dwelling), door=str(carded.dwelling.pk),
        name=carded.name.strip(), needs=json.dumps(known), phone=carded.phone.strip(),
        holder=carded.holder.strip(), how="spoken", put_at=act.at,
    )  # fmt: skip


@action("emergencies.tick", needs="emergencies.cards")
def tick(
    act: Act, door: Door, *, state: str, shelter: Shelter | None = None, seen: int | None = None
) -> Door:
    """Ticks a door. Two who tick the same are not refused, and it counts once; who ticks otherwise
    than somebody did a moment ago is shown that first."""
    running(door.incident)
    held: Door = locked(door)
    require(helping.shelter_fits(state, shelter))
    require(helping.fresh(seen, held.version, same=_same(held, state, shelter)))
    _set(act, held, state, shelter)
    return held


@action("emergencies.tick_from_paper", needs="emergencies.cards")
def tick_from_paper(act: Act, incident: Incident, *, ticked: Sequence[Ticked]) -> list[UUID]:
    """Types a paper in. What somebody ticked on the screen since the page was drawn stays; those
    doors are given back, to be asked about."""
    incident = running(incident)
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
