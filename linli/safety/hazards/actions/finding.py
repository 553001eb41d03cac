"""A hazard is found on a round, by staff, or reported by whoever passes, without a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.safety.hazards import rules
from linli.safety.hazards.actions.numbering import with_next_serial
from linli.safety.hazards.flows import HAZARD
from linli.safety.hazards.law import reports_most
from linli.safety.hazards.models import Check, CheckPoint, Hazard
from linli.safety.hazards.words import told


@dataclass(frozen=True)
class Shots:
    """Photographs of a place. `clear`: whoever took them has looked that nobody, no plate and no
    door number can be recognised, so that everybody may see them. `none_for`: why there is none."""

    photos: Sequence[Any] = ()
    clear: bool = False
    none_for: str = ""


NO_SHOTS = Shots()


@dataclass(frozen=True)
class Seen:
    """What is wrong, and where."""

    kind: str
    what: str
    place: Place
    point: CheckPoint | None = None
    where: str = ""
    serious: bool = False
    source: str = "staff"
    shots: Shots = NO_SHOTS
    matter: UUID | None = None
    on: date | None = None


@action("hazards.find", needs="hazards.check")
def find(act: Act, community: Place, *, seen: Seen) -> Hazard:
    """Writes down a hazard of a place; next the desk says who must mend it by when."""
    return found(act, community.pk, seen)


@action("hazards.report", needs="hazards.report")
def report(act: Act, community: Place, *, seen: Seen) -> Hazard:
    """Somebody who passes tells of a hazard, with no name; a worker looks first."""
    waiting = Hazard.objects.filter(
        community=community, state="reported", place=seen.place, point=seen.point
    ).count()
    most = reports_most(community, local_day(act.at))
    require(Finding(waiting < most, "hazards.reports_enough", numbers={"n": waiting}))
    hazard = _made(act, community.pk, seen, "report")
    _keep(act, hazard, seen.shots.photos, shown=False)
    act.tell("hazards.reported", post="worker", place=hazard.place.name)
    return hazard


def found(act: Act, community: UUID, seen: Seen, check: Check | None = None) -> Hazard:
    """The same inside another act, such as a check on a round."""
    require(rules.evidence(len(seen.shots.photos), seen.shots.none_for))
    hazard = _made(act, community, seen, "find", check)
    _keep(act, hazard, seen.shots.photos, shown=seen.shots.clear)
    kind = "hazards.found_serious" if hazard.serious else "hazards.found"
    act.tell(kind, post="worker", place=hazard.place.name)
    return hazard


@action("hazards.confirm", needs="hazards.sort")
def confirm(act: Act, hazard: Hazard, *, serious: bool, seen: int | None = None) -> Hazard:
    """Somebody has looked: it is so, and this serious."""
    take(act, HAZARD, hazard, "confirm", seen=seen)
    hazard.serious = serious
    hazard.save(update_fields=["serious"])
    return _noted(act, hazard)


@action("hazards.dismiss", needs="hazards.sort")
def dismiss(act: Act, hazard: Hazard, *, reason: str, seen: int | None = None) -> Hazard:
    """Somebody has looked, and there is none."""
    take(act, HAZARD, hazard, "dismiss", seen=seen, reason=told(reason, hazard.community_id))
    return _noted(act, hazard)


def _made(act: Act, community: UUID, seen: Seen, move: str, check: Check | None = None) -> Hazard:
    place, on = seen.place, seen.on or local_day(act.at)
    inside = place.community_id == community or place.pk == community
    require(Finding(inside and place.kind != "dwelling", "hazards.place_here"))
    require(Finding(bool(seen.what.strip()), "hazards.said"))
    require(Finding(on <= local_day(act.at), "hazards.not_ahead", numbers={"on": on}))
    what, where = told(seen.what, community), told(seen.where, community)

    def make(serial: int) -> Hazard:
        hazard = Hazard(
            community_id=community, year=on.year, serial=serial, kind=seen.kind, place=place,
            point=seen.point, where=where, what=what, serious=seen.serious, source=seen.source,
            check_seen=check, matter=seen.matter, found_on=on,
            no_photo=told(seen.shots.none_for, community), account_id=act.by.account,
        )  # fmt: skip
        return begin(act, HAZARD, hazard, move)

    hazard = with_next_serial(Hazard, community, on.year, make)
    return _noted(act, hazard)


def _keep(act: Act, hazard: Hazard, photos: Sequence[Any], *, shown: bool) -> None:
    # Not shown before somebody of the desk has looked that nobody can be recognised.
    who = "public" if shown else "staff"
    for photo in photos:
        take_in(act, hazard.community_id, photo, Purpose(hazard, "photo", who))


def _noted(act: Act, hazard: Hazard) -> Hazard:
    act.note(number=hazard.number, place=hazard.place.name)
    return hazard
