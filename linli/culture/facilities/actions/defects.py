"""A defect is found and what it is on stands out of use at once; repaired, looked at again by
another, it is used again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.culture.facilities.actions.out_of_use import put_back, take_out
from linli.culture.facilities.actions.saying import told
from linli.culture.facilities.flows import DEFECT
from linli.culture.facilities.models import Defect, Device, Facility, Inspection
from linli.culture.facilities.rules import keeping
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take

REPORTS_MOST = 20
"""Reports of one facility nobody has looked at: more say nothing new. No account is needed for
them, so that this is what keeps the desk's list readable."""


@dataclass(frozen=True)
class Seen:
    """What is not in order. `device`: on which, or None for the whole facility; `usable`: a small
    thing, it can be used until it is repaired."""

    what: str
    device: Device | None = None
    danger: bool = False
    usable: bool = False
    found_by: str = "staff"
    inspection: Inspection | None = None
    matter: UUID | None = None
    photos: Sequence[Any] = ()


@action("facilities.find_defect", needs="facilities.inspect")
def find_defect(act: Act, facility: Facility, *, seen: Seen) -> Defect:
    """Writes down a defect, and in the same step what it is on stands out of use: on the map, on
    the page, for bookings. What is dangerous is never left in use."""
    require(Finding(not (seen.usable and seen.danger), "facilities.danger_not_used"))
    defect = _defect(act, facility, seen)
    if seen.usable:
        begin(act, DEFECT, defect, "note")
    else:
        defect.out_at = act.at
        begin(act, DEFECT, defect, "find")
        take_out(act, defect)
    _photos(act, defect, seen.photos)
    act.note(facility=facility.name, device=str(seen.device or ""), danger=seen.danger)
    return defect


@action("facilities.report_defect", needs="facilities.report_defect")
def report_defect(act: Act, facility: Facility, *, seen: Seen) -> Defect:
    """Somebody who uses it says what is broken, without an account if they like; a worker looks
    and puts it out of use in one step."""
    waiting = Defect.objects.filter(
        community=facility.community_id, facility=facility, state="reported"
    ).count()
    require(Finding(waiting < REPORTS_MOST, "facilities.reports_enough", numbers={"n": waiting}))
    defect = _defect(act, facility, seen)
    defect.found_by = "resident"
    begin(act, DEFECT, defect, "report")
    _photos(act, defect, seen.photos)
    kind = "facilities.defect_danger" if seen.danger else "facilities.defect_reported"
    act.tell(kind, post="worker", facility=facility.name)
    act.note(facility=facility.name, device=str(seen.device or ""), danger=seen.danger)
    return defect


@action("facilities.stop_use", needs="facilities.inspect")
def stop_use(act: Act, defect: Defect, *, seen: int | None = None) -> Defect:
    """What was reported is so: out of use, in one step."""
    defect.out_at = act.at
    defect.save(update_fields=["out_at"])
    take(act, DEFECT, defect, "stop", seen=seen)
    take_out(act, defect)
    return _told(act, defect)


@action("facilities.keep_in_use", needs="facilities.inspect")
def keep_in_use(act: Act, defect: Defect, *, seen: int | None = None) -> Defect:
    """Somebody has looked: it can be used until it is repaired."""
    require(Finding(not defect.danger, "facilities.danger_not_used"))
    take(act, DEFECT, defect, "keep_open", seen=seen)
    return _told(act, defect)


@action("facilities.dismiss_defect", needs="facilities.inspect")
def dismiss_defect(act: Act, defect: Defect, *, reason: str, seen: int | None = None) -> Defect:
    """Somebody has looked, and there is nothing wrong."""
    defect.closed_at = act.at
    take(act, DEFECT, defect, "dismiss", seen=seen, reason=told(reason, defect.community_id))
    defect.save(update_fields=["closed_at"])
    return _told(act, defect)


@action("facilities.repair_defect", needs="facilities.inspect")
def repair_defect(act: Act, defect: Defect, *, repair: str, seen: int | None = None) -> Defect:
    """It was repaired; another looks at it before it is used again."""
    take(act, DEFECT, defect, "repair", seen=seen)
    defect.repair, defect.repaired_at = told(repair, defect.community_id), act.at
    defect.repaired_by_id = act.by.account
    defect.save(update_fields=["repair", "repaired_at", "repaired_by"])
    act.tell("facilities.to_look_again", post="worker", facility=defect.facility.name)
    return _told(act, defect)


@action("facilities.look_again", needs="facilities.inspect")
def look_again(
    act: Act, defect: Defect, *, fine: bool, reason: str = "", seen: int | None = None
) -> Defect:
    """Another than who repaired it looks: in order, and it is used again at once; or not, and it
    stays out of use."""
    require(keeping.another_looks_again(defect.repaired_by_id, act.by.account))
    if not fine:
        defect.out_at = defect.out_at or act.at
        defect.save(update_fields=["out_at"])
        take(act, DEFECT, defect, "fail", seen=seen, reason=told(reason, defect.community_id))
        take_out(act, defect)
        return _told(act, defect)
    if defect.device is not None:
        require(keeping.within_term(defect.device.last_until, local_day(act.at)))
    take(act, DEFECT, defect, "pass", seen=seen)
    defect.closed_at = act.at
    defect.save(update_fields=["closed_at"])
    put_back(act, defect)
    return _told(act, defect)


def _defect(act: Act, facility: Facility, seen: Seen) -> Defect:
    device = seen.device
    here = device is None or device.facility_id == facility.pk
    require(Finding(here, "facilities.device_here"))
    require(Finding(bool(seen.what.strip()), "facilities.defect_said"))
    return Defect(
        community_id=facility.community_id, facility=facility, device=device,
        inspection=seen.inspection, found_by=seen.found_by, matter=seen.matter,
        what=told(seen.what, facility.community_id), danger=seen.danger, found_on=local_day(act.at),
        account_id=act.by.account,
    )  # fmt: skip


def _photos(act: Act, defect: Defect, photos: Sequence[Any]) -> None:
    # A photo somebody sends is looked at by a worker first; it is never shown to everybody.
    for photo in photos:
        take_in(act, defect.community_id, photo, Purpose(defect, "photo", "staff"))


def _told(act: Act, defect: Defect) -> Defect:
    act.note(facility=defect.facility.name, device=str(defect.device or ""))
    return defect
