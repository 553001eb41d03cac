"""Cases in which owners of one building are asked; households are read by themselves alone."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.property.models import Estate, ScopeCase, ScopeHousehold, Unit
from linli.governance.property.queries import vote_law
from linli.governance.property.rules import heads
from linli.governance.property.rules.scopes import Asked, Counted, count

KEPT = timedelta(days=365)


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


def units_asked(estate: Estate, place: Any, kind: str, on: date) -> list[Unit]:
    """Whose owners are asked: about a lift, those of the units that count in a vote of that place
    (parking and shops only where the place has it so); about a home used for business all owners
    of the building have an interest, whatever their unit is."""
    units = units_under(estate, place)
    if kind == "business":
        return units
    kept = _uses_counted(estate, on)
    return [unit for unit in units if unit.use in kept]


def units_without_place(estate: Estate, place: Any, kind: str, on: date) -> int:
    """Units of those that are asked of which the roster does not say whether they lie in `place`:
    those with no place at all, and those of which only what is around it is known. Parking stands
    apart from the building where nothing else is written."""
    rows = Unit.objects.filter(
        community=estate.community_id, estate=estate, dwelling__isnull=True
    ).exclude(use="parking")
    if kind != "business":
        rows = rows.filter(use__in=_uses_counted(estate, on))
    parts = rows.values_list("sharing__path", flat=True)
    return sum(path is None or place.path.startswith(f"{path}/") for path in parts)


def cases_over(on: date) -> Any:
    """Cases that were over a year ago and whose households are still there, everywhere."""
    rows = ScopeCase.objects.across_communities("time runs everywhere").filter(
        stage__in=("accepted", "dropped"), stage_since__lt=on - KEPT
    )
    left = ScopeHousehold.objects.across_communities("the case says which").filter(
        case=OuterRef("pk")
    )
    return rows.filter(Exists(left)).select_related("community").order_by("stage_since", "pk")


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


def cases_of_estate(estate: Estate) -> list[ScopeCase]:
    """The cases of one estate, what is going on first; what came to nothing is left out."""
    rows = ScopeCase.objects.filter(community=estate.community_id, estate=estate)
    going = rows.exclude(stage="dropped").order_by("-stage_since")[:20]
    return sorted(going, key=lambda row: row.stage == "accepted")


def own_cases(actor: Actor, community: Any) -> list[ScopeCase]:
    """Cases going on in which this owner is asked."""
    if actor.person is None:
        return []
    asked = ScopeHousehold.objects.filter(
        community=community, owner__person=actor.person, owner__ended_on__isnull=True
    )
    rows = ScopeCase.objects.filter(community=community, pk__in=asked.values("case"))
    going = rows.exclude(stage__in=("accepted", "dropped")).select_related("estate")
    return list(going.order_by("-stage_since", "pk"))


def running_lifts(estate: Estate) -> list[ScopeCase]:
    """The lifts that are being added in an estate."""
    rows = ScopeCase.objects.filter(community=estate.community_id, estate=estate, kind="lift")
    return list(rows.exclude(stage__in=("accepted", "dropped")).order_by("-stage_since", "pk"))


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
    return list(_households(case).filter(answer=""))


def answered_on_paper(case: ScopeCase) -> list[ScopeHousehold]:
    """Units whose paper was entered at the desk, where it can be put right; not what it says."""
    return list(_households(case).filter(on_paper=True).exclude(answer=""))


def _uses_counted(estate: Estate, on: date) -> Any:
    return heads.uses_counted(
        parking=vote_law.counts_parking(estate.community, on),
        shops=vote_law.counts_shops(estate.community, on),
    )


def _households(case: ScopeCase) -> Any:
    rows = ScopeHousehold.objects.filter(community=case.community_id, case=case)
    return rows.select_related("unit").order_by("unit__label").defer("answer")
