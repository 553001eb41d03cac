"""Cases in which owners of one building are asked; households are read by themselves alone."""

from typing import Any
from uuid import UUID

from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.property.models import Estate, ScopeCase, ScopeHousehold, Unit
from linli.governance.property.rules.scopes import Asked, Counted, count


def units_under(estate: Estate, place: Any) -> list[Unit]:
    """The units of an estate in that building, entrance or compound."""
    rows = Unit.objects.filter(community=estate.community_id, estate=estate)
    path = place.path
    found = [
        row
        for row in rows.select_related("sharing", "dwelling").order_by("label")
        if any(
            each is not None and (each.path == path or each.path.startswith(f"{path}/"))
            for each in (row.dwelling, row.sharing)
        )
    ]
    return found


def counted(case: ScopeCase) -> Counted:
    """Areas and heads of a case."""
    rows = ScopeHousehold.objects.filter(community=case.community_id, case=case)
    return count(Asked(row.owner_id, row.area, row.answer) for row in rows.only(
        "owner_id", "area", "answer"
    ))  # fmt: skip


def cases_of(community: Any) -> list[ScopeCase]:
    """Every case, what is going on first."""
    rows = ScopeCase.objects.filter(community=community).select_related("estate", "place")
    return sorted(
        rows.order_by("-stage_since")[:200], key=lambda row: row.stage in ("accepted", "dropped")
    )


def case_of(community: Any, key: UUID) -> ScopeCase:
    """The case of that id."""
    rows = ScopeCase.objects.filter(community=community, pk=key)
    found: ScopeCase | None = rows.select_related("estate__place", "place", "community").first()
    if found is None:
        raise Http404
    return found


def own_households(actor: Actor, case: ScopeCase) -> list[ScopeHousehold]:
    """What this owner was asked, in this case."""
    if actor.person is None:
        return []
    rows = ScopeHousehold.objects.filter(
        community=case.community_id, case=case, owner__person=actor.person,
        owner__ended_on__isnull=True,
    )  # fmt: skip
    return list(rows.select_related("unit", "owner").order_by("unit__label"))


def household_of(actor: Actor, community: Any, key: UUID) -> ScopeHousehold:
    """The own household of that id; another's does not exist for one."""
    rows = ScopeHousehold.objects.filter(community=community, pk=key)
    found = rows.select_related("case__estate", "owner", "unit", "community").first()
    if found is None or not may("property.answer", actor, found):
        raise Http404
    return found


def waiting_households(case: ScopeCase) -> list[ScopeHousehold]:
    """Units whose paper has not come, for the desk to visit; what others answered is not in it."""
    rows = ScopeHousehold.objects.filter(community=case.community_id, case=case, answer="")
    return list(rows.select_related("unit").order_by("unit__label"))
