"""Facilities as everybody finds them: which there are, which are free now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.files.models import StoredFile
from linli.core.files.queries import files_of
from linli.culture.facilities import rules
from linli.culture.facilities.models import Facility, Hold
from linli.culture.facilities.queries.rooms import holidays_in, hours_of
from linli.lib.calendar import local_day

MOST = 300
"""No community keeps more of them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One facility of the list. `state`: free, taken, closed, out, or
    open where nothing is booked, at this moment; `parts`:
    those of a hall."""

    facility: Facility
    state: str
    hours: tuple[str, ...]
    parts: list["Shown"] = field(default_factory=list)


def facilities_of(community: Any) -> "QuerySet[Facility]":
    """The facilities there are, by name; a hall before its parts."""
    rows = Facility.objects.filter(community=community, withdrawn_at__isnull=True)
    return rows.select_related("body", "community", "whole").prefetch_related(
        "hours", "closures", "whole__closures"
    )


def facility_for(actor: Actor, community: Any, key: UUID) -> Facility:
    """The facility of that id, if this reader may know it."""
    found = facilities_of(community).filter(pk=key).first()
    if found is None or not (found.listed or may("facilities.see_desk", actor, community)):
        raise Http404
    return found


def facility_by_tag(community: Any, tag: str) -> Facility:
    """The facility on whose door the code hangs."""
    found = facilities_of(community).filter(tag=tag).first()
    if found is None:
        raise Http404
    return found


def shown_list(community: Any, at: datetime, chosen: Mapping[str, Any]) -> list[Shown]:
    """What everybody may find, after the filters; parts stand under their hall."""
    rows = list(facilities_of(community).filter(listed=True).order_by("kind", "name")[:MOST])
    shown = {each.facility.pk: each for each in states_now(community, rows, at)}
    for each in shown.values():
        hall = shown.get(each.facility.whole_id)  # type: ignore[arg-type]
        if hall is not None:
            hall.parts.append(each)
    return [
        each
        for each in shown.values()
        if fits(each, chosen)
        and (each.facility.whole_id not in shown or not fits(shown[each.facility.whole_id], chosen))
    ]


def fits(each: Shown, chosen: Mapping[str, Any]) -> bool:
    """Whether the filters let it through."""
    facility = each.facility
    return (
        (not chosen.get("kind") or facility.kind == chosen["kind"])
        and (not chosen.get("use") or chosen["use"] in facility.functions)
        and (not chosen.get("step_free") or facility.step_free is True)
        and (not chosen.get("free") or each.state in ("free", "open"))
    )


def states_now(community: Any, rows: Iterable[Facility], at: datetime) -> list[Shown]:
    """How each stands at this moment, with three queries for all of them."""
    them, today = list(rows), local_day(at)
    family = list(
        Facility.objects.filter(community=community, withdrawn_at__isnull=True).values_list(
            "pk", "whole", "out_since", "out_until"
        )
    )
    out = {
        pk
        for pk, _whole, since, until in family
        if since is not None and since <= at and (until is None or at < until)
    }
    now = rules.minute_of(at)
    held = set(
        Hold.objects.filter(
            community=community, from_minute__lte=now, until_minute__gt=now
        ).values_list("lane", flat=True)
    )
    holiday = holidays_in(community.pk)
    return [_shown(each, family, out, held, today, at, holiday) for each in them]


def photos_of(facility: Facility) -> list[StoredFile]:
    """Its photographs, which everybody sees."""
    return list(files_of(facility, "photo"))


def _shown(
    facility: Facility, family: Any, out: Any, held: Any, today: date, at: datetime, holiday: Any
) -> Shown:
    kin = {
        pk
        for pk, whole, *_rest in family
        if pk == facility.whole_id or whole == facility.pk or pk == facility.pk
    }
    lanes = {facility.pk, *(pk for pk, whole, *_rest in family if whole == facility.pk)}
    hours = hours_of(facility)
    spans = hours.spans(today, today, holiday)
    if kin & out:
        state = "out"
    elif not any(opens <= at < closes for opens, closes in spans):
        state = "closed"
    else:
        state = "taken" if lanes & held else "free" if facility.bookable else "open"
    told = tuple(
        f"{rules.clock_of(opens)}–{rules.clock_of(closes)}"
        for opens, closes in hours.on(today, holiday)
    )
    return Shown(facility, state, told)
