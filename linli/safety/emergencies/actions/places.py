"""Risk places and shelters, as everybody may read them."""

from collections.abc import Mapping
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.emergencies.actions.saying import fresh, locked, told
from linli.safety.emergencies.models import RiskPlace, Shelter

RISK_WORDS = ("title", "advice")
SHELTER_WORDS = ("title", "where", "keys")


@action("emergencies.mark_risk", needs="emergencies.keep")
def mark_risk(act: Act, community: Place, *, given: Mapping[str, Any]) -> RiskPlace:
    """Marks a place where something may happen, and what to do there."""
    row = _put(RiskPlace(community=community), given, RISK_WORDS)
    row.checked_on = local_day(act.at)
    row.save(force_insert=True)
    act.note(place=row.title)
    return row


@action("emergencies.alter_risk", needs="emergencies.keep")
def alter_risk(
    act: Act, risk: RiskPlace, *, given: Mapping[str, Any], seen: int | None = None
) -> RiskPlace:
    """Looked at again: what is said of it now."""
    row = _put(fresh(risk, seen), given, RISK_WORDS)
    row.checked_on = local_day(act.at)
    row.save()
    act.note(place=row.title)
    return row


@action("emergencies.list_shelter", needs="emergencies.keep")
def list_shelter(act: Act, community: Place, *, given: Mapping[str, Any]) -> Shelter:
    """Puts a shelter on the list."""
    row = _put(Shelter(community=community), given, SHELTER_WORDS)
    row.save(force_insert=True)
    act.note(place=row.title)
    return row


@action("emergencies.alter_shelter", needs="emergencies.keep")
def alter_shelter(
    act: Act, shelter: Shelter, *, given: Mapping[str, Any], seen: int | None = None
) -> Shelter:
    """Changes what is said of a shelter."""
    row = _put(fresh(shelter, seen), given, SHELTER_WORDS)
    row.save()
    act.note(place=row.title)
    return row


@action("emergencies.withdraw_place", needs="emergencies.keep")
def withdraw_place(act: Act, row: Any) -> Any:
    """Takes a risk place or a shelter off the list; what it was stays in the records."""
    row = locked(row)
    require(Finding(row.withdrawn_at is None, "emergencies.row_stands"))
    row.withdrawn_at, row.version = act.at, row.version + 1
    row.save(update_fields=["withdrawn_at", "version"])
    act.note(place=row.title)
    return row


def _put(row: Any, given: Mapping[str, Any], words: tuple[str, ...]) -> Any:
    for name, value in given.items():
        setattr(row, name, told(value, row.community_id) if name in words else value)
    twins = type(row).objects.filter(
        community=row.community_id, title=row.title, withdrawn_at__isnull=True
    )
    if isinstance(row, RiskPlace):
        twins = twins.filter(kind=row.kind)
    require(Finding(not twins.exclude(pk=row.pk).exists(), "emergencies.title_once"))
    return row
