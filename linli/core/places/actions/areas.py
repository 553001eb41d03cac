"""Residents' groups, grids and property areas: opened, filled, closed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.places.actions.history import check_day
from linli.core.places.actions.leaving import leave_areas
from linli.core.places.actions.tree import check_name
from linli.core.places.batches import in_batches
from linli.core.places.models import Area, AreaDwelling, Place
from linli.lib.law import Finding, Refused, require


@action("places.open_area", needs="places.lay_out")
def open_area(act: Act, community: Place, *, kind: str, name: str, on: date) -> Area:
    """A new residents' group, grid or property area of the community."""
    check_day(on, act.at)
    require(Finding(community.is_community, "places.is_community"))
    name = check_name(name)
    taken = Area.objects.filter(community=community, kind=kind, name=name, until__isnull=True)
    require(Finding(not taken.exists(), "places.area_name_free", numbers={"name": name}))
    act.note(label=name, kind=kind, on=on.isoformat())
    return Area.objects.create(community=community, kind=kind, name=name, since=on)


@action("places.close_area", needs="places.lay_out")
def close_area(act: Act, area: Area, *, on: date) -> Area:
    """Ends an area in which no dwelling lies any more."""
    check_day(on, act.at)
    inside = AreaDwelling.objects.filter(
        community=area.community_id, area=area, until__isnull=True
    ).count()
    require(Finding(inside == 0, "places.area_empty", numbers={"inside": inside}))
    require(Finding(on > area.since, "places.area_lasted_a_day", numbers={"since": area.since}))
    area.until = on
    area.save(update_fields=["until"])
    act.note(label=area.name, on=on.isoformat())
    return area


@action("places.assign_dwellings", needs="places.lay_out")
def assign_dwellings(act: Act, area: Area, *, dwellings: Sequence[UUID], on: date) -> Area:
    """Puts dwellings into the area from `on`; each leaves the area of this kind it was in.

    Refused as a whole where one is no dwelling of this community, or changed area after `on`.
    """
    check_day(on, act.at)
    require(Finding(area.until is None, "places.area_open", numbers={"until": area.until}))
    wanted = list(dict.fromkeys(dwellings))
    for batch in in_batches(wanted):
        _assign(area, batch, on)
    act.note(label=area.name, dwellings=len(wanted), on=on.isoformat())
    return area


def _assign(area: Area, dwellings: Sequence[UUID], on: date) -> None:
    ours = Place.objects.filter(
        id__in=dwellings, community=area.community_id, kind="dwelling", until__isnull=True
    ).count()
    strangers = len(dwellings) - ours
    require(
        Finding(strangers == 0, "places.dwellings_of_community", numbers={"strangers": strangers})
    )
    rows = AreaDwelling.objects.filter(
        community=area.community_id, kind=area.kind, dwelling__in=dwellings, until__isnull=True
    )
    later = rows.filter(since__gt=on).count()
    if later or on < area.since:
        raise Refused(Finding(False, "places.area_day", numbers={"on": on, "later": later}))
    stay = set(rows.filter(area=area).values_list("dwelling_id", flat=True))
    leaving = rows.exclude(area=area)
    leaving.filter(since=on).delete()
    leaving.update(until=on)
    AreaDwelling.objects.bulk_create(
        AreaDwelling(
            community_id=area.community_id,
            area=area,
            dwelling_id=dwelling,
            kind=area.kind,
            since=on,
        )
        for dwelling in dwellings
        if dwelling not in stay
    )


@action("places.withdraw_dwellings", needs="places.lay_out")
def withdraw_dwellings(act: Act, area: Area, *, dwellings: Sequence[UUID], on: date) -> Area:
    """Takes dwellings out of the area without putting them into another."""
    check_day(on, act.at)
    leave_areas(dwellings, area.community_id, on, area=area)
    act.note(label=area.name, dwellings=len(set(dwellings)), on=on.isoformat())
    return area
