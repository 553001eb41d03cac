"""What is broken: for the map, for everybody's page, for the desk."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.expiring import Expiring, Source
from linli.core.places.models import Place
from linli.core.places.queries import pointable
from linli.culture.facilities.models import Defect, Device, Facility, Inspection, InspectionPlan

OPEN = ("reported", "noted", "out", "repaired")


def facility_in(community: Any, key: UUID) -> Facility:
    """A facility of the community; Http404 where there is none."""
    found = Facility.objects.filter(community=community, pk=key, withdrawn_at__isnull=True).first()
    if found is None:
        raise Http404
    return found


def defect_in(community: Any, key: UUID) -> Defect:
    """A defect; Http404 where there is none."""
    found = (
        Defect.objects.filter(community=community, pk=key)
        .select_related("facility", "device")
        .first()
    )
    if found is None:
        raise Http404
    return found


def device_in(community: Any, key: UUID) -> Device:
    """A device that was not taken down; Http404 where there is none."""
    found = (
        Device.objects.filter(community=community, pk=key, withdrawn_at__isnull=True)
        .select_related("facility")
        .first()
    )
    if found is None:
        raise Http404
    return found


def plan_in(community: Any, key: UUID) -> InspectionPlan:
    """A plan that stands; Http404 where there is none."""
    found = (
        InspectionPlan.objects.filter(community=community, pk=key, ended_at__isnull=True)
        .select_related("facility")
        .first()
    )
    if found is None:
        raise Http404
    return found


def devices_of(facility: Facility) -> QuerySet[Device]:
    """What stands on a site."""
    return Device.objects.filter(
        community=facility.community_id, facility=facility, withdrawn_at__isnull=True
    ).order_by("kind", "label")


def facilities_kept(community: Any) -> QuerySet[Facility]:
    """Every facility that was not taken from the register, by name."""
    return Facility.objects.filter(community=community, withdrawn_at__isnull=True).order_by("name")


def defects_open(community: Any) -> QuerySet[Defect]:
    """What is not settled: danger first, then what stands out longest."""
    return (
        Defect.objects.filter(community=community, state__in=OPEN)
        .select_related("facility", "device")
        .order_by("-danger", "found_on", "id")
    )


def defects_of(facility: Facility, limit: int = 30) -> list[Defect]:
    """What was found on a facility, the latest first."""
    rows = Defect.objects.filter(community=facility.community_id, facility=facility)
    return list(rows.select_related("device").order_by("-found_on", "-id")[:limit])


def out_now(community: Any) -> list[Defect]:
    """What stands out of use now, as everybody reads it: what is wrong, since when."""
    rows = Defect.objects.filter(
        community=community, out_at__isnull=False, closed_at__isnull=True,
        facility__listed=True, facility__withdrawn_at__isnull=True,
    )  # fmt: skip
    return list(rows.select_related("facility", "device").order_by("out_at"))


def standing_out(community: Place, at: datetime) -> Mapping[UUID, int]:
    """How many devices or whole facilities stand out of use at each building or compound; in the
    community where no finer place is known. For the map."""
    paths = list(
        Defect.objects.filter(
            community=community, out_at__lte=at, closed_at__isnull=True, facility__listed=True
        ).values_list("facility__place__path", "facility_id", "device_id")
    )
    if not paths:
        return {}
    by_path = {place.path: place.pk for place in pointable(community)}
    things = {(facility, device): path or "" for path, facility, device in paths}
    return Counter(_building(path, by_path) or community.pk for path in things.values())


def _building(path: str, by_path: Mapping[str, UUID]) -> UUID | None:
    while path:
        if path in by_path:
            return by_path[path]
        path = path.rpartition("/")[0]
    return None


def plans_standing(community: Any) -> QuerySet[InspectionPlan]:
    """Every plan, what is due first."""
    return (
        InspectionPlan.objects.filter(
            community=community, ended_at__isnull=True, facility__withdrawn_at__isnull=True
        )
        .select_related("facility")
        .order_by("next_on", "facility__name")
    )


def inspections_of(facility: Facility, limit: int = 12) -> list[Inspection]:
    """The rounds done, the latest first."""
    return list(
        Inspection.objects.filter(community=facility.community_id, facility=facility).order_by(
            "-on", "-id"
        )[:limit]
    )


def rounds_due(community: Any, since: date, until: date, actor: Actor) -> Iterator[Expiring]:
    """By which days facilities are due to be looked at; those overdue stand on the first day."""
    if not may("facilities.inspect", actor, community):
        return
    for plan in plans_standing(community).filter(next_on__lte=until):
        if plan.next_on < since:
            continue
        url = reverse("facilities:inspect", args=[community.code, plan.pk])
        yield Expiring(_("{name}：巡查").format(name=plan.facility.name), plan.next_on, url)


def terms_ending(community: Any, since: date, until: date, actor: Actor) -> Iterator[Expiring]:
    """The last days on which devices may be used."""
    if not may("facilities.inspect", actor, community):
        return
    rows = Device.objects.filter(
        Q(last_until__gte=since, last_until__lte=until), community=community,
        withdrawn_at__isnull=True,
    ).select_related("facility")  # fmt: skip
    for device in rows:
        url = reverse("facilities:kept", args=[community.code, device.facility_id])
        title = _("{name} {device}：使用年限到期").format(
            name=device.facility.name, device=device.label
        )
        assert device.last_until is not None  # asked for
        yield Expiring(title, device.last_until, url)


ROUNDS = Source("inspections", gettext_lazy("设施巡查"), find=rounds_due)
TERMS = Source("devices", gettext_lazy("器材使用年限"), find=terms_ending)
