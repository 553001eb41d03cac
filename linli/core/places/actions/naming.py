"""Full names and search keys, kept in the row so that a list of places costs one query."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from linli.core.places.batches import in_batches, rewrite
from linli.core.places.kinds import COMMUNITY, LEVELS
from linli.core.places.models import Place
from linli.core.places.models.fields import below
from linli.core.places.rules.naming import full_name, natural_order
from linli.lib.identity.pinyin import normal_query, search_keys


def settle_full_name(place: Place, parent: Place | None) -> None:
    """Sets the full name, and the order that follows from it, from the place's own name and its
    parent's."""
    above = (parent.kind, parent.name, parent.full_name) if parent else None
    place.full_name = full_name(place.kind, place.name, above)
    if place.level > COMMUNITY:
        place.position = natural_order(place.full_name)


def settle_search(place: Place) -> None:
    """Sets what the place is found by; a building or door is known by its number alone."""
    keys = search_keys if place.level <= LEVELS["compound"] else normal_query
    place.search = keys(place.name)


def refresh_names(roots: Sequence[Place]) -> None:
    """Writes the full names of these places and of all under them anew.

    What lies in a community is named from the community down, so a province's new name stops
    at its communities; only a community's own name reaches its doors.
    """
    affected = {place.id: place for place in _below(roots)}
    affected.update((root.id, root) for root in roots)
    before = {key: place.full_name for key, place in affected.items()}
    parents = _parents(affected)
    for place in sorted(affected.values(), key=lambda place: place.level):
        above = place.parent_id and (affected.get(place.parent_id) or parents[place.parent_id])
        settle_full_name(place, above or None)
    for root in roots:
        settle_search(root)
    wanted = {root.id for root in roots}
    changed = [
        place for key, place in affected.items() if key in wanted or place.full_name != before[key]
    ]
    rewrite(changed, "full_name", "position", "search")


def _below(roots: Sequence[Place]) -> Iterator[Place]:
    """The places in force whose full names contain one of the roots' names."""
    current = Place.objects.filter(until__isnull=True)
    communities = [root.id for root in roots if root.level == COMMUNITY]
    for batch in in_batches(communities):
        yield from current.filter(community__in=batch, level__gt=COMMUNITY)
    for root in roots:
        if root.level < COMMUNITY:
            yield from current.filter(below(root.path), level__lte=COMMUNITY)
        elif root.level > COMMUNITY:
            yield from current.filter(below(root.path))


def _parents(affected: dict[UUID, Place]) -> dict[UUID, Place]:
    wanted = {place.parent_id for place in affected.values() if place.parent_id} - affected.keys()
    parents: dict[UUID, Place] = {}
    for batch in in_batches(list(wanted)):
        parents.update(Place.objects.filter(id__in=batch).in_bulk())
    return parents
