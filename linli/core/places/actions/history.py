"""How the tree keeps its past: what every act on places does inside its transaction.

The rows of `Place` are changed first, in memory or in the database; these functions then write
the versions. A day has one truth: a change on the day a version began replaces that version.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils import timezone

from linli.core.places.actions.leaving import leave_areas
from linli.core.places.actions.naming import refresh_names, settle_full_name, settle_search
from linli.core.places.batches import BATCH, in_batches, rewrite
from linli.core.places.kinds import COMMUNITY, LEVELS
from linli.core.places.models import Place, PlaceVersion
from linli.core.places.models.fields import below, segment_of
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, Refused, require


def check_day(on: date, at: datetime) -> None:
    """Refuses a day after the act: the tree holds what is, not what is planned."""
    today = timezone.localdate(at)
    require(Finding(on <= today, "places.not_in_future", numbers={"on": on, "today": today}))


def check_open(place: Place) -> None:
    """Refuses to change a place that has ended."""
    require(Finding(place.until is None, "places.still_there", numbers={"until": place.until}))


def check_after(versions: Iterable[PlaceVersion], on: date) -> None:
    """Refuses a change before the last one: what came after it would be rewritten."""
    latest = max((version.since for version in versions if version.since), default=None)
    if latest is not None and on < latest:
        raise Refused(
            Finding(False, "places.after_last_change", numbers={"on": on, "latest": latest})
        )


def new_place(
    parent: Place | None,
    *,
    kind: str,
    name: str,
    code: str = "",
    ur_code: str = "",
    lon: float | None = None,
    lat: float | None = None,
    since: date | None = None,
) -> Place:
    """A place under `parent`, not yet saved, with all that follows from where it lies.

    It is not older than the place it lies in: `since` is moved up where it would be."""
    if parent and parent.since and (since is None or since < parent.since):
        since = parent.since
    key = new_id()
    level = LEVELS[kind]
    place = Place(
        id=key,
        parent=parent,
        kind=kind,
        level=level,
        code=code,
        name=name,
        ur_code=ur_code,
        lon=lon,
        lat=lat,
        since=since,
    )
    place.path = f"{parent.path}/{segment_of(key)}" if parent else segment_of(key)
    if level >= COMMUNITY:
        place.community_id = key if parent is None or level == COMMUNITY else parent.community_id
    settle_full_name(place, parent)
    settle_search(place)
    return place


def version_of(place: Place, since: date | None) -> PlaceVersion:
    """What is true of the place now, as the version that begins at `since`; not yet saved."""
    return PlaceVersion(
        place_id=place.id,
        parent_id=place.parent_id,
        community_id=place.community_id,
        path=place.path,
        kind=place.kind,
        level=place.level,
        code=place.code,
        name=place.name,
        ur_code=place.ur_code,
        since=since,
    )


def save_new(places: Sequence[Place]) -> None:
    """Saves new places, parents first, each with its first version."""
    Place.objects.bulk_create(places, batch_size=BATCH)
    PlaceVersion.objects.bulk_create(
        [version_of(place, place.since) for place in places], batch_size=BATCH
    )


VERSIONED = ("parent_id", "community_id", "path", "kind", "level", "code", "name", "ur_code")


def write_history(places: Sequence[Place], on: date) -> None:
    """Closes the version in force of each place and opens one with what is true of it now."""
    for batch in in_batches(places):
        now = {place.id: place for place in batch}
        current = list(PlaceVersion.objects.filter(place__in=now.keys(), until__isnull=True))
        check_after(current, on)
        same_day = [version for version in current if version.since == on]
        for version in same_day:
            for field in VERSIONED:
                setattr(version, field, getattr(now[version.place_id], field))
        rewrite(same_day, *(field.removesuffix("_id") for field in VERSIONED))
        earlier = [version for version in current if version.since != on]
        PlaceVersion.objects.filter(id__in=[version.id for version in earlier]).update(until=on)
        PlaceVersion.objects.bulk_create(
            version_of(now[version.place_id], on) for version in earlier
        )


def end(place: Place, on: date) -> None:
    """Ends a place; its row, path and code stay for what points at it."""
    current = place.versions.filter(until__isnull=True)
    check_after(current, on)
    if place.since == on:
        raise Refused(Finding(False, "places.lasted_a_day", numbers={"on": on}))
    if current.filter(since=on).exists():
        # Changed and ended on one day: that day's version was never in force for a whole day.
        current.delete()
        place.versions.filter(until=on).update(until=None)
    current.update(until=on)
    place.until = on
    place.save(update_fields=["until"])


def transplant(place: Place, parent: Place, on: date) -> None:
    """Puts a place with all that lies in it under another parent, paths and history included."""
    old_path = place.path
    old_community = place.community_id
    subtree = list(Place.objects.filter(below(old_path), until__isnull=True).order_by("level"))
    place.parent = parent
    place.path = f"{parent.path}/{segment_of(place.id)}"
    if place.level > COMMUNITY:
        place.community_id = parent.community_id
    for each in subtree:
        each.path = place.path + each.path[len(old_path) :]
        if place.level > COMMUNITY:
            each.community_id = place.community_id
    moved = [place, *subtree]
    rewrite(moved, "parent", "path", "community")
    refresh_names([place])
    write_history(moved, on)
    if place.level > COMMUNITY and place.community_id != old_community:
        dwellings = [each.id for each in moved if each.kind == "dwelling"]
        leave_areas(dwellings, old_community, on)
