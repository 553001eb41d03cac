"""A hazard is found on a round, by staff, or reported by whoever passes, without a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action, may
from linli.core.files.intake import Purpose, take_in
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.safety.hazards import rules
from linli.safety.hazards.actions.limits import within_the_hour
from linli.safety.hazards.actions.numbering import with_next_serial
from linli.safety.hazards.actions.telling import close_photos, looked_over, noted
from linli.safety.hazards.flows import HAZARD
from linli.safety.hazards.models import Check, CheckPoint, Hazard, HazardStep
from linli.safety.hazards.words import told


@dataclass(frozen=True)
class Shots:
    """Photographs of a place. `clear`: somebody of the desk took them and has looked that nobody,
    no plate and no door number can be recognised, so that everybody may see them; of anybody else
    they wait for the desk. `none_for`: why there is none."""

    photos: Sequence[Any] = ()
    clear: bool = False
    none_for: str = ""


NO_SHOTS = Shots()
NO_LONGER = ("hazards.no_longer_owed", "hazards.no_longer_owed_by_body")
"""What is told where there is nothing to mend after all: to a post, and to who acts for a body."""


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
    """Writes down a hazard of a place; next the desk says who must mend it by when. In the words
    of the desk itself everybody reads it at once; of others the desk looks first."""
    return found(act, community.pk, seen)


@action("hazards.report", needs="hazards.report")
def report(act: Act, community: Place, *, seen: Seen) -> Hazard:
    """Somebody who passes tells of a hazard, with no name, also where they are signed in: neither
    the row, nor its steps, nor the book say who. A worker looks first."""
    act.leave_out_who()
    photos = seen.shots.photos
    require(rules.few_and_small([each.size for each in photos]))
    came = HazardStep.objects.filter(community=community, move="report")
    within_the_hour(act, community, came, "at")
    hazard = _made(act, community.pk, seen, "report")
    _keep(act, hazard, photos, shown=False)
    act.tell("hazards.reported", post="worker", place=hazard.told_place)
    return hazard


def found(act: Act, community: UUID, seen: Seen, check: Check | None = None) -> Hazard:
    """The same inside another act, such as a check on a round; what was seen on one is public by
    kind and place until the desk has read the words."""
    require(rules.evidence(len(seen.shots.photos), seen.shots.none_for))
    hazard = _made(act, community, seen, "find", check)
    own = check is None and may("hazards.sort", act.by, hazard)
    _keep(act, hazard, seen.shots.photos, shown=own and seen.shots.clear)
    looked_over(act, hazard, own)
    kind = "hazards.found_serious" if hazard.serious else "hazards.found"
    act.tell(kind, post="worker", place=hazard.told_place)
    return hazard


@action("hazards.confirm", needs="hazards.sort")
def confirm(
    act: Act, hazard: Hazard, *, serious: bool, tell: bool = False, seen: int | None = None
) -> Hazard:
    """Somebody has looked: it is so, and this serious. `tell`: the words can be read by all."""
    take(act, HAZARD, hazard, "confirm", seen=seen)
    hazard.serious = serious
    hazard.save(update_fields=["serious"])
    return looked_over(act, hazard, tell)


@action("hazards.dismiss", needs="hazards.sort")
def dismiss(act: Act, hazard: Hazard, *, reason: str, seen: int | None = None) -> Hazard:
    """Somebody has looked, and there is none, whatever had been thought. Nothing of it stays
    public; what was late already stays late. Who was to mend it is told."""
    owed, body, post = hazard.state == "owed", hazard.owner_body_id, hazard.owner_post
    take(act, HAZARD, hazard, "dismiss", seen=seen, reason=told(reason, hazard.community_id))
    if hazard.due_on is not None and hazard.due_on >= local_day(act.at):
        hazard.due_on = None
    if owed:
        tell_owner(act, hazard, NO_LONGER, body, post)
    hazard.told = False
    hazard.save(update_fields=["due_on", "told"])
    close_photos(act, hazard)
    return noted(act, hazard)


def tell_owner(
    act: Act, hazard: Hazard, kinds: tuple[str, str], body: UUID | None, post: str, **given: Any
) -> None:
    """Lets whoever must mend know: a post of the community, or who acts for a body."""
    to_post, to_body = kinds
    if body is None:
        act.tell(to_post, post=post, place=hazard.told_place, **given)
        return
    for held in ("property_manager", "department_officer", "unit_delegate"):
        act.tell(to_body, post=held, body=body, place=hazard.told_place, **given)


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
            no_photo=told(seen.shots.none_for, community),
            account_id=None if act.nameless else act.by.account,
        )  # fmt: skip
        return begin(act, HAZARD, hazard, move)

    hazard = with_next_serial(Hazard, community, on.year, make)
    return noted(act, hazard)


def _keep(act: Act, hazard: Hazard, photos: Sequence[Any], *, shown: bool) -> None:
    # Not shown before somebody of the desk has looked that nobody can be recognised.
    who = "public" if shown else "staff"
    for photo in photos:
        take_in(act, hazard.community_id, photo, Purpose(hazard, "photo", who))
