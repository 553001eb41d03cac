"""Units and the three lists: for everybody, for a delegate (the own unit's alone), for the desk,
for other rooms as counts."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.access.models import Account, Body
from linli.core.access.queries import bodies_of, members_of
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.keyset import PAGE, Page
from linli.partners.organisations.models import (
    Need,
    Offer,
    Organisation,
    Pledge,
    Project,
    ResidentUnit,
)
from linli.partners.organisations.rules.units import best_first
from linli.partners.organisations.unit_words import DELEGATES, UNIT_KINDS

DESK, NAME = "organisations.keep_units", "organisation__name"
Row = TypeVar("Row", bound=Any)
WITH = {
    Offer: ("unit__organisation", "community"),
    Need: ("unit__organisation", "community"),
    Project: ("offer__unit__organisation", "need__unit__organisation", "community"),
    Pledge: ("unit__organisation", "community", "meeting__gathering"),
}


def units_of(community: Any) -> QuerySet[ResidentUnit]:
    """The units that are here, by name."""
    rows = ResidentUnit.objects.filter(community=community, ended_on__isnull=True)
    return rows.select_related("organisation__body", "community").order_by(NAME)


def units_from(community: Any, after: str) -> Page:
    """One page of them, going on after the unit of that id as it is called now; from the
    beginning where there is none."""
    rows = units_of(community).order_by(NAME, "pk")
    with suppress(ValueError):
        last = rows.filter(pk=UUID(after)).values_list(NAME, flat=True).first()
        if last is not None:
            rows = rows.filter(Q(**{f"{NAME}__gt": last}) | Q(**{NAME: last}, pk__gt=UUID(after)))
    found = list(rows[: PAGE + 1])
    return Page(found[:PAGE], found[PAGE - 1].pk.hex if len(found) > PAGE else "")


def unit_at_desk(actor: Actor, community: Any, key: UUID) -> ResidentUnit:
    """One unit at the desk, also one that has left (Http404)."""
    rows = ResidentUnit.objects.filter(community=community, pk=key)
    found = rows.select_related("organisation__body", "community").first()
    if found is None or not may(DESK, actor, found):
        raise Http404
    return found


def own_units(actor: Actor, community: Any) -> list[ResidentUnit]:
    """The units somebody speaks for."""
    bodies = [held.body for held in actor.posts if held.post in DELEGATES and held.body]
    rows = units_of(community).filter(organisation__body__in=bodies)
    return [unit for unit in rows if may("organisations.speak_for_unit", actor, unit)]


def own_unit(actor: Actor, community: Any, key: UUID) -> ResidentUnit:
    """The unit somebody speaks for, of that id (Http404: there is no other for them)."""
    for unit in own_units(actor, community):
        if unit.pk == key:
            return unit
    raise Http404


def entry_of(model: type[Row], actor: Actor, community: Any, key: UUID) -> Row:
    """One offer, need, project or pledge for whoever may change it: the desk, or who speaks for
    its unit (Http404)."""
    rows: Any = model.objects.filter(community=community, pk=key)
    found = rows.select_related(*WITH[model]).first()
    needed = "organisations.end_project" if model is Project else "organisations.speak_for_unit"
    if found is None or not may(needed, actor, found):
        raise Http404
    return found


def entry_at_desk(model: type[Row], actor: Actor, community: Any, key: UUID) -> Row:
    """The same for the desk alone (Http404)."""
    found = entry_of(model, actor, community, key)
    if not may(DESK, actor, found):
        raise Http404
    return found


def offers_shown(community: Any, on: date, feature: str = "") -> QuerySet[Offer]:
    """What everybody may read of what units offer, that day."""
    rows = offers_standing(community, on).filter(shown_on__isnull=False)
    return rows.filter(feature=feature) if feature else rows


def offers_standing(community: Any, on: date) -> QuerySet[Offer]:
    """What can be taken up that day, looked at or not."""
    rows = Offer.objects.filter(
        Q(until__isnull=True) | Q(until__gte=on),
        community=community,
        withdrawn_on__isnull=True,
        since__lte=on,
        unit__ended_on__isnull=True,
    )
    return rows.select_related(*WITH[Offer])


def needs_shown(community: Any) -> QuerySet[Need]:
    """What everybody may read of what is looked for: what waits and what was met."""
    rows = Need.objects.filter(community=community, shown_on__isnull=False)
    return rows.exclude(state="withdrawn").select_related(*WITH[Need])


def projects_shown(community: Any) -> QuerySet[Project]:
    """What everybody may read of what is done together."""
    rows = Project.objects.filter(community=community, shown_on__isnull=False)
    return rows.select_related(*WITH[Project])


def needs_open(community: Any) -> QuerySet[Need]:
    """What still waits for somebody."""
    return Need.objects.filter(community=community, state="open").select_related(*WITH[Need])


def projects_running(community: Any) -> QuerySet[Project]:
    """What is under way."""
    rows = Project.objects.filter(community=community, state="running")
    return rows.select_related(*WITH[Project])


def lists_of(unit: ResidentUnit) -> dict[str, list[Any]]:
    """Everything on the lists that is this unit's, the latest first. What the other unit of a
    project wrote of its end is read after the desk has looked."""
    here = unit.community_id
    projects = Project.objects.filter(
        Q(offer__unit=unit) | Q(need__unit=unit, shown_on__isnull=False), community=here
    ).select_related(*WITH[Project])
    return {
        "offers": list(unit.offers.filter(withdrawn_on__isnull=True).order_by("-id")[:100]),
        "needs": list(unit.needs.exclude(state="withdrawn").order_by("-id")[:100]),
        "projects": list(projects.order_by("-id")[:100]),
        "pledges": list(unit.pledges.order_by("due_on", "id")[:200]),
    }


def waiting_for_a_look(community: Any) -> list[Any]:
    """What delegates wrote and nobody of the desk has looked at."""
    offers = Offer.objects.filter(
        community=community, shown_on__isnull=True, withdrawn_on__isnull=True
    )
    needs = Need.objects.filter(community=community, shown_on__isnull=True, state="open")
    projects = Project.objects.filter(community=community, shown_on__isnull=True)
    pledges = Pledge.objects.filter(community=community, shown_on__isnull=True)
    found: list[Any] = []
    for rows in (offers, needs, projects, pledges):
        found += rows.select_related(*WITH[rows.model])[:50]
    return found


def offers_for(need: Need, on: date) -> list[Offer]:
    """What could meet a need: of the same kind first."""
    offers = {str(row.pk): row for row in offers_standing(need.community_id, on)[:200]}
    pairs = [(key, row.feature) for key, row in offers.items()]
    return [offers[key] for key in best_first(need.feature, pairs)]


def delegates_of(unit: ResidentUnit, on: date) -> list[Account]:
    """Who speaks for it that day."""
    return list(members_of(unit.body, on)) if unit.body else []


def without_file(community: Any) -> QuerySet[Organisation]:
    """Bodies of the register that could have a unit's file and have none."""
    rows = Organisation.objects.filter(community=community, kind__in=UNIT_KINDS)
    return rows.filter(until__isnull=True, unit_file__isnull=True).order_by("name")


def free_bodies(community: Any, on: date) -> Iterable[Body]:
    """What accounts know units by, where no unit's file has it."""
    taken = ResidentUnit.objects.filter(community=community).values("organisation__body")
    rows = bodies_of(community, on).filter(kind__in=UNIT_KINDS)
    return rows.exclude(pk__in=taken.filter(organisation__body__isnull=False))


def unit_named(community: Any, key: UUID) -> ResidentUnit | None:
    """A unit that is here, by its id."""
    found: ResidentUnit | None = units_of(community).filter(pk=key).first()
    return found


def projects_of(community: Any, unit: UUID, starts: date, ends: date) -> list[Project]:
    """What a unit had on hand in that time, both days included: everything it began until then and
    that was not over before."""
    rows = Project.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=starts),
        community=community,
        offer__unit=unit,
        begun_on__lte=ends,
    )
    return list(rows.select_related("need"))
