"""What a defect is on stands out of use, and comes back: a device alone, or the whole facility."""

from typing import Any

from linli.core.audit.door import Act
from linli.culture.facilities.actions.holding import line_up
from linli.culture.facilities.actions.register import put_back as put_facility_back, stop_using
from linli.culture.facilities.models import Defect, Device


def take_out(act: Act, defect: Defect) -> None:
    """Out of use from this moment and without an end, for everybody who looks or books; of a whole
    facility whoever booked it is told."""
    if defect.device is None:
        _take_facility_out(act, defect)
        return
    line_up(defect.facility)
    device = _locked(defect.device)
    if device.out_since is None:
        device.out_since = act.at
    device.out_for, device.version = defect.what, device.version + 1
    device.save(update_fields=["out_since", "out_for", "version"])
    defect.device = device


def _take_facility_out(act: Act, defect: Defect) -> None:
    facility = defect.facility
    line_up(facility)
    by_defects = _others(defect).filter(put_out=True)
    stands = facility.is_out_at(act.at)
    defect.put_out = not stands or by_defects.exists()
    # An end that works have counts for nothing beside a defect.
    if not stands or facility.out_until is not None:
        stop_using(act, facility, facility.out_for if stands else defect.what, None)
    defect.save(update_fields=["put_out"])


def put_back(act: Act, defect: Defect) -> None:
    """In use again, where no other defect keeps it out and where a defect put it out. Who passes
    two of them at once stands in line: the second sees the first."""
    line_up(defect.facility)
    others = _others(defect).filter(out_at__isnull=False)
    if defect.out_at is None or others.exists():
        return
    if defect.device_id is None:
        defect.refresh_from_db(fields=["put_out"])
        if defect.put_out:
            put_facility_back(defect.facility, by=act.by, at=act.at)
        return
    Device.objects.filter(community=defect.community_id, defects=defect).update(
        out_since=None, out_for=""
    )


def _others(defect: Defect) -> Any:
    rows = Defect.objects.filter(
        community=defect.community_id, facility=defect.facility_id, device=defect.device_id,
        closed_at__isnull=True,
    )  # fmt: skip
    return rows.exclude(pk=defect.pk)


def _locked(device: Device) -> Device:
    rows = Device.objects.select_for_update().filter(community=device.community_id)
    found: Device = rows.get(pk=device.pk)
    return found
