"""What stands on a site, and how often it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.core.places.held import locked
from linli.culture.facilities.actions.saying import told
from linli.culture.facilities.flows import DEFECT
from linli.culture.facilities.models import Device, Facility, Inspection, InspectionPlan
from linli.culture.facilities.rules import keeping
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take


@dataclass(frozen=True)
class Installed:
    """A device as it is put down."""

    kind: str
    label: str
    installed_on: date | None = None
    last_until: date | None = None


@action("facilities.put_device", needs="facilities.inspect")
def put_device(act: Act, facility: Facility, *, installed: Installed) -> Device:
    """Puts a device into the register of its site."""
    label = told(installed.label, facility.community_id)
    ours = Device.objects.filter(community=facility.community_id, facility=facility)
    known = ours.filter(label=label, withdrawn_at__isnull=True).exists()
    require(Finding(not known, "facilities.device_label_once"))
    _require_term(installed)
    device = Device.objects.create(
        community_id=facility.community_id, facility=facility, kind=installed.kind, label=label,
        installed_on=installed.installed_on, last_until=installed.last_until,
    )  # fmt: skip
    act.note(facility=facility.name, device=device.label)
    return device


@action("facilities.alter_device", needs="facilities.inspect")
def alter_device(act: Act, device: Device, *, installed: Installed) -> Device:
    """Changes what is known of a device."""
    device = locked(device)
    label = told(installed.label, device.community_id)
    others = Device.objects.filter(
        community=device.community_id, facility=device.facility_id, label=label,
        withdrawn_at__isnull=True,
    ).exclude(pk=device.pk)  # fmt: skip
    require(Finding(not others.exists(), "facilities.device_label_once"))
    _require_term(installed)
    device.kind, device.label = installed.kind, label
    device.installed_on, device.last_until = installed.installed_on, installed.last_until
    device.version += 1
    device.save()
    act.note(facility=device.facility.name, device=device.label)
    return device


@action("facilities.remove_device", needs="facilities.inspect")
def remove_device(act: Act, device: Device) -> Device:
    """The device was taken down, and with it what was broken of it; its record stays."""
    device = locked(device)
    device.withdrawn_at, device.version = act.at, device.version + 1
    device.save(update_fields=["withdrawn_at", "version"])
    for defect in device.defects.filter(closed_at__isnull=True).select_related("facility"):
        defect.closed_at = act.at
        take(act, DEFECT, defect, "take_down")
        defect.save(update_fields=["closed_at"])
    act.note(facility=device.facility.name, device=device.label)
    return device


def _require_term(installed: Installed) -> None:
    since, until = installed.installed_on, installed.last_until
    require(
        Finding(since is None or until is None or since < until, "facilities.device_term_order")
    )


@action("facilities.plan_inspection", needs="facilities.inspect")
def plan_inspection(
    act: Act,
    facility: Facility,
    *,
    every_days: int,
    items: Sequence[str],
    checker: str,
    next_on: date,
) -> InspectionPlan:
    """Says how often a facility is looked at, by whom, and what is looked at. A new plan takes the
    place of the one before; rounds done stay."""
    words = [told(item, facility.community_id) for item in items if item.strip()]
    require(Finding(bool(words), "facilities.plan_has_items"))
    ours = {"community": facility.community_id, "facility": facility, "ended_at__isnull": True}
    InspectionPlan.objects.filter(**ours).update(ended_at=act.at)
    plan = InspectionPlan.objects.create(
        community_id=facility.community_id, facility=facility, every_days=every_days,
        checker=checker, items=words, next_on=next_on,
    )  # fmt: skip
    act.note(facility=facility.name, days=every_days)
    return plan


@action("facilities.inspect_facility", needs="facilities.inspect")
def inspect_facility(
    act: Act,
    plan: InspectionPlan,
    *,
    answers: Sequence[tuple[str, bool]],
    on: date,
    note: str = "",
    photos: Sequence[Any] = (),
) -> Inspection:
    """Writes down a round: every item in order or not. What is not is a defect of its own, written
    down beside it (`find_defect`)."""
    plan = locked(plan)
    require(Finding(plan.ended_at is None, "facilities.plan_stands"))
    require(keeping.all_looked_at(plan.items, [item for item, _fine in answers]))
    require(Finding(on <= local_day(act.at), "facilities.not_ahead", numbers={"on": on}))
    round_ = Inspection.objects.create(
        community_id=plan.community_id, facility=plan.facility, plan=plan, on=on,
        due_on=plan.next_on, items=[[item, fine] for item, fine in answers],
        note=told(note, plan.community_id),
        account_id=act.by.account,
    )  # fmt: skip
    for photo in photos:
        take_in(act, plan.community_id, photo, Purpose(round_, "photo", "staff"))
    plan.next_on, plan.version = keeping.due_after(on, plan.every_days), plan.version + 1
    plan.save(update_fields=["next_on", "version"])
    devices = Device.objects.filter(
        community=plan.community_id, facility=plan.facility_id, withdrawn_at__isnull=True
    )
    devices.update(inspected_on=on)
    failed = sum(not fine for _item, fine in answers)
    act.note(facility=plan.facility.name, failed=failed, next_on=plan.next_on.isoformat())
    return round_
