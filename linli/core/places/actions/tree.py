"""Single places: added, renamed, recoded, moved, closed; each on a day, each with its basis."""

from datetime import date

from linli.core.audit.door import Act, action, permit
from linli.core.places.actions.history import (
    check_day,
    check_open,
    end,
    new_place,
    save_new,
    transplant,
    write_history,
)
from linli.core.places.actions.leaving import end_with
from linli.core.places.actions.naming import refresh_names
from linli.core.places.kinds import COMMUNITY, DIVISIONS, LEVELS, PREMISES
from linli.core.places.models import Place, Succession
from linli.core.places.rules.codes import code_fits_kind, is_code
from linli.core.places.rules.table import LONGEST_NAME
from linli.lib.law import Finding, require


@action("places.add", needs="places.lay_out")
def add_place(
    act: Act,
    parent: Place | None,
    *,
    kind: str,
    name: str,
    code: str = "",
    ur_code: str = "",
    lon: float | None = None,
    lat: float | None = None,
    on: date | None = None,
) -> Place:
    """A new place under `parent` (None: the root of this instance's tree) from `on`; without a
    day it has been there since before our records."""
    if parent is None or kind in DIVISIONS:
        permit("places.divide", act.by, parent)
    if on is not None:
        check_day(on, act.at)
    if parent is not None:
        check_open(parent)
    check_level(kind, parent)
    name = check_name(name)
    if kind in DIVISIONS:
        check_code(code, kind)
    else:
        check_free_among_siblings(parent, name)
    place = new_place(
        parent, kind=kind, name=name, code=code, ur_code=ur_code, lon=lon, lat=lat, since=on
    )
    save_new([place])
    act.note(label=place.name, on=on and on.isoformat())
    return place


@action("places.rename", needs="places.lay_out")
def rename_place(act: Act, place: Place, *, name: str, on: date, basis: str = "") -> Place:
    """Gives the place another name from `on`."""
    _begin_change(act, place, on)
    name = check_name(name)
    if not place.is_division:
        check_free_among_siblings(place.parent, name, but=place)
    old, place.name = place.name, name
    place.save(update_fields=["name"])
    refresh_names([place])
    write_history([place], on)
    record(place, place, "rename", on, basis)
    act.note(label=old, name=place.name, on=on.isoformat())
    return place


@action("places.recode", needs="places.divide")
def recode_place(act: Act, place: Place, *, code: str, on: date, basis: str = "") -> Place:
    """Gives a division another code from `on`; it is still found by the old one."""
    _begin_change(act, place, on)
    require(Finding(place.is_division, "places.has_code"))
    check_code(code, place.kind)
    old, place.code = place.code, code
    place.save(update_fields=["code"])
    write_history([place], on)
    record(place, place, "recode", on, basis)
    act.note(label=place.name, old=old, code=code, on=on.isoformat())
    return place


@action("places.move", needs="places.lay_out")
def move_place(act: Act, place: Place, *, parent: Place, on: date, basis: str = "") -> Place:
    """Puts the place, with all that lies in it, under another parent from `on`."""
    _begin_change(act, place, on)
    permit("places.lay_out", act.by, parent)
    check_open(parent)
    check_level(place.kind, parent)
    if not place.is_division:
        check_free_among_siblings(parent, place.name, but=place)
    transplant(place, parent, on)
    record(place, place, "move", on, basis)
    act.note(label=place.name, parent=parent.name, on=on.isoformat())
    return place


@action("places.close", needs="places.lay_out")
def close_place(act: Act, place: Place, *, on: date) -> Place:
    """Ends a place in which nothing lies any more: pulled down, or dissolved."""
    _begin_change(act, place, on)
    inside = Place.objects.filter(parent=place, until__isnull=True).count()
    require(Finding(inside == 0, "places.empty", numbers={"inside": inside}))
    end(place, on)
    end_with(place, on, act.at)
    act.note(label=place.name, on=on.isoformat())
    return place


def _begin_change(act: Act, place: Place, on: date) -> None:
    if place.is_division:
        permit("places.divide", act.by, place)
    check_day(on, act.at)
    check_open(place)


def check_name(name: str) -> str:
    """The name without outer spaces; refuses an empty one and one over 80 characters."""
    name = name.strip()
    require(
        Finding(
            0 < len(name) <= LONGEST_NAME,
            "places.name_fits",
            numbers={"length": len(name), "longest": LONGEST_NAME},
        )
    )
    return name


def check_level(kind: str, parent: Place | None) -> None:
    """Refuses a place under one that is no wider, and premises outside a community."""
    fits = (
        kind in DIVISIONS
        if parent is None
        else LEVELS[kind] > parent.level and (kind in DIVISIONS or parent.level >= COMMUNITY)
    )
    require(Finding(fits, "places.level_under_parent", numbers={"kind": kind}))


def check_code(code: str, kind: str) -> None:
    """Refuses what is no code of this kind, and a code another place bears."""
    require(
        Finding(
            is_code(code) and code_fits_kind(code, kind),
            "places.code_form",
            numbers={"code": code[:20]},
        )
    )
    holder = Place.objects.filter(code=code, until__isnull=True).first()
    require(
        Finding(
            holder is None,
            "places.code_free",
            numbers={"code": code, "holder": holder.full_name if holder else ""},
        )
    )


def check_free_among_siblings(parent: Place | None, name: str, but: Place | None = None) -> None:
    """Refuses a second building of one name in one compound: nobody could tell them apart."""
    siblings = Place.objects.filter(parent=parent, until__isnull=True, name=name)
    if but is not None:
        siblings = siblings.exclude(id=but.id)
    require(
        Finding(
            not siblings.filter(kind__in=PREMISES).exists(),
            "places.name_free",
            numbers={"name": name},
        )
    )


def record(source: Place, target: Place, kind: str, on: date, basis: str) -> None:
    """Writes down what became of a place."""
    Succession.objects.create(source=source, target=target, kind=kind, on=on, basis=basis)
