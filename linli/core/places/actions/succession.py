"""Communities and other divisions (or compounds) that become one, or several."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.places.actions.history import (
    check_day,
    check_open,
    end,
    new_place,
    save_new,
    transplant,
)
from linli.core.places.actions.leaving import end_with
from linli.core.places.actions.tree import (
    check_code,
    check_free_among_siblings,
    check_name,
    record,
)
from linli.core.places.models import Place
from linli.lib.law import Finding, Refused, require


@dataclass(frozen=True, slots=True)
class Part:
    """A place that splits off, and the ids of those that go with it from the old one."""

    name: str
    code: str = ""
    children: Sequence[UUID] = field(default=())


@action("places.merge", needs="places.divide")
def merge_places(
    act: Act, into: Place, *, absorbed: Sequence[Place], on: date, basis: str = ""
) -> Place:
    """Ends the absorbed places; what lies in them lies in `into` from `on`. To merge into a new
    place, add that first. The absorbed ones are still found by their codes."""
    check_day(on, act.at)
    check_open(into)
    require(Finding(bool(absorbed), "places.something_absorbed"))
    for place in absorbed:
        check_open(place)
        alike = place.kind == into.kind and place.id != into.id
        require(Finding(alike, "places.merge_alike", numbers={"name": place.name}))
        for child in _children(place):
            if not child.is_division:
                check_free_among_siblings(into, child.name)
            transplant(child, into, on)
        end(place, on)
        end_with(place, on, act.at)
        record(place, into, "merge", on, basis)
    act.note(
        label=into.name, absorbed="、".join(place.name for place in absorbed), on=on.isoformat()
    )
    return into


@action("places.split", needs="places.divide")
def split_place(
    act: Act, place: Place, *, parts: Sequence[Part], on: date, ends: bool, basis: str = ""
) -> list[Place]:
    """New places beside `place`, each taking some of what lies in it. With `ends` the old place
    ends, and everything in it must have been given to a part."""
    check_day(on, act.at)
    check_open(place)
    require(Finding(bool(parts), "places.something_split_off"))
    children = {child.id: child for child in _children(place)}
    asked = [child for part in parts for child in part.children]
    strangers = [child for child in asked if child not in children]
    if strangers or len(set(asked)) != len(asked):
        raise Refused(
            Finding(False, "places.parts_are_its_own", numbers={"strangers": len(strangers)})
        )
    left = len(children) - len(asked)
    require(Finding(not ends or left == 0, "places.all_given", numbers={"left": left}))
    made: list[Place] = []
    for part in parts:
        name = check_name(part.name)
        if place.is_division:
            check_code(part.code, place.kind)
        else:
            check_free_among_siblings(place.parent, name)
        new = new_place(place.parent, kind=place.kind, name=name, code=part.code, since=on)
        save_new([new])
        for child in part.children:
            transplant(children[child], new, on)
        record(place, new, "split", on, basis)
        made.append(new)
    if ends:
        end(place, on)
        end_with(place, on, act.at)
    act.note(label=place.name, parts="、".join(new.name for new in made), on=on.isoformat())
    return made


def _children(place: Place) -> list[Place]:
    return list(Place.objects.filter(parent=place, until__isnull=True).order_by("level", "name"))
